"""What happened, on a chart: one letter for each quarter with events, and the key that says what the letters mean."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import groupby
from string import ascii_uppercase

from programme.events import Event
from programme.quarter import Quarter
from reports.charts.chart import Period


@dataclass(frozen=True, slots=True)
class Lettered:
    """The events of one quarter under one letter: names beside each other would run into one another."""

    letter: str
    quarter: Quarter
    events: tuple[Event, ...]

    @property
    def names(self) -> str:
        """The short names: `Inspection letter and One CCG`."""
        return " and ".join(event.short for event in self.events)


def events_within(events: Iterable[Event], periods: Sequence[Period]) -> tuple[Event, ...]:
    """The events that happened in one of the periods, oldest first."""
    return tuple(sorted((event for event in events if event.quarter in set(periods)), key=lambda event: event.date))


def lettered(events: Iterable[Event], periods: Sequence[Period]) -> list[Lettered]:
    """The events within `periods`, lettered in order of time."""
    by_quarter = groupby(events_within(events, periods), key=lambda event: event.quarter)
    return [Lettered(_letter(place), quarter, tuple(own)) for place, (quarter, own) in enumerate(by_quarter)]


def _letter(place: int) -> str:
    """A to Z, then A2 and so on."""
    again, index = divmod(place, len(ascii_uppercase))
    return ascii_uppercase[index] + (str(again + 1) if again else "")


def events_key(marks: Iterable[Lettered]) -> str:
    """What the letters mean: `What happened: A 2019/20 Q2 WSoA cleared; B …`."""
    return "What happened: " + "; ".join(f"{mark.letter} {mark.quarter} {mark.names}" for mark in marks) + "."
