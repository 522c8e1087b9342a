"""What every test shares: properties without a stopwatch, and the demonstration loaded once for the whole run."""

import atexit
import gc
import gzip
import os
import shutil
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest
from hypothesis import settings

from loaders.kept import KEPT
from loaders.sample_files import SAMPLE
from record.records import read
from store.database import Database
from store.engines.in_file import FileDatabase
from store.place import FILE, Place
from tests.emptied import EmptyStore, held_open
from tests.kept_returns import LayCopy, copies_that_know

settings.register_profile("suite", deadline=None)  # a busy machine is no fault of the code
settings.load_profile("suite")

os.environ.pop("PYTHONDONTWRITEBYTECODE", None)  # or each process that a test starts would compile the whole house anew
sys.dont_write_bytecode = False


def pytest_collection_finish():
    """What collecting made stays to the end: garbage is looked for among less, and less often."""
    gc.set_threshold(100_000, 50, 100)
    gc.collect()
    gc.freeze()


def pytest_unconfigure():
    """At the end pytest looks five times for garbage: among what is left after once, and what collecting made, it need not.

    Only at the very end it is let go, or DuckDB complains of what is left.
    """
    gc.collect()
    gc.freeze()
    atexit.register(gc.unfreeze)


@pytest.fixture(scope="session", autouse=True)
def new_stores_are_copies(tmp_path_factory):
    """A new file is a copy of one that was made once: its migrations take longer than most tests. See `made_anew`."""
    once = tmp_path_factory.mktemp("once") / "made.duckdb"

    def opened(place: Place, *, create: bool) -> FileDatabase:
        path = place.file
        if create and path and path.parent.is_dir() and not path.exists():
            if not once.exists():
                with FileDatabase.opened(Place(once), create=True) as made, made.cursor() as cursor:
                    cursor.execute("CHECKPOINT")  # closing leaves it out where a test of pages was the first to ask
            shutil.copyfile(once, path)
        return FileDatabase.opened(place, create=create)

    with pytest.MonkeyPatch.context() as patched:
        patched.setitem(Database.opened_by, FILE, opened)
        yield


@pytest.fixture
def made_anew(monkeypatch):
    """New files are made as they are for everybody: for tests of how."""
    monkeypatch.setitem(Database.opened_by, FILE, FileDatabase.opened)


@pytest.fixture(scope="session")
def empty_store(tmp_path_factory) -> Iterator[EmptyStore]:
    """An empty store in a file that stays open. What is about the file itself has one of its own."""
    with held_open(tmp_path_factory.mktemp("shared") / "wsoa.duckdb") as emptied:
        yield emptied


@pytest.fixture
def database(empty_store) -> Iterator[Database]:
    """An empty store, for one test."""
    with empty_store() as opened:
        yield opened


@pytest.fixture(scope="session")
def demonstration_file(tmp_path_factory) -> Path:
    """A database filled with the demonstration data, to be copied and never opened: a file has one process at a time.

    It is the one that is laid down for users; `tests/loaders/test_kept.py` holds it against one that is loaded.
    """
    path = tmp_path_factory.mktemp("demonstration") / "demonstration.duckdb"
    with gzip.open(SAMPLE / KEPT) as packed, path.open("wb") as out:
        shutil.copyfileobj(packed, out)
    return path


@pytest.fixture(scope="session")
def demonstration_read(demonstration_file, tmp_path_factory) -> Iterator[Database]:
    """The demonstration in a store that stays as it is, and open."""
    with Database.open(shutil.copy(demonstration_file, tmp_path_factory.mktemp("records"))) as database:
        yield database


@pytest.fixture(scope="session")
def demonstration_records(demonstration_read):
    """The records of the demonstration data."""
    return read(demonstration_read)


@pytest.fixture(scope="session")
def demonstration_copy(demonstration_file, demonstration_read, demonstration_records) -> Iterator[LayCopy]:
    """Lays down a copy of the demonstration, of which whoever opens it, a command too, knows what its returns say."""
    assert demonstration_records.signed, "what was known when a quarter was signed is read as well"
    with copies_that_know(demonstration_file, demonstration_read) as lay:
        yield lay
