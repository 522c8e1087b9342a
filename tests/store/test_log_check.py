import re
from datetime import datetime

import pytest

from programme.access import NotAllowed, Person, Role
from programme.log import LogEnd, Logged
from store import log_check, moments
from store.log import log
from store.log_check import checked_log, end_typed, read_log
from tests.accepting import person


@pytest.fixture
def filled(database):
    with database.transaction() as cursor:
        for number in range(1, 6):
            log.log_deed(cursor, Logged.UPLOADED, person("Ann"), f"file {number}")
    return database


def bent(database, sql: str) -> tuple[int | None, str]:
    with database.transaction() as cursor:
        cursor.execute(sql)
    found = checked_log(database, person())
    return found.row, found.wrong


def test_a_log_is_whole(filled):
    found = checked_log(filled, person())
    assert (found.sound, found.rows, found.end.number, found.row) == (True, 5, 5, None)
    assert [row.what for row in read_log(filled, person())] == [f"file {number}" for number in range(1, 6)]


def test_what_was_found_is_remembered_while_no_letter_is_another(filled, monkeypatch):
    hashed, real = [], log_check._verdict
    monkeypatch.setattr(log_check, "_verdict", lambda *told: hashed.append(1) or real(*told))
    for _ in range(3):
        assert checked_log(filled, person()).sound
    assert len(hashed) == 1
    with filled.transaction() as cursor:
        log.log_deed(cursor, Logged.UPLOADED, person("Ann"), "file 6")
    assert (checked_log(filled, person()).rows, len(hashed)) == (6, 2)
    assert not checked_log(filled, person(), LogEnd(6, "0" * 64)).sound


CHANGES = [
    "number = 30 WHERE number = 3",
    "happened_at = '2020-01-01' WHERE number = 3",
    "deed = 'accepted' WHERE number = 3",
    "name = 'A', account = 'nn' WHERE number = 3",
    "name = 'Ann|', account = '' WHERE number = 3",
    "came_from = what, what = came_from WHERE number = 3",
    "what = 'file 4' WHERE number = 3",
    "redacts = 0 WHERE number = 3",
    "salt = '' WHERE number = 3",
    "sealed = hash, hash = sealed WHERE number = 3",
]


@pytest.mark.parametrize("change", CHANGES)
def test_what_is_bent_after_it_was_found_whole_is_found(filled, change):
    assert checked_log(filled, person()).sound
    row, wrong = bent(filled, f"UPDATE log SET {change}")
    assert (row, bool(wrong)) == (3, True)


@pytest.mark.parametrize("column", ["name", "account", "came_from", "what"])
def test_words_that_were_altered_are_found(filled, column):
    told = bent(filled, f"UPDATE log SET {column} = 'another' WHERE number = 3")
    assert told == (3, "the words of row 3 are not those that were logged")


@pytest.mark.parametrize(
    "change", ["deed = 'accepted'", "happened_at = '2020-01-01'", "redacts = 1", f"sealed = '{'0' * 64}'"]
)
def test_anything_else_that_was_altered_is_found(filled, change):
    told = bent(filled, f"UPDATE log SET {change} WHERE number = 3")
    assert told == (3, "row 3 does not follow from the one before: it, or that one, was altered")


def test_a_hash_made_anew_is_found_at_the_row_after_it(filled):
    row = read_log(filled, person())[2]
    words = ("Eve", *row.words[1:])
    again = log.sealed(row.salt, words)
    with filled.transaction() as cursor:
        before = log.log_rows(cursor)[1]
        made = log.row_hash(type(row)(*[*(getattr(row, each) for each in row.__slots__[:9]), again, ""]), before.hash)
    told = bent(filled, f"UPDATE log SET name = 'Eve', sealed = '{again}', hash = '{made}' WHERE number = 3")
    assert told == (4, "row 4 does not follow from the one before: it, or that one, was altered")


def test_a_row_taken_out_is_found(filled):
    assert bent(filled, "DELETE FROM log WHERE number = 3") == (3, "row 3 is missing: row 2 is followed by 4")
    assert bent(filled, "DELETE FROM log WHERE number < 3") == (1, "row 1 is missing: row 0 is followed by 4")


def test_an_end_that_was_cut_off_is_found(filled):
    told = bent(filled, "DELETE FROM log WHERE number > 3")
    assert told == (4, "it ends with row 3 and must end with row 5: the rest was cut off")


def test_an_end_that_was_cut_off_with_care_is_found_by_what_was_kept_apart(filled):
    kept_apart = checked_log(filled, person()).end
    with filled.transaction() as cursor:
        third = log.log_rows(cursor)[2]
        cursor.execute("DELETE FROM log WHERE number > 3")
        cursor.execute("UPDATE log_end SET number = 3, hash = ?", [third.hash])
    assert checked_log(filled, person()).sound
    found = checked_log(filled, person(), kept_apart)
    assert (found.row, found.wrong) == (4, "it ends with row 3, and what was kept apart is of row 5")
    with filled.transaction() as cursor:
        for number in (4, 5, 6):
            log.log_deed(cursor, Logged.UPLOADED, person("Eve"), f"file {number}")
    assert checked_log(filled, person()).sound
    found = checked_log(filled, person(), kept_apart)
    assert (found.row, found.wrong) == (5, "row 5 is another than the one whose hash was kept apart")


def test_words_taken_away_need_a_redaction_that_says_so(filled):
    told = bent(filled, "UPDATE log SET salt = '', name = '' WHERE number = 3")
    assert told == (3, "the words of row 3 were taken away, and no redaction says so")
    with filled.transaction() as cursor:
        words = log.log_rows(cursor)[2].words
        log.log_deed(cursor, Logged.REDACTED_LOG, person(), log.left_words(3, words), redacts=3)
    assert checked_log(filled, person()).sound
    told = bent(filled, "UPDATE log SET name = 'Eve' WHERE number = 3")
    assert told == (3, "the words of row 3 were taken away, and no redaction says so")


def test_a_clock_set_back_is_told_and_bends_nothing(database, monkeypatch):
    for day in (3, 1, 2):
        monkeypatch.setattr(moments, "now", lambda day=day: datetime(2026, 11, day))
        with database.transaction() as cursor:
            log.log_deed(cursor, Logged.UPLOADED, person(), "file")
    found = checked_log(database, person())
    assert (found.sound, found.clock) == (True, (2,))


@pytest.mark.parametrize("role", [role for role in Role if role is not Role.ADMINISTRATOR])
def test_the_log_is_the_administrators(database, role):
    somebody = Person("somebody", "", frozenset({role}))
    for reading in (read_log, checked_log):
        with pytest.raises(NotAllowed, match=r"^Only an administrator may do this \(read log\)"):
            reading(database, somebody)


def test_an_end_is_read_as_it_is_printed():
    end = LogEnd(12, "0a" * 32)
    assert end_typed(f" {end}\n") == end
    with pytest.raises(ValueError, match=re.escape("like 12:2c26…, as --check prints it, got: 12")):
        end_typed("12")
