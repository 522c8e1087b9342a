import threading

import pytest

from programme.access import Person
from programme.log import Logged
from store.database import Database
from store.errors import StoreError
from store.log import looks
from store.log_check import checked_log
from tests.accepting import person
from tests.store.log.test_log import rows

ANN = Person("Ann", "local:3", frozenset(), came_from="10.0.0.7")


def hidden(database, what: str = "measures?kpi=exclusions") -> None:
    database.looks.note(Logged.LOOKED_AT_HIDDEN, ANN, what)


def test_a_look_is_written_later_and_by_another_thread(database, monkeypatch):
    monkeypatch.setattr(looks, "PAUSE", 0.01)
    with database.transaction():  # nobody else can write now, and no page waits for that
        hidden(database)
        writer = database.looks._writer
    writer.join(10)
    (row,) = rows(database)
    assert (row.deed, row.doer, row.came_from, row.what) == (
        "looked at hidden figures",
        "Ann (local:3)",
        "10.0.0.7",
        "measures?kpi=exclusions",
    )
    assert database.looks._writer is None, "the thread ends where nothing waits"


def test_an_orderly_end_loses_nothing(tmp_path):
    with Database.open(tmp_path / "wsoa.duckdb") as database:
        for number in range(1_200):
            hidden(database, str(number))
    with Database.open(tmp_path / "wsoa.duckdb") as again:
        assert [row.what for row in rows(again)] == [str(number) for number in range(1_200)]
        assert checked_log(again, person()).sound


def test_the_same_look_within_an_hour_is_one_and_what_is_taken_away_is_each(database):
    now = 0.0
    database.looks._clock = lambda: now
    for _ in range(3):
        hidden(database)
        database.looks.note(Logged.TOOK_AWAY, ANN, "results.csv")
    now = 3_601.0
    hidden(database)
    database.looks.flush()
    assert [row.deed for row in rows(database)].count("looked at hidden figures") == 2
    assert [row.deed for row in rows(database)].count("took away") == 3


def test_what_cannot_be_written_waits_and_is_told(database, monkeypatch):
    def full(*_, **__):
        raise StoreError(
            "There must be room on the disk for the database /srv/w.duckdb, got: No space left.", database.place
        )

    with monkeypatch.context() as patched:
        patched.setattr(looks.log, "log_looks", full)
        hidden(database)
        with pytest.raises(StoreError, match="room on the disk"):
            database.looks.flush()
        assert (
            database.looks.trouble
            == "There must be room on the disk for the database a file of this app, got: No space left."
        )
    database.looks.flush()
    assert database.looks.trouble == ""
    assert len(rows(database)) == 1


def test_what_finds_no_room_is_counted_and_said_in_the_log(database):
    database.looks._most = 2
    for number in range(5):
        hidden(database, str(number))
    assert database.looks.trouble == "3 looks could not be logged, because the log could not be written. "
    database.looks.flush()
    assert [(row.deed, row.name, row.what) for row in rows(database)][2:] == [
        ("could not log", "WSoA Monitor", "3 looks before this row")
    ]
    assert database.looks.trouble == ""


def test_one_that_finds_no_room_is_one(database):
    database.looks._most = 0
    hidden(database)
    assert database.looks.trouble == "1 look could not be logged, because the log could not be written. "
    database.looks._most = 1
    hidden(database, "another")
    database.looks.flush()
    assert [row.what for row in rows(database)] == ["another", "1 look before this row"]


def test_many_at_once_are_all_logged_beside_deeds(database):
    def look(who: int) -> None:
        for number in range(100):
            hidden(database, f"{who} {number}")
            if number % 25 == 0:
                database.looks.flush()

    threads = [threading.Thread(target=look, args=[who]) for who in range(4)]
    for each in threads:
        each.start()
    for each in threads:
        each.join()
    database.looks.flush()
    found = checked_log(database, person())
    assert (found.sound, found.rows) == (True, 400)


def test_a_store_that_can_only_be_read_is_looked_at_and_says_so(tmp_path, monkeypatch):
    Database.open(tmp_path / "wsoa.duckdb").close()
    monkeypatch.setattr("store.engines.in_file._only_readable", lambda path: True)
    with Database.open(tmp_path / "wsoa.duckdb") as database:
        hidden(database)
        assert database.looks.trouble == "What is looked at is not logged: the database can only be read."


def test_a_database_that_nobody_holds_is_let_go(tmp_path):
    database = Database.open(tmp_path / "wsoa.duckdb")
    noted = database.looks
    del database
    noted.close()
    assert noted._database() is None
