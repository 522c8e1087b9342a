from store.order.changes import CHANGES, MOMENTS, OF_FIGURES, OF_WORDS, changes_of, moments_of

BESIDE_THE_RECORD = {"kept_packs"}
"""Tables that name a change of the record and are none."""


def test_every_table_whose_rows_are_changes_with_a_moment_is_among_them(database):
    query = """
        SELECT table_name FROM information_schema.columns
        WHERE table_schema = current_schema() AND column_name = 'change' AND table_name IN (
            SELECT table_name FROM information_schema.columns WHERE lower(data_type) LIKE 'timestamp%'
        )
    """
    with database.cursor() as cursor:
        found = {table for (table,) in cursor.execute(query).fetchall()}
    assert found - BESIDE_THE_RECORD == set(CHANGES)
    assert {*OF_FIGURES, *OF_WORDS} < set(CHANGES) < set(MOMENTS)


def test_every_table_and_column_is_there(database):
    with database.cursor() as cursor:
        assert cursor.execute(f"SELECT count(*), max(moment) FROM {moments_of(*MOMENTS)}").fetchone() == (0, None)
        assert cursor.execute(f"SELECT max(change), max(moment) FROM {changes_of(*CHANGES)}").fetchone() == (None, None)
