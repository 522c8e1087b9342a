import json
from datetime import UTC, datetime, timedelta
from hashlib import sha256

import pytest

from programme.access import Role
from programme.log import Logged
from programme.published import PublishedFile
from store import comparators, moments
from store.accounts import people
from store.accounts.sessions import begin_session, end_session
from store.log import log
from store.log_check import checked_log
from store.returns import drafts, versions
from tests.accepting import by, person
from tests.store.submissions import ISSUED, standard
from tests.store.test_comparators import KENT as PUBLISHED


def rows(database):
    with database.cursor() as cursor:
        return log.log_rows(cursor)


def logged(database) -> list[tuple]:
    return [(row.deed, row.name, row.what) for row in rows(database)]


def test_each_deed_is_logged_with_the_deed_itself(database):
    versions.accept(database, standard({ISSUED: 41}), by("analyst"))
    versions.withdraw(database, 1, by("Head of SEND", "wrong file"))
    comparators.save_release(database, PublishedFile("2025", "requests.csv", "f" * 64, (PUBLISHED,)), by("analyst"))
    comparators.withdraw_release(database, 1, by("analyst", "wrong"))
    drafts.throw_away(database, drafts.keep_draft(database, b"PK", "draft.xlsx", person()).key, person())
    assert logged(database) == [
        ("accepted", "analyst", "version 1: return.xlsx"),
        ("withdrew", "Head of SEND", "version 1: return.xlsx"),
        ("loaded a release", "analyst", "release 1: requests.csv"),
        ("withdrew a release", "analyst", "release 1: requests.csv"),
        ("uploaded", "analyst", "draft.xlsx"),
        ("threw a draft away", "analyst", "draft.xlsx"),
    ]
    assert versions.latest_change(database) == 4, "the log is no change to the record"


def test_people_and_their_sessions_are_logged_with_where_from(database):
    people.enrol(database, "Ann", {Role.LEAD, Role.READER}, person("admin"))
    people.keep_link(database, 1, "the hash of a link", person("admin"))
    people.use_link(database, "the hash of a link", "scrypt", "10.0.0.7")
    begin_session(database, "cookie", 1, frozenset(), "10.0.0.8")
    end_session(database, "cookie", "signed out")
    end_session(database, "cookie", "signed out")
    people.give_roles(database, 1, {Role.LEAD}, person("admin"))
    people.forget_password(database, 1, person("admin"))
    people.strike(database, 1, person("admin"))
    assert [(row.deed, row.doer, row.came_from, row.what) for row in rows(database)] == [
        ("added a person", "admin", "", "Ann (local:1): lead, reader"),
        ("set their password", "Ann (local:1)", "10.0.0.7", "by a link"),
        ("signed in", "Ann (local:1)", "10.0.0.8", ""),
        ("signed out", "Ann (local:1)", "10.0.0.8", ""),
        ("gave roles", "admin", "", "Ann (local:1): lead"),
        ("reset a person", "admin", "", "Ann (local:1): lead"),
        ("removed a person", "admin", "", "Ann (local:1): lead"),
    ]


def test_what_is_not_done_is_not_logged(database):
    with pytest.raises(RuntimeError), database.transaction() as cursor:
        log.log_deed(cursor, Logged.ACCEPTED, person(), "version 1")
        raise RuntimeError
    assert logged(database) == []
    assert checked_log(database, person()).sound


def test_the_bytes_that_are_hashed_are_as_stated(database, monkeypatch):
    monkeypatch.setattr(moments, "now", lambda: datetime(2026, 11, 26, 9, 30))
    with database.transaction() as cursor:
        made = log.log_deed(cursor, Logged.ACCEPTED, person("Zoë"), "version 1")
    assert rows(database) == [made]
    words = '["Zoë","","","version 1"]'.encode()
    assert made.sealed == sha256(bytes.fromhex(made.salt) + words).hexdigest()
    told = f'[1,"2026-11-26T09:30:00.000000Z","accepted",null,"{made.sealed}","{"0" * 64}"]'
    assert made.hash == sha256(told.encode()).hexdigest()
    assert json.loads(told)[0] == 1


def test_a_text_that_no_database_keeps_is_logged_as_far_as_it_can_be(database):
    with database.transaction() as cursor:
        log.log_deed(cursor, Logged.UPLOADED, person(), "a\ud800b" + "x" * 1_000)
    (row,) = rows(database)
    assert (row.what[:3], len(row.what)) == ("a?b", 500)
    assert checked_log(database, person()).sound


def test_since_a_moment(database, monkeypatch):
    for day in (1, 2, 3):
        monkeypatch.setattr(moments, "now", lambda day=day: datetime(2026, 11, day))
        with database.transaction() as cursor:
            log.log_deed(cursor, Logged.UPLOADED, person(), str(day))
    with database.cursor() as cursor:
        found = log.log_rows(cursor, datetime(2026, 11, 2, tzinfo=UTC))
    assert [row.what for row in found] == ["2", "3"]


def of_day(database, monkeypatch, day: int) -> None:
    moment = datetime(2026, 1, 1) + timedelta(days=day)
    monkeypatch.setattr(moments, "now", lambda: moment)
    with database.transaction() as cursor:
        log.log_deed(cursor, Logged.UPLOADED, person(), f"day {day}")


def test_what_is_older_than_24_months_goes_and_the_rest_still_follows(database, monkeypatch):
    for day in range(0, 900, 90):
        of_day(database, monkeypatch, day)
    kept_apart = checked_log(database, person()).end
    with database.transaction() as cursor:
        assert log.let_go_of_old_rows(cursor, person("admin")) == 1
        assert log.let_go_of_old_rows(cursor, person("admin")) == 0
    found = rows(database)
    assert (found[0].number, found[0].what) == (2, "day 90")
    assert (found[-1].deed, found[-1].what[:13]) == ("let old rows go", "rows up to 1:")
    verdict = checked_log(database, person(), kept_apart)
    assert (verdict.sound, verdict.rows) == (True, 10)
    with database.transaction() as cursor:
        cursor.execute("DELETE FROM log WHERE number = 2")
    assert checked_log(database, person()).wrong == "row 2 is missing: row 1 is followed by 3"


def test_a_clock_that_jumped_makes_nothing_old(database, monkeypatch):
    for day in (0, 1, 2, 3_000, 3_001):
        of_day(database, monkeypatch, day)
    with database.transaction() as cursor:
        assert log.let_go_of_old_rows(cursor, person("admin")) == 0
