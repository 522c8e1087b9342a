"""Stores to try things on: in a file and on a server, as every test of the store that is not about files alone does."""

import pytest

from store.database import Database
from tests.serving import emptied, made, started

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
