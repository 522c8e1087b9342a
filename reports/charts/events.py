"""What happened, on a chart: one letter for each quarter with events, and the key that says what the letters mean."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import groupby
from string import ascii_uppercase

from programme.events import Event
from programme.moment import day_text
from programme.quarter import Quarter
from reports.charts.chart import Period


@dataclass(frozen=True, slots=True)
class Marked:
    """The events of one quarter under one letter: names beside each other would run into one another."""

    letter: str
    quarter: Quarter
    events: tuple[Event, ...]

    @property
    def names(self) -> str:
        """The short names: `Inspection letter and One CCG`."""
        return " and ".join(event.short for event in self.events)

    @property
    def text(self) -> str:
        """`29 March 2019: Inspection letter published …`, for each event."""
        return "; ".join(f"{day_text(event.date)}: {event.event}" for event in self.events)


def within(events: Iterable[Event], periods: Sequence[Period]) -> tuple[Event, ...]:
    """The events that happened in one of the periods, oldest first."""
    return tuple(sorted((event for event in events if event.quarter in set(periods)), key=lambda event: event.date))


def marked(events: Iterable[Event], periods: Sequence[Period]) -> list[Marked]:
    """The events within `periods`, lettered in order of time."""
    grouped = [(quarter, tuple(own)) for quarter, own in groupby(within(events, periods), key=lambda event: event.quarter)]
    return [Marked(_letter(place), quarter, own) for place, (quarter, own) in enumerate(grouped)]


def _letter(place: int) -> str:
    """A to Z, then A2 and so on."""
    again, index = divmod(place, len(ascii_uppercase))
    return ascii_uppercase[index] + (str(again + 1) if again else "")


def events_key(marks: Iterable[Marked]) -> str:
    """What the letters mean: `What happened: A 2019/20 Q2 WSoA cleared; B …`."""
    return "What happened: " + "; ".join(f"{mark.letter} {mark.quarter} {mark.names}" for mark in marks) + "."
