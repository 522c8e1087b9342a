import duckdb

from store.engines.engine_cursor import EngineCursor


def test_rows_come_one_by_one_a_few_at_a_time_and_all_that_are_left():
    with duckdb.connect() as connection:
        cursor = EngineCursor(connection.execute("SELECT * FROM range(6)"))
        assert cursor.fetchone() == (0,)
        assert cursor.fetchmany(2) == [(1,), (2,)]
        assert cursor.fetchall() == [(3,), (4,), (5,)]
        assert cursor.fetchone() is None
