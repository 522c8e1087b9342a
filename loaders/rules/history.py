"""Stage 6, history: figures fit the series they continue, in the workbook itself and in the database."""

from collections.abc import Iterator
from statistics import median

from loaders.forms.layouts import standard
from loaders.parsing.parsed import FigureRow
from loaders.rules.case import Accepted, Case, key_of, number_in, titled
from loaders.rules.rule import Fault, Need, Stage, rule
from loaders.rules.words import said, written
from programme.finding import Severity
from programme.measures import measures
from programme.moment import day_text
from programme.quarter import Quarter
from store.counting.standing import holding, spoken_for

WINDOW = 8  # numbers: of a quarterly series two years, so that every season is in it twice
FEWEST = 3  # numbers below which nothing can be said about the size of a series
STEADY = 4  # a series whose highest is more than 4 times its lowest is judged by those, not by its middle
JUMP = 7  # ×10 on a series that moves by a third either way is still 7 times its middle
JUMP_FROM = 50  # the larger of the two; 4 after 40 or 30 after 3 happens with small counts

RESTATED_BY_SHARE, RESTATED_BY = 0.20, 10  # ordinary revisions change a quarter's figure by a few per cent

REPEATED_SHARE, REPEATED_NUMBERS = 0.9, 10  # of at least ten numbers nine tenths are last quarter's
MORE_ALIKE, USUAL_QUARTERS = 3, 8  # than in any quarter of the last two years: some measures hardly move
SHIFTED_NUMBERS, SHIFTED_DIFFERENT = 4, 3  # four quarters on end that are their neighbours' and not their own, three differ
TELLING_FROM = 5  # counts below 5 repeat themselves by chance


AcceptedByQuarter = dict[Quarter, tuple[float, Accepted | str]]
"""The numbers of one measure and area by quarter, each with where it stands, to be said in a sentence."""


def _series(case: Case, measure: str, area: str) -> AcceptedByQuarter:
    """What is known of a series: accepted figures, and over them this return's own."""
    own = {quarter: (number_in(row), f"{row.sheet}!{row.value_ref}") for quarter, row in case.series[measure, area].items()}
    return {**_accepted(case).get((measure, area), {}), **own}


def _accepted(case: Case) -> dict[tuple[str, str], AcceptedByQuarter]:
    return case.known.series if case.known else {}


@rule(Stage.HISTORY, Severity.QUERY, needs=[Need.QUARTER])
def jump(case: Case) -> Iterator[Fault]:
    """×10, ×100 or ×1000 against the series is a slipped digit or another unit; it went unnoticed for months elsewhere."""
    for (measure, area), rows in case.series.items():
        for quarter, row in rows.items():
            usual = case.worked_out(_usual, measure, area, quarter)
            times = usual and _times(number_in(row), *usual)
            if times:
                series = case.worked_out(_series, measure, area)
                yield Fault(row.sheet, row.value_ref, said(_jump_holds(case, row, usual, series), times))


def jumped(case: Case, row: FigureRow) -> bool:
    """Whether `jump` asks about a row."""
    usual = case.worked_out(_usual, *key_of(row))
    return bool(usual and _times(number_in(row), *usual))


def _usual(case: Case, measure: str, area: str, quarter: Quarter) -> tuple[float, float] | None:
    """Between what numbers a figure is of the usual size: the eight before it, or after it where a series begins.

    Of a steady series that is its middle; of one that moves much, its lowest and its highest.
    """
    places, numbers = case.worked_out(_in_order, measure, area)
    at = places[quarter]
    near = numbers[max(at - WINDOW, 0) : at]
    if len(near) < FEWEST:
        near = numbers[at + 1 : at + 1 + WINDOW]
    if len(near) < FEWEST or min(near) < 0:
        return None
    steady = 0 < max(near) <= STEADY * min(near)
    return (median(near), median(near)) if steady else (min(near), max(near))


def _in_order(case: Case, measure: str, area: str) -> tuple[dict[Quarter, int], list[float]]:
    """The places of the quarters of a series, in order of time, and its numbers."""
    series = case.worked_out(_series, measure, area)
    first = next(iter(series))
    quarters = sorted(series, key=lambda quarter: quarter - first)
    return {quarter: at for at, quarter in enumerate(quarters)}, [series[quarter][0] for quarter in quarters]


def _times(number: float, low: float, high: float) -> str:
    """`5,120, about 10 times as much`; empty for an ordinary change. Zero has no size and is left to the other rules."""
    if number >= JUMP_FROM and 0 < JUMP * high <= number:
        return f"{written(number)}, about {_about(number / high)} times as much"
    if low >= JUMP_FROM and 0 < JUMP * number <= low:
        return f"{written(number)}, about {_about(low / number)} times less"
    return ""


def _about(ratio: float) -> str:
    return f"{next((size for size in (10, 100, 1000) if 0.7 <= ratio / size <= 1.45), round(ratio)):,}"


def _jump_holds(case: Case, row: FigureRow, usual: tuple[float, float], series: AcceptedByQuarter) -> str:
    before = series.get(row.quarter - 1)
    place = f"; {row.quarter - 1} was {written(before[0])} ({before[1]})" if before else ""
    low, high = (written(round(each) if row.measure.whole else each) for each in usual)
    size = f"about {low}" if low == high else f"{low} to {high}"
    return f"{case.subject(row)} must be about as large as in other quarters, {size}{place}"


@rule(Stage.HISTORY, Severity.QUERY, needs=[Need.QUARTER])
def sheet_repeats_last_quarter(case: Case) -> Iterator[Fault]:
    """A form filled from last quarter's and sent off before the new figures were typed."""
    if not case.quarter:
        return
    before = case.quarter - 1
    pairs, same = case.worked_out(_pairs, before), case.worked_out(_same, before)
    if _repeats(pairs, same):
        holds = f"{standard.FIGURES.name} must be those of {case.quarter} and not repeat {before}"
        yield Fault(standard.FIGURES.name, "", said(holds, f"{len(same)} of {len(pairs)} figures are the same"))


def _pairs(case: Case, before: Quarter) -> list[FigureRow]:
    """The rows that can tell whether they repeat an earlier quarter."""
    return [
        row
        for (measure, area, _), row in case.numbers.items()
        if (last := case.known and case.known.number(measure, area, before)) and max(last, number_in(row)) >= TELLING_FROM
    ]


def _same(case: Case, before: Quarter) -> list[FigureRow]:
    pairs = case.worked_out(_pairs, before)
    return [row for row in pairs if number_in(row) == case.known.number(row.measure.id, row.area.code, before)]


def _repeats(pairs: list[FigureRow], same: list[FigureRow]) -> bool:
    return len(pairs) >= REPEATED_NUMBERS and len(same) >= REPEATED_SHARE * len(pairs)


@rule(Stage.HISTORY, Severity.QUERY, needs=[Need.QUARTER])
def measure_repeats_last_quarter(case: Case) -> Iterator[Fault]:
    """One column of last quarter left standing: every area of a measure says what it said before."""
    quarter = case.quarter
    if not quarter or not case.known:
        return
    if _repeats(case.worked_out(_pairs, quarter - 1), case.worked_out(_same, quarter - 1)):
        return
    rows: dict[str, list[FigureRow]] = {}
    for row in case.numbers.values():
        rows.setdefault(row.measure.id, []).append(row)
    for measure, own in rows.items():
        same = [row for row in own if number_in(row) == case.known.number(measure, row.area.code, quarter - 1)]
        if len(same) < max(REPEATED_NUMBERS, REPEATED_SHARE * len(own)):
            continue
        places = [row.area.code for row in own]
        usual = max(_alike(case, measure, places, quarter - back) for back in range(1, USUAL_QUARTERS + 1))
        if len(same) >= usual + MORE_ALIKE and not _accepted_so(case, own):
            holds = f"{titled(same[0].measure)} must be of {quarter} and not repeat {quarter - 1}"
            got = f"{len(same)} of {len(own)} figures the same, where other quarters had {_at_most(usual)}"
            yield Fault(same[0].sheet, same[0].value_ref, said(holds, got))


def _alike(case: Case, measure: str, places: list[str], quarter: Quarter) -> int:
    """In how many places an accepted quarter was like the one before it."""
    pairs = [(case.known.number(measure, area, quarter), case.known.number(measure, area, quarter - 1)) for area in places]
    return sum(now is not None and now == before for now, before in pairs)


def _at_most(count: int) -> str:
    return f"at most {count}" if count else "none"


def _accepted_so(case: Case, rows: list[FigureRow]) -> bool:
    """Whether it was accepted in these very figures already."""
    return all(case.known.number(row.measure.id, row.area.code, row.quarter) == number_in(row) for row in rows)


@rule(Stage.HISTORY, Severity.QUERY, needs=[Need.QUARTER])
def series_shifted(case: Case) -> Iterator[Fault]:
    """A series, or a part of it, one quarter out: a cell or a column was inserted, or the headings were moved."""
    for (measure, area), rows in case.series.items():
        accepted = _accepted(case).get((measure, area), {})
        for step, way in ((-1, "later"), (1, "earlier")):
            moved = _moved(rows, accepted, step)
            if len(moved) >= SHIFTED_NUMBERS and len({number_in(rows[quarter]) for quarter in moved}) >= SHIFTED_DIFFERENT:
                first = rows[moved[0]]
                span = f"{moved[0]} to {moved[-1]}"
                holds = f"{titled(first.measure)}, {first.area.name} must stand under the quarters it was accepted for"
                yield Fault(first.sheet, first.value_ref, said(holds, f"{span} as accepted, but one quarter {way}"))


def _moved(rows: dict[Quarter, FigureRow], accepted: AcceptedByQuarter, step: int) -> list[Quarter]:
    """The longest run of quarters whose numbers are those accepted `step` quarters away, and not their own.

    A number that was accepted for both neither begins a run nor breaks it. However small the numbers are, that several on
    end are all another quarter's and none its own is no chance.
    """
    runs: list[list[Quarter]] = [[]]
    for quarter, row in rows.items():
        own, there = (accepted.get(when, (None, ""))[0] for when in (quarter, quarter + step))
        if own is None or there is None or number_in(row) != there:
            runs.append([])
        elif number_in(row) != own:
            runs[-1].append(quarter)
    return max(runs, key=len)


@rule(Stage.HISTORY, Severity.QUERY, needs=[Need.QUARTER])
def restatement(case: Case) -> Iterator[Fault]:
    """A figure the board has seen changes by more than a revision does: someone should be able to say why."""
    for (measure, area), rows in case.series.items():
        accepted = _accepted(case).get((measure, area), {})
        for quarter, row in rows.items():
            old, place = accepted.get(quarter, (None, ""))
            if old is not None and _far_from(number_in(row), old):
                accepted_before = f"what was accepted, {written(old)} ({place})"
                holds = f"{case.subject(row)} must be within {RESTATED_BY_SHARE:.0%} of {accepted_before}"
                yield Fault(row.sheet, row.value_ref, said(holds, written(number_in(row))))


def _far_from(number: float, accepted: float) -> bool:
    return abs(number - accepted) >= max(RESTATED_BY, RESTATED_BY_SHARE * abs(accepted))


def restated(case: Case, row: FigureRow) -> bool:
    """Whether `restatement` asks about a row."""
    old = case.known.number(row.measure.id, row.area.code, row.quarter) if case.known and row.quarter else None
    return old is not None and _far_from(number_in(row), old)


@rule(Stage.HISTORY, Severity.QUERY, needs=[Need.QUARTER])
def part_over_accepted_whole(case: Case) -> Iterator[Fault]:
    """The whole may be in another workstream's return: then the part is held against what that one said."""
    for (_, area, quarter), row in case.numbers.items():
        whole = row.measure.at_most
        if not whole or (whole, area, quarter) in case.understood or not case.known:
            continue
        limit = case.known.number(whole, area, quarter)
        if limit is not None and number_in(row) > limit:
            place = case.known.series[whole, area][quarter][1]
            holds = f"{case.subject(row)} must be no more than “{titled(measures()[whole])}”, {written(limit)} ({place})"
            yield Fault(row.sheet, row.value_ref, said(holds, written(number_in(row))))


@rule(Stage.HISTORY, Severity.ERROR, needs=())
def same_file(case: Case) -> Iterator[Fault]:
    """The same file again adds nothing, and would only make a version that differs from none."""
    versions = case.known.versions if case.known else ()
    counting = holding(versions)
    for version in versions:
        if version.sha256 == case.parsed.workbook.sha256 and counting[version.number] == spoken_for(version):
            accepted = f"accepted on {day_text(version.accepted_at)} by {version.accepted_by}"
            yield Fault(
                "", "", said("A file must be new to be accepted", f"the same file as version {version.number}, {accepted}")
            )
