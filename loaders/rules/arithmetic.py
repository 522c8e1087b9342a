"""Stage 5, arithmetic: parts fit into their wholes."""

from collections.abc import Iterator

from loaders.parsing.parsed import FigureRow
from loaders.rules.case import Case, number_in, titled
from loaders.rules.rule import Fault, Stage, rule
from loaders.rules.words import said, written
from programme.areas import area_coded, parts_of
from programme.finding import Severity
from programme.measures import measures

ROUNDING = 1e-9  # sums of decimals differ in the last binary digit
SHORT_BY_SHARE, SHORT_BY = 0.10, 10  # children whose district is not known are fewer than a tenth; small counts vary


@rule(Stage.ARITHMETIC, Severity.ERROR)
def numerator_over_denominator(case: Case) -> Iterator[Fault]:
    """A part cannot exceed its whole: no more plans in time than plans issued."""
    for row in case.numbers.values():
        whole = case.numbers.get((row.measure.at_most, row.area.code, row.quarter))
        if whole and number_in(row) > number_in(whole):
            limit = f"{written(number_in(whole))} ({whole.sheet}!{whole.value_ref})"
            holds = f"{case.subject(row)} must be no more than “{titled(measures()[row.measure.at_most])}”, {limit}"
            yield Fault(row.sheet, row.value_ref, said(holds, written(number_in(row))))


def _wholes(case: Case) -> Iterator[tuple[FigureRow, list[FigureRow], int]]:
    """Each number of a whole area with the numbers of its parts, and how many parts there should be."""
    for (measure, area, quarter), row in case.numbers.items():
        parts = [part for part in parts_of(area_coded(area)) if part in row.measure.areas]
        given = [
            case.numbers[measure, part.code, quarter] for part in parts if (measure, part.code, quarter) in case.numbers
        ]
        if given:
            yield row, given, len(parts)


def _cells(rows: list[FigureRow]) -> str:
    """`Figures!D15 to D26`: where the parts stand."""
    first, last = rows[0], rows[-1]
    return f"{first.sheet}!{first.value_ref}" + (f" to {last.value_ref}" if len(rows) > 1 else "")


@rule(Stage.ARITHMETIC, Severity.ERROR)
def parts_exceed_whole(case: Case) -> Iterator[Fault]:
    """The districts cannot add up to more than Kent. They may add up to less: a child's district can be unknown."""
    for row, parts, _ in case.once(_wholes):
        total = sum(number_in(part) for part in parts)
        if row.measure.combine == "sum" and not row.measure.negative and total > number_in(row) + ROUNDING:
            holds = f"{case.subject(row)} must be at least the sum of its districts, {written(total)} ({_cells(parts)})"
            yield Fault(row.sheet, row.value_ref, said(holds, written(number_in(row))))


@rule(Stage.ARITHMETIC, Severity.QUERY)
def parts_short_of_whole(case: Case) -> Iterator[Fault]:
    """Districts that add up to much less than Kent: a district was left out or typed a digit short."""
    for row, parts, expected in case.once(_wholes):
        total, whole = sum(number_in(part) for part in parts), number_in(row)
        if row.measure.combine != "sum" or row.measure.negative or len(parts) < expected:
            continue
        if whole - total >= max(SHORT_BY, SHORT_BY_SHARE * whole):
            holds = f"{case.subject(row)} must be close to the sum of its districts, {written(total)} ({_cells(parts)})"
            yield Fault(row.sheet, row.value_ref, said(holds, written(whole)))


@rule(Stage.ARITHMETIC, Severity.ERROR)
def area_outside_parts(case: Case) -> Iterator[Fault]:
    """What does not add up, such as a percentage or an age, lies for Kent between its lowest and highest district."""
    for row, parts, expected in case.once(_wholes):
        low, high = min(map(number_in, parts)), max(map(number_in, parts))
        if row.measure.combine != "sum" and len(parts) == expected and not low <= number_in(row) <= high:
            districts = f"{written(low)} and {written(high)}, as its districts do ({_cells(parts)})"
            holds = f"{case.subject(row)} must lie between {districts}"
            yield Fault(row.sheet, row.value_ref, said(holds, written(number_in(row))))
