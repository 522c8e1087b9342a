import duckdb
import pytest

from store.engines import file_cursor
from store.engines.file_cursor import FileCursor


@pytest.fixture
def connection():
    with duckdb.connect() as opened:
        opened.execute("CREATE TABLE t (number INTEGER, said VARCHAR[], moment TIMESTAMP)")
        yield opened


def test_a_text_is_read_once_and_asked_with_whatever_values(connection):
    query = "SELECT ?::INTEGER + 1 -- of this test alone"
    assert [FileCursor(connection).execute(query, [each]).fetchone() for each in (1, 2)] == [(2,), (3,)]
    read = file_cursor._read.answer(query, pytest.fail)
    assert isinstance(read, duckdb.Statement)


def test_its_names_mean_what_they_mean_by_now(connection):
    query = "SELECT * FROM t"
    assert FileCursor(connection).execute(query).fetchall() == []
    connection.execute("DROP TABLE t; CREATE TABLE t AS SELECT 'another' AS name")
    assert FileCursor(connection).execute(query).fetchall() == [("another",)]


def test_a_text_with_a_path_in_it_is_not_kept(connection, tmp_path):
    query = f"COPY t TO '{tmp_path / 't.parquet'}' (FORMAT parquet)"
    FileCursor(connection).execute(query)
    assert query not in file_cursor._read


def test_several_statements_are_all_done(connection):
    cursor = FileCursor(connection)
    cursor.execute("INSERT INTO t VALUES (1, [], NULL); INSERT INTO t VALUES (2, [], NULL)")
    assert cursor.execute("SELECT number FROM t ORDER BY number").fetchall() == [(1,), (2,)]


def test_what_is_no_sql_is_refused_as_the_engine_does(connection):
    for _ in range(2):
        with pytest.raises(duckdb.ParserException, match="syntax error at or near"):
            FileCursor(connection).execute("SELECT FROM FROM")


def test_a_table_says_what_its_columns_hold(connection):
    assert FileCursor(connection).types("t") == ["INTEGER", "VARCHAR[]", "TIMESTAMP"]


def test_it_is_asked_once_for_all_who_are_lent_the_same_answers(connection):
    asked = {}
    found = FileCursor(connection, asked).types("t")
    connection.execute("DROP TABLE t")
    assert FileCursor(connection, asked).types("t") is found


def test_what_was_done_in_a_transaction_is_kept_or_undone(connection):
    cursor = FileCursor(connection)
    for end in (cursor.rollback, cursor.commit):
        cursor.begin()
        cursor.execute("INSERT INTO t VALUES (1, [], NULL)")
        end()
    assert FileCursor(connection).execute("SELECT count(*) FROM t").fetchone() == (1,)
