"""A KPI before and after something happened. It shows that both stand beside each other, never that one caused the other."""

from collections.abc import Iterable
from dataclasses import dataclass
from statistics import median

from disclosure.rule import Number
from kpis.kpi import Kpi
from programme.events import Event, events
from programme.quarter import Quarter
from reports.progress.delivery import followed
from reports.progress.readings import Line, Progress, Reading

SPAN = 4  # quarters on each side: a year, so that every season is on both


@dataclass(frozen=True, slots=True)
class Side:
    """One side of an event: the reading nearest to it that has a figure, and the median of up to four quarters."""

    reading: Reading
    median: float
    count: int

    @property
    def quarter(self) -> Quarter:
        """The quarter its figure was reported in."""
        return self.reading.reported

    @property
    def value(self) -> float:
        """Its figure."""
        return self.reading.shown.value


@dataclass(frozen=True, slots=True)
class BeforeAfter:
    """A KPI's figures before and after an event. The quarter it happened in belongs to neither side.

    A side is None where no figure can be seen: `hidden_before` and `hidden_after` say whether there is one.
    """

    kpi: Kpi
    event: Event
    before: Side | None
    after: Side | None
    hidden_before: bool = False
    hidden_after: bool = False


def marks(progress: Progress, kpi: Kpi, quarter: Quarter) -> list[Event]:
    """What is marked on a KPI's chart up to `quarter`: the programme's events, those that returns add, and the completion
    of every action that was meant to move this KPI; oldest first."""
    done = (each.now for each in followed(progress, quarter) if each.now.kpi == kpi.id and each.now.done)
    completed = [Event(each.actual, None, f"{each.ref} completed: {each.title}", each.ref, "") for each in done]
    found = (each for each in (*events(), *progress.records.logs.events, *completed) if each.quarter <= quarter)
    return sorted(found, key=lambda event: event.date)


def before_after(line: Line, happened: Iterable[Event]) -> list[BeforeAfter]:
    """Both sides of each event on the figures that a reader may see."""
    series = {each.reported: each for each in line.readings if isinstance(each.shown, Number)}
    hidden = {each.reported for each in line.readings if each.hidden}
    return [_around(line.kpi, event, series, hidden) for event in happened]


def _around(kpi: Kpi, event: Event, series: dict[Quarter, Reading], hidden: set[Quarter]) -> BeforeAfter:
    earlier, later = (event.quarter - SPAN).to(event.quarter - 1)[::-1], (event.quarter + 1).to(event.quarter + SPAN)
    sides = _side(series, earlier), _side(series, later)
    return BeforeAfter(kpi, event, *sides, not hidden.isdisjoint(earlier), not hidden.isdisjoint(later))


def _side(series: dict[Quarter, Reading], quarters: list[Quarter]) -> Side | None:
    """The known figures of `quarters`, the nearest first."""
    known = [series[quarter] for quarter in quarters if quarter in series]
    return Side(known[0], median(each.shown.value for each in known), len(known)) if known else None
