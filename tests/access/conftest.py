"""Passwords that cost little: what they cost is tested once, in test_passwords.py."""

import pytest

from access import passwords

GOOD = "otter lamp seven rivers"


@pytest.fixture
def cheap(monkeypatch):
    """Hashes that cost little."""
    monkeypatch.setattr(passwords, "COST", 2)
    monkeypatch.setattr(passwords, "_NOBODYS", passwords._NOBODYS.replace("$32768$", "$2$"))
