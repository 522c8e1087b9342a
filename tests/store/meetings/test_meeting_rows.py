from datetime import timedelta

from programme.quarter import Quarter
from store.database import Database
from store.meetings.meeting_rows import meetings_then
from store.meetings.meetings import close_meeting, open_meeting, record
from tests.store.holding import HELD, OPENED, QUARTER, challenge, minute

Q4 = Quarter.parse("2024/25 Q4")


def test_a_store_without_meetings_has_none(database):
    with database.cursor() as cursor:
        assert meetings_then(cursor, None) == ()


def test_each_meeting_has_its_own_and_nothing_of_another(database: Database):
    open_meeting(database, QUARTER, HELD, minute(0))
    record(database, 1, challenge("First?"), minute(1))
    close_meeting(database, 1, minute(2))
    open_meeting(database, Q4, HELD, minute(3), illustrative=True)
    record(database, 2, challenge("Second?"), minute(4))
    with database.cursor() as cursor:
        first, second = meetings_then(cursor, None)
        assert meetings_then(cursor, OPENED + timedelta(minutes=1.5))[0].closed is None
    assert [each.said.words for each in first.on_record] == ["First?"]
    assert [each.ref for each in second.on_record] == ["M2-2"]
    assert (first.closed.at, second.closed) == (OPENED + timedelta(minutes=2), None)
    assert (first.illustrative, second.illustrative) == (False, True)
