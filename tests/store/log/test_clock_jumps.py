from datetime import UTC, datetime, timedelta

from programme.log import LogRow
from store.log.clock_jumps import age_of_rows, clock_set_back

BEGUN = datetime(2026, 1, 1, tzinfo=UTC)


def rows(*days: float) -> list[LogRow]:
    return [LogRow(n, BEGUN + timedelta(days=day), "", "", "", "", "", None, "", "", "") for n, day in enumerate(days, 1)]


def ages(*days: float, now: float) -> list[int]:
    return [age.days for _, age in age_of_rows(rows(*days), BEGUN + timedelta(days=now))]


def test_a_row_is_as_old_as_the_clock_says():
    assert ages(0, 100, 200, now=210) == [210, 110, 10]


def test_a_jump_of_the_clock_counts_120_days_at_most():
    assert ages(0, 1, 3_000, now=3_001) == [122, 121, 1]


def test_a_clock_set_back_makes_nothing_older_than_it_says():
    assert ages(10, 0, 5, now=6) == [-4, 6, 1]


def test_a_clock_set_back_is_told_where_it_was():
    assert clock_set_back(rows(0, 1, 0.5, 2, 1.999)) == (3,), "a minute is what was looked at, written a little later"
