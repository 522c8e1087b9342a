from datetime import datetime, time

import pytest

from programme.moment import LONDON
from store.backups.backup_times import BackupTimes, configured_times


def test_nothing_is_made_by_the_clock_unless_somebody_says_when():
    assert configured_times({}) == BackupTimes(None, 14, "")
    assert BackupTimes().last_due(datetime(2026, 11, 26, 3, tzinfo=LONDON)) is None


def test_when_and_how_many_are_configured():
    assert configured_times({"WSOA_BACKUP_AT": " 02:00 ", "WSOA_BACKUPS_KEPT": "7"}) == BackupTimes(time(2), 7)


@pytest.mark.parametrize(
    ("said", "told"),
    [
        ({"WSOA_BACKUP_AT": "2am"}, "WSOA_BACKUP_AT must be a time like 02:00, got: 2am. No backup is made by the clock."),
        (
            {"WSOA_BACKUP_AT": "24:00"},
            "WSOA_BACKUP_AT must be a time like 02:00, got: 24:00. No backup is made by the clock.",
        ),
        (
            {"WSOA_BACKUP_AT": "02:00", "WSOA_BACKUPS_KEPT": "0"},
            "WSOA_BACKUPS_KEPT must be a whole number from 1 to 1,000, got: 0. No backup is made by the clock.",
        ),
    ],
)
def test_what_is_written_wrongly_is_said(said, told):
    assert configured_times(said) == BackupTimes(wrong=told)


@pytest.mark.parametrize(
    ("now", "due"),
    [
        ("2026-11-26T01:59+00:00", "2026-11-25T02:00:00+00:00"),
        ("2026-11-26T02:00+00:00", "2026-11-26T02:00:00+00:00"),
        ("2026-07-01T02:30+01:00", "2026-07-01T01:00:00+00:00"),
        ("2026-03-29T05:00+01:00", "2026-03-29T01:00:00+00:00"),
        ("2026-10-25T01:30+00:00", "2026-10-24T01:00:00+00:00"),
    ],
)
def test_it_is_due_once_a_day_in_kent(now, due):
    assert BackupTimes(time(2)).last_due(datetime.fromisoformat(now)) == datetime.fromisoformat(due)


def test_an_hour_that_comes_twice_or_never_is_due_once():
    half_past_one = BackupTimes(time(1, 30))
    found = {half_past_one.last_due(datetime(2026, 10, 25, hour, 45, tzinfo=LONDON)) for hour in range(2, 24)}
    assert len(found) == 1
    found = {half_past_one.last_due(datetime(2026, 3, 29, hour, 45, tzinfo=LONDON)) for hour in range(3, 24)}
    assert len(found) == 1
