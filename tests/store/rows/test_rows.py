import pytest

from store.rows.rows import insert, keep_file

ROWS = [(1, 1, "Actions", 5, "Action", "C5", "Train — all\nstaff"), (1, 2, "Actions", 6, "", "C6", "=1+1")]


def test_rows_stand_in_the_table_as_given_and_in_order(database):
    with database.transaction() as cursor:
        assert insert(cursor, "entries", ROWS) == 2
        assert cursor.execute("SELECT * FROM entries ORDER BY place").fetchall() == ROWS


def test_no_rows_add_nothing(database):
    with database.transaction() as cursor:
        assert insert(cursor, "entries", []) == 0
        assert cursor.execute("SELECT count(*) FROM entries").fetchone() == (0,)


def test_a_column_without_any_value_stays_empty(database):
    row = (1, 1, 3, "plans_issued", "E10000016", "2024/25 Q3", None, "c", "Figures", "D4", "final", "")
    with database.transaction() as cursor:
        insert(cursor, "figures", [row])
        assert cursor.execute("SELECT * FROM figures").fetchall() == [row]


def test_rows_of_unequal_length_are_refused(database):
    with pytest.raises(ValueError, match="shorter"), database.transaction() as cursor:
        insert(cursor, "entries", [ROWS[0], ROWS[1][:-1]])


def test_a_file_is_kept_once(database):
    with database.transaction() as cursor:
        for content in (b"first", b"second"):
            keep_file(cursor, "a hash", content)
        keep_file(cursor, "another hash", b"second")
        kept = cursor.execute("SELECT sha256, content FROM files ORDER BY sha256").fetchall()
    assert kept == [("a hash", b"first"), ("another hash", b"second")]
