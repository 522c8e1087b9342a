"""Stage 5 too: no area and no service is a copy of another."""

from collections import defaultdict
from collections.abc import Iterator

from loaders.parsing.parsed import FigureRow
from loaders.rules.case import Case, RowKey, number_in, titled
from loaders.rules.rule import Fault, Stage, rule
from loaders.rules.words import said
from programme.areas import area_coded
from programme.finding import Severity
from programme.measures import measures

ALIKE_NUMBERS, ALIKE_DIFFERENT = 6, 4  # six equal numbers of which four differ are no coincidence
ALIKE_FROM = 5  # counts below 5 are equal by chance all the time
ALIKE_SERVICE_FROM = 50  # two services have but two numbers each, a part and its whole: both must be large to tell

MEASURE, AREA, QUARTER = 0, 1, 2  # where each stands in a figure's key
COMPARED = {
    "history": (((MEASURE, AREA), QUARTER, MEASURE), ((MEASURE, AREA), QUARTER, AREA)),
    "standard": (((AREA,), MEASURE, None), ((MEASURE,), AREA, None)),
}
"""What makes a line, by what its numbers are told apart, and what two lines must share to be compared.

In a history workbook two areas are compared on one measure and two measures in one area, quarter by quarter; in a
standard return two areas over their measures, and two measures over their areas.
"""


@rule(Stage.ARITHMETIC, Severity.QUERY)
def identical_rows(case: Case) -> Iterator[Fault]:
    """Two areas or two services with the same figures throughout: one was copied over the other."""
    for of, by, sharing in COMPARED[case.parsed.kind]:
        yield from _copies(case, _lines(case, of), by, sharing)
    if case.parsed.kind == "standard":
        yield from _copied_services(case)


def _lines(case: Case, of: tuple[int, ...]) -> dict[tuple, list[RowKey]]:
    """The keys of the numbers, line by line: one line per area, per measure, or per measure and area."""
    lines: dict[tuple, list[RowKey]] = defaultdict(list)
    for key in case.numbers:
        lines[tuple(key[part] for part in of)].append(key)
    return lines


def _copies(case: Case, lines: dict[tuple, list[RowKey]], by: int, sharing: int | None) -> Iterator[Fault]:
    first_with: dict[tuple, tuple] = {}
    for name, keys in lines.items():
        numbers = {key[by]: number_in(case.numbers[key]) for key in keys}
        shared = None if sharing is None else name[sharing]
        first = first_with.setdefault((shared, frozenset(numbers.items())), name)
        if first != name and _telling(list(numbers.values())) and not _part_of_another(first, name):
            yield _fault(case.numbers[keys[0]], _named(name), _named(first), case.numbers[lines[first][0]], len(keys))


def _copied_services(case: Case) -> Iterator[Fault]:
    first_with: dict[tuple, RowKey] = {}
    for key, row in case.numbers.items():
        whole = case.numbers.get((row.measure.at_most, *key[1:]))
        if whole is None or not ALIKE_SERVICE_FROM <= number_in(row) < number_in(whole):
            continue
        first = first_with.setdefault((key[AREA], number_in(row), number_in(whole)), key)
        if first != key and measures()[first[MEASURE]].at_most != row.measure.at_most:
            yield _fault(row, _named((key[MEASURE],)), _named((first[MEASURE],)), case.numbers[first], 2)


def _fault(row: FigureRow, name: str, other: str, other_row: FigureRow, count: int) -> Fault:
    holds = f"{name} must differ from {other} ({other_row.sheet}!{other_row.value_ref})"
    return Fault(row.sheet, row.value_ref, said(holds, f"the same {count} figures"))


def _telling(numbers: list[float]) -> bool:
    """Whether a line is long and varied enough for a second one like it to be no coincidence."""
    counted = [number for number in numbers if abs(number) >= ALIKE_FROM]
    return len(counted) >= ALIKE_NUMBERS and len(set(counted)) >= ALIKE_DIFFERENT


def _part_of_another(first: tuple, second: tuple) -> bool:
    """Whether one measure is part of the other: all in time are the same as all."""
    pair = [measures()[name] for name in (first[0], second[0]) if name in measures()]
    return len(pair) == 2 and first[1:] == second[1:] and (pair[0].at_most == pair[1].id or pair[1].at_most == pair[0].id)


def _named(name: tuple) -> str:
    """`Plans issued, Ashford` for a line's measure and area codes."""
    return ", ".join(titled(measures()[part]) if part in measures() else area_coded(part).name for part in name)
