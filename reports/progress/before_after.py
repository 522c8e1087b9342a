"""A KPI before and after something happened. It shows that both stand beside each other, never that one caused the other."""

from collections.abc import Iterable
from dataclasses import dataclass
from statistics import median

from kpis.kpi import Kpi
from programme.events import Event, events
from programme.quarter import Quarter
from reports.progress.delivery import followed
from reports.progress.judgement import seen_series
from reports.progress.readings import Line, Progress

SPAN = 4  # quarters on each side: a year, so that every season is on both


@dataclass(frozen=True, slots=True)
class Side:
    """One side of an event: the figure nearest to it, the quarter of that figure, and the median of up to four quarters."""

    quarter: Quarter
    value: float
    median: float
    count: int


@dataclass(frozen=True, slots=True)
class BeforeAfter:
    """A KPI's figures before and after an event. The quarter it happened in belongs to neither side."""

    kpi: Kpi
    event: Event
    before: Side | None
    after: Side | None


def marks(progress: Progress, kpi: Kpi, quarter: Quarter) -> list[Event]:
    """What is marked on a KPI's chart up to `quarter`: the programme's events, those that returns add, and the completion
    of every action that was meant to move this KPI; oldest first."""
    done = (each.now for each in followed(progress, quarter) if each.now.kpi == kpi.id and each.now.done)
    completed = [Event(each.actual, None, f"{each.ref} completed: {each.title}", each.ref, "") for each in done]
    found = (each for each in (*events(), *progress.records.logs.events, *completed) if each.quarter <= quarter)
    return sorted(found, key=lambda event: event.date)


def before_after(line: Line, happened: Iterable[Event]) -> list[BeforeAfter]:
    """Both sides of each event on the figures that a reader may see."""
    series = seen_series(line)
    return [
        BeforeAfter(
            line.kpi,
            event,
            _side(series, (event.quarter - SPAN).to(event.quarter - 1)[::-1]),
            _side(series, (event.quarter + 1).to(event.quarter + SPAN)),
        )
        for event in happened
    ]


def _side(series: dict[Quarter, float | None], quarters: list[Quarter]) -> Side | None:
    """The known figures of `quarters`, the nearest first."""
    known = [(quarter, series[quarter]) for quarter in quarters if series.get(quarter) is not None]
    if not known:
        return None
    nearest, value = known[0]
    return Side(nearest, value, median(number for _, number in known), len(known))
