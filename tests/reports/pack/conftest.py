"""The pack of the demonstration, made once for all its tests, and the progress it is made of, to compare it with."""

import shutil

import pytest

from programme.access import Role
from programme.quarter import Quarter
from record.records import read
from reports.pack.files import FORMATS, files_of
from reports.pack.made import pack_of
from reports.progress.readings import Progress
from store.database import Database
from store.points import point_at

QUARTER = Quarter(2024, 3)


@pytest.fixture(autouse=True)
def plans_with_targets_and_a_break_of_our_own():
    """A pack is held against the pages with the definitions of the day."""


@pytest.fixture(scope="session")
def shown(demonstration_file, tmp_path_factory):
    """What a reader is given at the newest point of the demonstration, its change, and all that was known then."""
    with Database.open(shutil.copy(demonstration_file, tmp_path_factory.mktemp("pack"))) as database:
        point = point_at(database)
        records = read(database, point.moment)
        given = Progress(records, Role.READER)
        yield given, point_at(database, given.records.as_at).change, records


@pytest.fixture(scope="session")
def pack(shown):
    return pack_of(shown[0], QUARTER, shown[1])


@pytest.fixture(scope="session")
def made(pack):
    """The files of the pack, all formats, by their names."""
    return {each.name: each.content for each in files_of(pack, tuple(FORMATS)).all}
