from datetime import UTC, datetime, timedelta

from programme.quarter import Quarter
from store.database import Database
from store.order.points import StorePoint, point_at
from store.returns.versions import accept
from tests.accepting import by
from tests.store.submissions import ISSUED, standard

FIRST, SECOND = datetime(2025, 1, 20, 9, tzinfo=UTC), datetime(2025, 2, 3, 14, 50, tzinfo=UTC)


def test_nothing_stored_is_no_point(database):
    assert point_at(database) is None


def test_it_is_the_newest_change_by_a_moment_and_without_one_that_of_the_newest_change(database):
    for at, quarter in ((FIRST, Quarter(2024, 2)), (SECOND, Quarter(2024, 3))):
        accept(database, standard({ISSUED: 400}, quarter=quarter), by("analyst", at=at))
    assert point_at(database) == StorePoint(2, SECOND)
    assert point_at(database, FIRST) == StorePoint(1, FIRST)
    between = SECOND - timedelta(microseconds=1)
    assert point_at(database, between) == StorePoint(1, between)
    assert point_at(database, SECOND + timedelta(days=7)) == StorePoint(2, SECOND + timedelta(days=7))
    assert point_at(database, FIRST - timedelta(days=1)) == StorePoint(0, FIRST - timedelta(days=1))


def test_the_end_of_an_embargo_is_a_point_once_it_is_past(database: Database):
    ended, to_come = datetime(2025, 3, 1, 9, tzinfo=UTC), datetime(9999, 1, 1, tzinfo=UTC)
    accept(database, standard({ISSUED: 400}), by("analyst", at=FIRST))
    row = "INSERT INTO sign_offs VALUES (?, '2024/25 Q3', 'published', ?, 'Chair', 'Agreed', 1, ?, NULL, ?)"
    with database.transaction() as cursor:
        for change, embargo in ((2, ended), (3, to_come)):
            cursor.execute(row, [change, *(each.replace(tzinfo=None) for each in (SECOND, FIRST, embargo))])
    assert point_at(database) == StorePoint(3, ended)
