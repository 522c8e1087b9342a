from pathlib import Path

from store.rows.tables import column_names, quoted_name, quoted_path


def test_the_columns_of_a_table_come_in_their_order(database):
    with database.cursor() as cursor:
        assert column_names(cursor, "migrations") == ["number", "name", "applied_at"]
        assert column_names(cursor, "no such table") == []


def test_whatever_signs_a_name_has_it_is_a_name():
    assert quoted_name('a "b" c') == '"a ""b"" c"'
    assert quoted_path(Path("the board's/copy")) == "the board''s/copy"
