"""An empty store, and passwords that cost little: what they cost is tested once, in test_passwords.py."""

import pytest

from access import passwords
from tests.emptied import held_open

GOOD = "otter lamp seven rivers"


@pytest.fixture(scope="session")
def empty_store(tmp_path_factory):
    with held_open(tmp_path_factory.mktemp("shared") / "store.duckdb") as emptied:
        yield emptied


@pytest.fixture
def database(empty_store):
    with empty_store() as opened:
        yield opened


@pytest.fixture
def cheap(monkeypatch):
    """Hashes that cost little."""
    monkeypatch.setattr(passwords, "COST", 2)
    monkeypatch.setattr(passwords, "_NOBODYS", passwords._NOBODYS.replace("$32768$", "$2$"))
