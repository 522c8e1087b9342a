"""An empty store for those who come to the door, kept open for all of these tests."""

import pytest

from tests.emptied import held_open


@pytest.fixture(scope="session")
def empty_store(tmp_path_factory):
    with held_open(tmp_path_factory.mktemp("shared") / "store.duckdb") as emptied:
        yield emptied


@pytest.fixture
def database(empty_store):
    with empty_store() as opened:
        yield opened
