from datetime import UTC, date, datetime, timedelta

import pytest

from programme.submission import Cover, Version
from programme.symbols import Status
from store.order import ledger
from tests.store.submissions import COUNCIL, Q3

MONDAY = datetime(2025, 1, 6, 9, tzinfo=UTC)
COVER = Cover("standard", Q3, (1, 3), COUNCIL, "Assistant director", "Analyst", date(2024, 12, 31), Status.PROVISIONAL, True)
HISTORY = Cover("history", None, (1, 2, 3, 4, 5), COUNCIL, "Assistant director", "Analyst", None, Status.FINAL)
FIRST = Version(1, COVER, "Q3 ‘final’.xlsx", "f" * 64, MONDAY, "SEND analyst", "first return")
SECOND = Version(2, HISTORY, "history.xlsx", "f" * 64, MONDAY + timedelta(days=1), "SEND analyst", "")
THIRD = Version(3, HISTORY, "history.xlsx", "f" * 64, MONDAY + timedelta(days=2), "Head of SEND", "wrong file", 2)


@pytest.fixture
def cursor(database):
    with database.transaction() as cursor:
        cursor.execute("INSERT INTO files VALUES (?, 'x'::BYTEA)", ["f" * 64])
        for version in (FIRST, SECOND, THIRD):
            ledger.append(cursor, version)
        yield cursor


def test_versions_come_back_as_they_were_written_oldest_first(cursor):
    assert ledger.read_ledger(cursor) == [FIRST, SECOND, THIRD]


def test_a_past_moment_knows_what_was_accepted_at_or_before_it(cursor):
    assert ledger.read_ledger(cursor, MONDAY - timedelta(microseconds=1)) == []
    assert ledger.read_ledger(cursor, MONDAY) == [FIRST]
    assert ledger.read_ledger(cursor, SECOND.accepted_at) == [FIRST, SECOND]


def test_every_version_is_told_anew_once_another_is_stored(database):
    assert ledger.every_version(database) == ()
    with database.transaction() as cursor:
        cursor.execute("INSERT INTO files VALUES (?, 'x'::BYTEA)", ["f" * 64])
        ledger.append(cursor, FIRST)
    assert [ledger.every_version(database) for _ in range(2)] == [(FIRST,)] * 2
    with database.transaction() as cursor:
        ledger.append(cursor, SECOND)
    assert ledger.every_version(database) == (FIRST, SECOND)


def test_what_came_since_a_change(cursor):
    assert ledger.since(cursor, 0) == [FIRST, SECOND, THIRD]
    assert ledger.since(cursor, 2) == [THIRD]
    assert ledger.since(cursor, 3) == []


def test_changes_are_counted_over_returns_and_releases_together(cursor):
    assert ledger.newest_change(cursor) == 3
    cursor.execute("INSERT INTO releases VALUES (1, 4, '2025', 'f.csv', 'f', now()::TIMESTAMP, 'by')")
    assert ledger.newest_change(cursor) == 4


def test_the_next_slot_follows_the_newest_version(cursor):
    assert ledger.next_slot(cursor, THIRD.accepted_at) == (4, THIRD.accepted_at + timedelta(microseconds=1))
    later = MONDAY + timedelta(days=9)
    assert ledger.next_slot(cursor, later) == (4, later)
    with pytest.raises(ValueError, match="must not be earlier"):
        ledger.next_slot(cursor, MONDAY)


def test_the_first_slot(database):
    with database.cursor() as cursor:
        assert ledger.next_slot(cursor, MONDAY) == (1, MONDAY)
        assert ledger.newest_change(cursor) == 0
