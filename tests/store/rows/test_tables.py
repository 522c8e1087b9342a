from pathlib import Path

from store.rows.rows import insert
from store.rows.tables import columns_by_table, quoted_name, quoted_path, rows_by_table


def test_the_columns_of_a_table_come_in_their_order(database):
    with database.cursor() as cursor:
        columns = columns_by_table(cursor)
    assert columns["migrations"] == ["number", "name", "applied_at"]
    assert "no such table" not in columns and "versions" in columns


def test_a_table_of_one_connection_is_no_table_of_the_store(database):
    """A redaction says the words that go in one: it must not be copied as if it were kept."""
    with database.cursor() as cursor:
        before = columns_by_table(cursor)
        cursor.execute("CREATE TEMP TABLE new_texts (place VARCHAR)")
        assert columns_by_table(cursor) == before


def test_the_rows_of_several_tables_are_counted_at_once(database):
    with database.transaction() as cursor:
        insert(cursor, "entries", [(1, place, "Actions", 5, "Action", "C5", "Train") for place in (1, 2)])
        assert rows_by_table(cursor, ["figures", "entries", "log_end"]) == {"figures": 0, "entries": 2, "log_end": 0}


def test_whatever_signs_a_name_has_it_is_a_name():
    assert quoted_name('a "b" c') == '"a ""b"" c"'
    assert quoted_path(Path("the board's/copy")) == "the board''s/copy"
