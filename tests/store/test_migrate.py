import pytest

from store import migrate
from store.database import Database
from store.errors import StoreError

TABLES = "SELECT table_name FROM information_schema.tables WHERE table_schema = current_schema() ORDER BY table_name"
EVERY_STEP = [(1, "0001_returns"), (2, "0002_published"), (3, "0003_place"), (4, "0004_accounts")]
EVERY_TABLE = ["accounts", "answered", "entries", "figures", "files", "migrations", "published", "releases", "versions"]


def tables(database) -> list[str]:
    with database.cursor() as cursor:
        return [name for (name,) in cursor.execute(TABLES).fetchall()]


def applied(database) -> list[tuple[int, str]]:
    with database.cursor() as cursor:
        return cursor.execute("SELECT number, name FROM migrations ORDER BY number").fetchall()


def only_the_first(tmp_path):
    folder = tmp_path / "earlier"
    folder.mkdir()
    (folder / migrate.steps()[0].name).write_text(migrate.steps()[0].read_text())
    return folder


def test_the_steps_are_numbered_without_a_gap():
    assert [int(step.name[:4]) for step in migrate.steps()] == list(range(1, len(migrate.steps()) + 1))


def test_an_empty_file_gets_every_table_and_a_record_of_each_step(database):
    assert tables(database) == EVERY_TABLE
    assert applied(database) == EVERY_STEP


def test_a_database_of_the_first_edition_is_brought_up_to_date(tmp_path, monkeypatch):
    earlier = only_the_first(tmp_path)
    monkeypatch.setattr("store.database.migrate", lambda database: migrate.migrate(database, earlier))
    with Database.open(tmp_path / "old.duckdb") as database:
        assert "published" not in tables(database)
        with database.transaction() as cursor:
            cursor.execute("INSERT INTO files VALUES ('f1', 'kept'::BYTEA)")
    monkeypatch.undo()
    with Database.open(tmp_path / "old.duckdb") as database:
        assert tables(database) == EVERY_TABLE
        assert applied(database) == EVERY_STEP
        with database.cursor() as cursor:
            assert cursor.execute("SELECT * FROM files").fetchall() == [("f1", b"kept")]


def test_opening_again_applies_nothing_twice(database):
    migrate.migrate(database)
    assert applied(database) == EVERY_STEP


def test_a_step_that_fails_leaves_neither_its_tables_nor_its_record(database, tmp_path):
    folder = only_the_first(tmp_path)
    (folder / "0002_published.sql").write_text("SELECT 1;")
    (folder / "0003_place.sql").write_text("SELECT 1;")
    (folder / "0004_accounts.sql").write_text("SELECT 1;")
    (folder / "0005_broken.sql").write_text("CREATE TABLE half (i INTEGER); CREATE TABLE half (i INTEGER);")
    with pytest.raises(Exception, match="half"):
        migrate.migrate(database, folder)
    assert tables(database) == EVERY_TABLE
    assert applied(database) == EVERY_STEP


def test_a_newer_edition_is_left_alone(tmp_path):
    with Database.open(tmp_path / "new.duckdb") as database, database.transaction() as cursor:
        cursor.execute("INSERT INTO migrations SELECT 5, '0005_future', max(applied_at) FROM migrations")
    with pytest.raises(StoreError, match=r"must be of edition 4 or earlier, got: edition 5\. It was written by a newer"):
        Database.open(tmp_path / "new.duckdb")


def test_another_programs_database_is_left_alone(tmp_path):
    import duckdb

    with duckdb.connect(str(tmp_path / "sales.duckdb")) as connection:
        connection.execute("CREATE TABLE sales (i INTEGER)")
    with pytest.raises(StoreError, match="must be a database of WSoA Monitor, got: a database with the tables sales"):
        Database.open(tmp_path / "sales.duckdb")
    with duckdb.connect(str(tmp_path / "sales.duckdb")) as connection:
        assert connection.execute("SHOW TABLES").fetchall() == [("sales",)]
