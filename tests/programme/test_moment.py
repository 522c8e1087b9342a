from datetime import UTC, date, datetime, timedelta

import pytest

from programme.moment import LONDON, day_text, day_typed, end_of, moment, moment_to_come, time_text


def test_a_day_is_read_as_its_end_in_kent():
    assert moment("2025-01-31") == datetime(2025, 1, 31, 23, 59, 59, 999999, UTC)
    assert moment("2024-07-31") == datetime(2024, 7, 31, 22, 59, 59, 999999, UTC)


@pytest.mark.parametrize("text", ["31/01/2025", "31 January 2025", " 2025-01-31 "])
def test_a_day_is_read_as_people_write_it(text):
    assert moment(text) == datetime(2025, 1, 31, 23, 59, 59, 999999, UTC)


def test_a_time_without_an_offset_is_kents():
    assert moment("2024-07-31T09:30") == datetime(2024, 7, 31, 8, 30, tzinfo=UTC)
    assert moment("2024-07-31T09:30+00:00") == datetime(2024, 7, 31, 9, 30, tzinfo=UTC)


@pytest.mark.parametrize("text", ["March", "", "31.March"])
def test_anything_else_is_refused_with_what_it_got(text):
    with pytest.raises(
        ValueError, match=f"A moment is written like 2025-03-31, 31/03/2025 or 2025-03-31T09:30, got: {text}"
    ):
        moment(text)


@pytest.mark.parametrize("asked", [moment, moment_to_come, day_typed])
@pytest.mark.parametrize(
    ("text", "why"),
    [
        ("2025-13-01", "months go from 1 to 12"),
        ("2025-02-30", "February 2025 has 28 days"),
        ("31/04/2025", "April 2025 has 30 days"),
    ],
)
def test_of_a_day_that_there_is_not_that_is_said(asked, text, why):
    with pytest.raises(ValueError) as told:
        asked(text)
    assert str(told.value) == f"There is no such day, because {why}, got: {text}"


@pytest.mark.parametrize("text", ["9999-12-31", "9999-12-31T23:59-05:00", "2999-01-01", "0001-01-01T00:00+05:00"])
def test_a_day_that_has_not_come_is_refused_with_what_it_got(text):
    with pytest.raises(ValueError) as told:
        moment(text)
    assert str(told.value) == f"A moment to look back to is a day that has been, today at the latest, got: {text}"


def test_today_has_come_to_its_end_and_tomorrow_has_not():
    today = datetime.now(LONDON).date()
    assert moment(f"{today}") == end_of(today)
    with pytest.raises(ValueError, match="today at the latest"):
        moment(f"{today + timedelta(days=1)}T00:00")


def test_what_begins_on_a_day_begins_with_its_first_minute_in_kent():
    assert moment_to_come(" 2999-07-31 ") == datetime(2999, 7, 30, 23, tzinfo=UTC)
    assert moment_to_come("2999-07-31T09:30") == datetime(2999, 7, 31, 8, 30, tzinfo=UTC)
    assert moment_to_come("2999-07-31T09:30+00:00") == datetime(2999, 7, 31, 9, 30, tzinfo=UTC)


@pytest.mark.parametrize("text", ["soon", "", "0001-01-01T00:00+05:00"])
def test_what_begins_at_no_moment_is_refused_with_what_it_got(text):
    with pytest.raises(ValueError) as told:
        moment_to_come(text)
    assert str(told.value) == f"A moment is written like 2025-03-31 or 2025-03-31T09:30, got: {text}"


def test_days_and_times_are_written_as_people_read_them():
    assert day_text(date(2019, 3, 29)) == "29 March 2019"
    assert day_text(end_of(date(2024, 7, 31))) == "31 July 2024"
    assert time_text(datetime(2024, 7, 31, 8, 5, tzinfo=UTC)) == "31 July 2024 at 09:05"
