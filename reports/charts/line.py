"""A KPI's line: target and floor as steps, ratings by shape and colour, gaps left open, events in words."""

from collections.abc import Iterable, Iterator
from dataclasses import replace

from disclosure.rule import Number
from kpis.trajectory import Trajectory
from programme.events import Event
from programme.period_figure import AS_REPORTED
from programme.quarter import Quarter
from reports.charts.beside import KEY as BESIDE_KEY
from reports.charts.beside import StepsBeside
from reports.charts.chart import Chart, Label, Series, Sign, Steps, Stroke
from reports.charts.events import events_key, events_within, uprights_of
from reports.charts.frame import suffix_of
from reports.charts.labels import point_label, step_labels
from reports.palette import FLOOR, LINE, QUIET, RATINGS, TARGET
from reports.progress.readings import Line, Reading
from reports.sentences.course import course_key
from reports.sentences.line import legend_sentences, line_alternative, line_headline

CARRIED, FIRST_HAND = 7, 12  # pixels
MOST_AHEAD = 8  # quarters of a planned course


def line_chart(
    line: Line, happened: Iterable[Event] = (), beside: StepsBeside = ((), ()), course: Trajectory | None = None
) -> Chart:
    """The KPI over its quarters, and on to the end of its planned course where it has one.

    What others had stands with it where that is given `beside`.

    Provisional points are open and carried ones small, and the key says so.
    """
    kpi, quarters = line.kpi, tuple(reading.quarter for reading in line.readings)
    standards, events = tuple(_standards(line)), events_within(happened, quarters)
    others = [BESIDE_KEY] if beside[1] else []
    told = [events_key(uprights_of(events, quarters))] if events else []
    ahead = _ahead(quarters, course)
    return Chart(
        subject=f"{kpi.title}, {line.area.name}",
        headline=line_headline(line),
        alternative=line_alternative(line),
        key=(" ".join(legend_sentences(line)), *course_key(kpi, course), *others, *told),
        periods=(*quarters, *ahead),
        series=(_points(line, len(ahead)), *_planned((*quarters, *ahead), course)),
        standards=tuple(replace(each, values=(*each.values, *(None,) * len(ahead))) for each in (*standards, *beside[0])),
        events=events,
        labels=(*_standard_labels(line, standards), *beside[1], *_newest(line)),
        suffix=suffix_of(kpi.unit),
        decimals=kpi.decimals,
    )


def seen_values(line: Line) -> tuple[float | None, ...]:
    """What may be drawn, one per quarter."""
    return tuple(reading.shown.value if isinstance(reading.shown, Number) else None for reading in line.readings)


def _ahead(quarters: tuple[Quarter, ...], course: Trajectory | None) -> tuple[Quarter, ...]:
    """The quarters to come that something is planned for, as far as is drawn."""
    last = course.dated[-1][0] if course and quarters else None
    return tuple((quarters[-1] + 1).to(min(last, quarters[-1] + MOST_AHEAD))) if last and last > quarters[-1] else ()


def _planned(periods: tuple[Quarter, ...], course: Trajectory | None) -> Iterator[Series]:
    """The planned course as a line of its own, without signs: nothing on it has happened."""
    if course:
        values = tuple(course.planned(quarter) for quarter in periods)
        yield Series("Planned course", values, Stroke(QUIET, "dashdot", 2), keyed=True)


def _points(line: Line, ahead: int) -> Series:
    signs = tuple(_sign(reading) for reading in line.readings)
    told = tuple(_told(reading) for reading in line.readings)
    unknown = (None,) * ahead
    return Series(
        line.kpi.title, (*seen_values(line), *unknown), Stroke(LINE, width=2.5),
        (*signs, *(Sign("circle", LINE),) * ahead), (*told, *("",) * ahead),
    )  # fmt: skip


def _sign(reading: Reading) -> Sign:
    """A closed shape is filled with its rating's colour; an open one is all outline, which must stand out."""
    mark, size = RATINGS[reading.rated.rating], CARRIED if reading.carried else FIRST_HAND
    shape = f"{mark.symbol.removesuffix('-open')}-open" if reading.result.provisional else mark.symbol
    return Sign(shape, LINE if shape.endswith("-open") else mark.fill, size, LINE)


def _told(reading: Reading) -> str:
    notes = {"carried forward": reading.carried, "provisional": reading.result.provisional, "judged": bool(reading.override)}
    notes[AS_REPORTED] = bool(reading.as_reported)
    said = ", ".join(word for word, holds in notes.items() if holds)
    return f"{reading.amount}, {RATINGS[reading.rated.rating].word.lower()}{f' ({said})' if said else ''}"


def _newest(line: Line) -> list[Label]:
    """The amount beside the last point that is drawn."""
    known = [reading for reading in line.readings if isinstance(reading.shown, Number)]
    if not known:
        return []
    return [point_label(known[-1])]


def _standard_labels(line: Line, standards: Iterable[Steps]) -> Iterator[Label]:
    quarters = [reading.quarter for reading in line.readings]
    for steps in standards:
        yield from step_labels(line.kpi, quarters, steps, "below" if steps.name.startswith(("Floor", "Lower")) else "above")


def _standards(line: Line) -> Iterator[Steps]:
    """The target and floor that each quarter is judged by: steps, because a past quarter keeps its own."""
    targets = [reading.rated.target for reading in line.readings]
    if not any(targets):
        yield from _expected(line)
        return
    if line.kpi.better == "target":
        for name, sign in (("Target, upper edge", 1), ("Lower edge", -1)):
            yield Steps(name, tuple(each and each.value + sign * each.tolerance for each in targets), Stroke(TARGET))
        return
    yield Steps("Target", tuple(each and each.value for each in targets), Stroke(TARGET))
    yield Steps("Floor", tuple(each and each.floor for each in targets), Stroke(FLOOR, "dot"))


def _expected(line: Line) -> Iterator[Steps]:
    """The range that an activity indicator is expected in, where it has one for this area."""
    expected = line.kpi.expected
    if expected and line.kpi.targets_apply_in(line.area):
        count = len(line.readings)
        yield Steps("Expected, upper end", (expected.high,) * count, Stroke(TARGET, "dash"))
        yield Steps("Lower end", (expected.low,) * count, Stroke(TARGET, "dash"))
