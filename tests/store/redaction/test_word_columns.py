from store.redaction.word_columns import DELETED_WHOLE, FOUND_BY, NOT_TYPED, TYPED

ASKED = """
    SELECT table_name, column_name FROM information_schema.columns
    WHERE table_schema = current_schema() AND (data_type LIKE 'VARCHAR%' OR data_type LIKE 'character varying%')
"""


def test_every_column_of_text_is_gone_through_by_a_redaction_or_holds_nothing_that_was_typed(database):
    """Who adds a column of text says in store/redaction/word_columns.py whether people type into it."""
    with database.cursor() as cursor:
        there = {(table, column) for table, column in cursor.execute(ASKED).fetchall() if table not in DELETED_WHOLE}
    said = [(table, column) for each in (TYPED, NOT_TYPED) for table, columns in each.items() for column in columns]
    assert sorted(there) == sorted(said)


def test_what_is_found_by_its_version_is_typed():
    assert set(FOUND_BY) <= set(TYPED)
