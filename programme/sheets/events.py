"""Events that returns add to those of the reference data: every row with a date and words."""

from collections.abc import Iterable
from dataclasses import replace

from programme.events import Event
from programme.sheets.form import FormSheet, columns_of
from programme.sheets.written import Row

EVENTS = FormSheet("Events", columns_of(Event), apart=("date", "event"), called="event", quarterly=False)
"""An event has a day of its own: it is in that day's quarter, whatever quarter's return tells of it."""


def events_in(rows: Iterable[Row]) -> list[Event]:
    """The events that returns tell of; without a short name their words stand for it."""
    told = (Event(**row.values(EVENTS)) for row in rows if row.has_needed(EVENTS))
    return [replace(event, short=event.short or event.event) for event in told]
