"""Stores to try things on: in a file and on a server, as every test of the store that is not about files alone does."""

import itertools
import shutil
from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager, contextmanager

import pytest

from store.database import Database
from store.rows.tables import quoted_name, rows_by_table
from tests.serving import emptied, made, started

FILLED = "SELECT table_name FROM duckdb_tables() WHERE estimated_size > 0"
SWEPT_EVERY = 20
"""How often what was deleted of the shared store is swept away: until then its tables count among those that were filled."""
ENGINES = ("file", pytest.param("server", marks=pytest.mark.postgres))


def pytest_generate_tests(metafunc):
    """A test that asks for `database` runs on both engines, unless it is marked as one about files."""
    if "engine" in metafunc.fixturenames:
        about_files = metafunc.definition.get_closest_marker("about_files")
        metafunc.parametrize("engine", ENGINES[:1] if about_files else ENGINES)


@pytest.fixture(scope="session")
def server():
    """The folder of a PostgreSQL server of this run."""
    with started() as folder:
        yield folder


@pytest.fixture(scope="session")
def shared_address(server):
    """The address of a store up to date, emptied before each test."""
    address = made(server, "shared")
    Database.open(address).close()
    return address


@pytest.fixture(scope="session")
def empty_store(tmp_path_factory) -> Callable[[], AbstractContextManager[Database]]:
    """`with empty_store() as database`: an empty store in a file that stays open all the while, like the one on a server.

    The engine takes longer to begin anew than most tests take. What is about the file itself has one of its own.
    """
    path, times = tmp_path_factory.mktemp("shared") / "wsoa.duckdb", itertools.count(1)
    with Database.open(path) as held:

        @contextmanager
        def emptied() -> Iterator[Database]:
            shutil.rmtree(held.backups, ignore_errors=True)
            with held.transaction() as cursor:
                once_filled = {table for (table,) in cursor.execute(FILLED).fetchall()} - {"files"}
                for table, rows in rows_by_table(cursor, once_filled).items():
                    if rows and table != "migrations":
                        cursor.execute(f"DELETE FROM {quoted_name(table)}")
            with held.transaction() as cursor:  # others refer to files until their rows are gone
                cursor.execute("DELETE FROM files")
            if next(times) % SWEPT_EVERY == 0:
                with held.cursor() as cursor:
                    cursor.execute("CHECKPOINT")
            with Database.open(path) as opened:
                yield opened

        yield emptied


@pytest.fixture
def own_backups(tmp_path, monkeypatch):
    """The folder where copies of a store on a server lie."""
    monkeypatch.setenv("WSOA_BACKUPS", str(tmp_path / "backups"))
    return tmp_path / "backups"


@pytest.fixture
def database(engine, request, tmp_path, own_backups):
    """An empty store: of the engine that is asked for."""
    if engine == "server":
        address = request.getfixturevalue("shared_address")
        emptied(address)
        opening = Database.open(address)
    elif request.node.get_closest_marker("about_files"):
        opening = Database.open(tmp_path / "wsoa.duckdb")
    else:
        opening = request.getfixturevalue("empty_store")()
    with opening as opened:
        yield opened


@pytest.fixture
def server_database(shared_address, own_backups):
    """An empty store on a server, for what is about servers alone. Its tests are marked `postgres`."""
    emptied(shared_address)
    with Database.open(shared_address) as opened:
        yield opened
