"""The dated events that charts mark: inspections, decisions, changes of plan, breaks in series."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from functools import cache

from plumbing.reference import rows
from programme.quarter import Quarter
from programme.sheets.written import Row

SHEET = "Events"


@dataclass(frozen=True, slots=True)
class Event:
    """Something that happened on `date` (until `until`, where it lasted); `short` fits on a chart."""

    date: date
    until: date | None
    event: str
    short: str
    note: str

    @property
    def quarter(self) -> Quarter:
        """The quarter it began in."""
        return Quarter.containing(self.date)


@cache
def events() -> tuple[Event, ...]:
    """Every event of `events.csv`, oldest first."""
    found = (
        Event(
            date.fromisoformat(row["date"]),
            date.fromisoformat(row["until"]) if row["until"] else None,
            row["event"],
            row["short"],
            row["note"],
        )
        for row in rows("events")
    )
    return tuple(sorted(found, key=lambda event: event.date))


def events_in(returned: Iterable[Row]) -> list[Event]:
    """The events that returns add on their Events sheet: every row with a date and words."""
    return [
        Event(day, row.day("Until"), row.text("Event"), row.text("Short") or row.text("Event"), row.text("Note"))
        for row in returned
        if (day := row.day("Date")) and row.text("Event")
    ]
