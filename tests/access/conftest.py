"""A store of its own, and passwords that cost little: what they cost is tested once, in test_passwords.py."""

import pytest

from access import passwords
from store.database import Database

GOOD = "otter lamp seven rivers"


@pytest.fixture
def database(tmp_path):
    with Database.open(tmp_path / "store.duckdb") as opened:
        yield opened


@pytest.fixture
def cheap(monkeypatch):
    """Hashes that cost little."""
    monkeypatch.setattr(passwords, "COST", 2)
    monkeypatch.setattr(passwords, "_NOBODYS", passwords._NOBODYS.replace("$32768$", "$2$"))
