"""The pack of the demonstration, made once for all its tests."""

import pytest

from programme.quarter import Quarter
from reports.pack.files import FORMATS, files_of
from reports.pack.made import pack_of

QUARTER = Quarter(2024, 3)


@pytest.fixture(autouse=True)
def plans_with_targets_and_a_break_of_our_own():
    """A pack is held against the pages with the definitions of the day."""


@pytest.fixture(scope="session")
def pack(shown):
    return pack_of(shown[0], QUARTER, shown[1])


@pytest.fixture(scope="session")
def made(pack):
    """The files of the pack, all formats, by their names."""
    return {each.name: each.content for each in files_of(pack, tuple(FORMATS)).all}
