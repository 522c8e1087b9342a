"""Both engines' cursors are what the protocol says: the same question gives the same rows."""

from contextlib import nullcontext
from datetime import date, datetime

import numpy as np
import pytest

from store.database import Database
from store.errors import StoreError

MOMENT = datetime(2025, 3, 12, 9, 30, 0, 123_456)


def asked(database, query: str, *values):
    with database.cursor() as cursor:
        return cursor.execute(query, list(values)).fetchall()


def test_values_come_back_as_they_were_given(database):
    query = "SELECT ?::VARCHAR, ?::INTEGER, ?::DOUBLE PRECISION, ?::BOOLEAN, ?::TIMESTAMP, ?::DATE, ?::BYTEA, ?::VARCHAR"
    given = "50% of ½?", 7, 0.1, True, MOMENT, date(2025, 3, 12), b"\x00\xff", None
    assert asked(database, query, *given) == [given]


def test_lists_go_in_side_by_side(database):
    query = "SELECT unnest(?::INTEGER[]) AS one, unnest(?::VARCHAR[]), unnest(?::DOUBLE PRECISION[]) ORDER BY one"
    assert asked(database, query, [1, 2, 3], ["a", None, "c"], [1, 0.5, None]) == [
        (1, "a", 1),
        (2, None, 0.5),
        (3, "c", None),
    ]
    assert asked(database, query, [], [], []) == []
    assert asked(database, query, (1,), ("a",), (2.0,)) == [(1, "a", 2.0)]


def test_rows_come_one_by_one_and_then_the_rest(database):
    with database.cursor() as cursor:
        found = cursor.execute("SELECT unnest(?::INTEGER[]) AS number ORDER BY number", [[3, 1, 2]])
        assert found.fetchone() == (1,)
        assert found.fetchall() == [(2,), (3,)]
        assert found.fetchone() is None


def test_what_was_asked_of_one_file_is_asked_of_another_in_the_same_words(database, tmp_path):
    query = "SELECT count(*) FROM versions WHERE number < ?"
    with Database.open(tmp_path / "another.duckdb") as other:
        assert [asked(each, query, 9) for each in (database, other, database)] == [[(0,)]] * 3


def test_several_statements_are_said_at_once(database):
    with database.cursor() as cursor:
        assert cursor.execute("SELECT 1; SELECT 2").fetchall()
        assert cursor.execute("SELECT 1").fetchall() == [(1,)]


def test_a_table_says_what_its_columns_hold(database, engine):
    held = (
        ["INTEGER", "VARCHAR", "TIMESTAMP"]
        if engine == "file"
        else ["integer", "character varying", "timestamp without time zone"]
    )
    with database.cursor() as cursor:
        assert cursor.types("migrations") == held


@pytest.mark.parametrize("rows", [[[1, 2], [0.5, 1.0]], [[], []]])
def test_columns_are_numbers_also_where_there_is_none(database, rows):
    with database.cursor() as cursor:
        query = "SELECT unnest(?::INTEGER[]) AS version, unnest(?::DOUBLE PRECISION[]) AS share"
        found = cursor.execute(query, rows).fetchnumpy()
    assert {name: np.asarray(column).tolist() for name, column in found.items()} == dict(
        zip(("version", "share"), rows, strict=True)
    )
    assert found["version"].dtype.kind == "i"
    assert found["share"].dtype.kind == "f"


def test_a_sign_that_is_none_is_kept_by_a_file_and_refused_by_a_server_in_a_sentence(database, engine):
    with (
        nullcontext()
        if engine == "file"
        else pytest.raises(StoreError, match=r"got: one with a sign that is none \(number 0\)")
    ):
        assert asked(database, "SELECT ?::VARCHAR", "a\0b") == [("a\0b",)]
