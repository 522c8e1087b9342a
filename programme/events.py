"""The dated events that charts mark: inspections, decisions, changes of plan, breaks in series."""

import datetime
from dataclasses import dataclass
from functools import cache

from plumbing.reference import rows
from programme.quarter import Quarter
from programme.sheets import common
from programme.sheets.form import column
from programme.sheets.holds import DATE, TEXT


@dataclass(frozen=True, slots=True)
class Event:
    """Something that happened on `date` (until `until`, where it lasted); `short` fits on a chart.

    Its fields are the columns of the sheet on which returns tell of events.
    """

    date: datetime.date = common.happened(needed=True)
    until: datetime.date | None = column("Until", DATE, 14)
    event: str = column("Event", TEXT, 48, needed=True)
    short: str = column("Short", TEXT, 20)
    note: str = common.note()

    @property
    def quarter(self) -> Quarter:
        """The quarter it began in."""
        return Quarter.containing(self.date)


@cache
def events() -> tuple[Event, ...]:
    """Every event of `events.csv`, oldest first."""
    found = (
        Event(
            datetime.date.fromisoformat(row["date"]),
            datetime.date.fromisoformat(row["until"]) if row["until"] else None,
            row["event"],
            row["short"],
            row["note"],
        )
        for row in rows("events")
    )
    return tuple(sorted(found, key=lambda event: event.date))
