from datetime import date

from programme.events import events
from programme.quarter import Quarter


def test_events_come_oldest_first():
    dates = [event.date for event in events()]
    assert dates == sorted(dates)
    assert (dates[0], dates[-1]) == (date(2019, 1, 28), date(2024, 8, 6))


def test_the_break_in_the_dfes_series_is_marked():
    (found,) = [event for event in events() if event.short == "SEN2 break"]
    assert (found.date, found.until, found.quarter) == (date(2023, 1, 1), None, Quarter(2022, 4))


def test_what_lasted_ends_after_it_began():
    lasting = [event for event in events() if event.until]
    assert lasting and all(event.until > event.date for event in lasting)


def test_every_event_fits_on_a_chart():
    assert all(0 < len(event.short) <= 24 and event.event for event in events())


def test_an_uncertain_day_says_so():
    (notice,) = [event for event in events() if event.short == "Improvement Notice"]
    assert "to be confirmed" in notice.note
