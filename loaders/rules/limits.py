"""Stage 6, limits: a figure lies where its own series, and the rate it is part of, have been going."""

from collections.abc import Iterator

from loaders.parsing.parsed import FigureRow, ParsedReturn
from loaders.rules.case import Case, RowKey, key_of, number_in, titled
from loaders.rules.history import jumped, restated
from loaders.rules.rule import Fault, Need, Stage, rule
from loaders.rules.usual import Reach, reach
from loaders.rules.words import CHECK, said, written
from programme.areas import parts_of
from programme.finding import Severity
from programme.quarter import Quarter

MANY = 6  # a series that was never below has many: 0 is no ordinary number of them
IN_STEP = 1.4  # between the ends of the reach of their rate: two measures that go up and down together
SMALL = 4  # counted more or less than its reach: with small counts that happens


def _asked(case: Case) -> Iterator[tuple[FigureRow, dict[int, float]]]:
    """The figures that are new, of wholes, with their series before, by quarters counted from this one (0)."""
    quarter = case.quarter
    if case.many_quarters or not quarter or not case.known:
        return
    for row in case.numbers.values():
        number = number_in(row)
        if case.known.number(row.measure.id, row.area.code, quarter) != number and not _told_already(case, row):
            yield row, case.worked_out(_before, row.measure.id, row.area.code, quarter)


def _before(case: Case, measure: str, area: str, quarter: Quarter) -> dict[int, float]:
    known = case.known.series.get((measure, area), {})
    return {when - quarter: number for when, (number, _) in known.items() if when < quarter}


def _told_already(case: Case, row: FigureRow) -> bool:
    """Whether another rule asks about the figure already, or what stands beside it: one cause is one finding."""
    parts = case.parsed.worked_out(_parts).get(key_of(row), ())
    exceeded = any((number_in(part) or 0) > number_in(row) for part in parts)
    return jumped(case, row) or restated(case, row) or exceeded


def _parts(parsed: ParsedReturn) -> dict[RowKey, list[FigureRow]]:
    """The rows that are part of another, by what that one is about."""
    found: dict[RowKey, list[FigureRow]] = {}
    for row in parsed.rows:
        if row.measure and row.measure.at_most and row.area:
            found.setdefault((row.measure.at_most, *key_of(row)[1:]), []).append(row)
    return found


def _reach(case: Case, measure: str, area: str, quarter: Quarter) -> Reach | None:
    """Where a figure is to be looked for by its own series."""
    return reach(case.worked_out(_before, measure, area, quarter), 0)


@rule(Stage.HISTORY, Severity.QUERY, needs=[Need.QUARTER])
def zero_where_many(case: Case) -> Iterator[Fault]:
    """A row left at 0, or a blank that a formula made 0: none at all where there were always many."""
    for row, before in case.once(_asked):
        lately = [number for when, number in sorted(before.items())][-8:]
        if number_in(row) == 0 and len(lately) >= 3 and min(lately) >= MANY:
            size = f"{written(min(lately))} to {written(max(lately))}"
            holds = (
                f"{case.subject(row)} must be about as large as in other quarters, {size}, or a symbol that "
                f"says why it is missing"
            )
            yield Fault(row.sheet, row.value_ref, said(holds, "0"))


@rule(Stage.HISTORY, Severity.QUERY, needs=[Need.QUARTER])
def outside_own_limits(case: Case) -> Iterator[Fault]:
    """Twice as much, half, or two digits exchanged: further than its series has ever gone from one quarter to the next."""
    for row, _ in case.once(_asked):
        number = number_in(row)
        if number <= 0 or _vouched_for(case, row):
            continue
        within = case.worked_out(_reach, *key_of(row))
        if within and _outside(number, within) and not _goes_with_another(case, row, within):
            holds = f"{case.subject(row)} must be between {_span(within)}, as far as its series has gone: {CHECK}"
            yield Fault(row.sheet, row.value_ref, said(holds, written(number)))


@rule(Stage.HISTORY, Severity.QUERY, needs=[Need.QUARTER])
def rate_outside_limits(case: Case) -> Iterator[Fault]:
    """A part and its whole, each as usual, that do not fit each other: one of the two was typed wrong."""
    for row, _ in case.once(_asked):
        whole = case.numbers.get((row.measure.at_most, *key_of(row)[1:]))
        if whole is None or _vouched_for(case, row) or not number_in(row):
            continue
        own, others = (case.worked_out(_reach, *key_of(each)) for each in (row, whole))
        if own is None or others is None or number_in(row) not in own or number_in(whole) not in others:
            continue
        within = _rate_reach(case, row, whole)
        if within and _outside(number_in(row), within.times(number_in(whole))):
            share = f"{within.low:.0%} and {min(within.high, 1):.0%} of “{titled(whole.measure)}”"
            place = f"{written(number_in(whole))} ({whole.sheet}!{whole.value_ref})"
            holds = f"{case.subject(row)} must be between {share}, {place}, as far as their rate has gone: {CHECK}"
            yield Fault(row.sheet, row.value_ref, said(holds, written(number_in(row))))


def _vouched_for(case: Case, row: FigureRow) -> bool:
    """Whether it is a district, which is held against the others, or the sum of its districts, which move with it."""
    parts = {(row.measure.id, part.code, row.quarter) for part in parts_of(row.area) if part in row.measure.areas}
    return row.area.kind == "district" or bool(parts and parts <= case.numbers.keys())


def _outside(number: float, within: Reach) -> bool:
    return number not in within and min(abs(number - within.low), abs(number - within.high)) >= min(SMALL, number / 2)


def _goes_with_another(case: Case, row: FigureRow, own: Reach) -> bool:
    """Whether another measure that it keeps step with has moved as far: then something happened."""
    others = [other for other in case.numbers.values() if other is not row and key_of(other)[1:] == key_of(row)[1:]]
    return any(_keep_step(case, row, other, own) for other in others if number_in(other))


def _keep_step(case: Case, row: FigureRow, other: FigureRow, own: Reach) -> bool:
    related = row.measure.at_most == other.measure.id or other.measure.at_most == row.measure.id
    if not related and row.measure.workstream != other.measure.workstream:
        return False
    within = _rate_reach(case, row, other)
    close = within and (not within.wider_than(own) if related else within.high < IN_STEP * within.low)
    return bool(close and number_in(row) / number_in(other) in within)


def _rate_reach(case: Case, part: FigureRow, whole: FigureRow) -> Reach | None:
    """Where the rate of a part in its whole is to be looked for."""
    parts, wholes = (case.worked_out(_before, *key_of(row)) for row in (part, whole))
    return reach({when: number / wholes[when] for when, number in parts.items() if wholes.get(when)}, 0)


def _span(within: Reach) -> str:
    return f"{written(round(within.low))} and {written(round(within.high))}"
