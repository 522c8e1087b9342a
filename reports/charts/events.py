"""What happened, on a chart: a word over the line of its quarter where there is room; what does not fit stays in the key."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import groupby

from programme.events import Event
from programme.quarter import Quarter
from reports.charts.chart import ChartPeriod
from reports.charts.paper import text_width

WIDE = 1000  # pixels that a plot on a page has, about: narrower ones show no words
LETTER = 11  # pixels of the letters of a word over a line
APART = 10  # pixels between two words


@dataclass(frozen=True, slots=True)
class Upright:
    """The events of one quarter, in the order of time."""

    quarter: Quarter
    events: tuple[Event, ...]

    @property
    def names(self) -> str:
        """The short names: `Inspection letter and One CCG`."""
        return " and ".join(event.short for event in self.events)


def events_within(events: Iterable[Event], periods: Sequence[ChartPeriod]) -> tuple[Event, ...]:
    """The events that happened in one of the periods, oldest first."""
    return tuple(sorted((event for event in events if event.quarter in set(periods)), key=lambda event: event.date))


def uprights_of(events: Iterable[Event], periods: Sequence[ChartPeriod]) -> list[Upright]:
    """The events within `periods`, together where they share a quarter, in order of time."""
    by_quarter = groupby(events_within(events, periods), key=lambda event: event.quarter)
    return [Upright(quarter, tuple(own)) for quarter, own in by_quarter]


def worded(
    events: Iterable[Event], periods: Sequence[ChartPeriod], width: float = WIDE, letter: float = LETTER
) -> list[Upright]:
    """Those whose words fit over a plot `width` pixels wide, in order of time: the newest are placed first."""
    apart = width / max(len(periods), 1)
    taken: list[tuple[float, float]] = []
    kept = []
    for mark in reversed(uprights_of(events, periods)):
        middle, half = (periods.index(mark.quarter) + 0.5) * apart, text_width(mark.names, letter) / 2
        begins, ends = middle - half, middle + half
        if begins >= 0 and all(ends + APART <= left or right + APART <= begins for left, right in taken):
            taken.append((begins, ends))
            kept.append(mark)
    return kept[::-1]


def events_key(marks: Iterable[Upright]) -> str:
    """Everything that happened, in order of time: `What happened: 2019/20 Q2 WSoA cleared; …`."""
    return "What happened: " + "; ".join(f"{mark.quarter} {mark.names}" for mark in marks) + "."
