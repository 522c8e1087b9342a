from datetime import UTC, datetime, timedelta, timezone

import pytest

from store import moments

NOON = datetime(2024, 11, 5, 12, tzinfo=UTC)


def test_a_moment_is_kept_in_utc_and_comes_back_with_its_offset():
    summer = datetime(2024, 7, 1, 13, 30, tzinfo=timezone(timedelta(hours=1)))
    assert moments.stored(summer) == datetime(2024, 7, 1, 12, 30)
    assert moments.aware(moments.stored(summer)) == summer


def test_a_moment_without_its_offset_is_refused():
    with pytest.raises(ValueError, match=r"must say its offset from UTC, got: 2024-11-05 12:00:00"):
        moments.stored(datetime(2024, 11, 5, 12))


def test_the_first_moment_is_the_one_asked_for():
    assert moments.following(None, NOON) == datetime(2024, 11, 5, 12)


def test_the_same_moment_twice_becomes_the_next_microsecond():
    assert moments.following(datetime(2024, 11, 5, 12), NOON) == datetime(2024, 11, 5, 12, 0, 0, 1)


def test_an_earlier_moment_is_refused():
    with pytest.raises(ValueError, match=r"must not be earlier than 2024-11-05 13:00:00\+00:00, got: 2024-11-05 12:00"):
        moments.following(datetime(2024, 11, 5, 13), NOON)


def test_a_clock_that_was_set_back_does_not_turn_time_round():
    newest = moments.now() + timedelta(hours=1)
    assert moments.following(newest, None) == newest + moments.TICK
