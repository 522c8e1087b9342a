from datetime import date

from programme.sheets.events import EVENTS, events_in
from tests.programme.rows import rows


def test_returns_can_add_events_of_their_own():
    typed = {"Date": "2024-11-20", "Event": "New case system", "Short": "System", "Note": "illustrative"}
    found = events_in(
        rows("Events", typed, {"Date": "soon", "Event": "Something"}, {"Date": "2024-12-01", "Event": "Hub moves"})
    )
    assert [(event.date, event.event, event.short) for event in found] == [
        (date(2024, 11, 20), "New case system", "System"),
        (date(2024, 12, 1), "Hub moves", "Hub moves"),
    ]


def test_an_event_can_last_and_needs_no_quarter_of_its_own():
    typed = {"Date": "1 February 2020", "Until": "29/02/2020", "Event": "Co-production events"}
    (event,) = events_in(rows("Events", typed, quarter=None))
    assert (event.until, str(event.quarter), EVENTS.quarterly) == (date(2020, 2, 29), "2019/20 Q4", False)
