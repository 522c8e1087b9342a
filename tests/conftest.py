"""What every test shares: properties without a stopwatch, and the demonstration loaded once for the whole run."""

import atexit
import gc
import json
import os
import shutil
import sys
import time
from pathlib import Path

import pytest
from hypothesis import settings

from loaders.sample import load_demonstration
from record.records import read
from store.database import Database
from store.engines.in_file import FileDatabase
from store.hiding import hidden
from store.place import FILE, Place

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
    """At the end pytest looks five times for garbage: what is left after once it need not look through.

    Only at the very end it is let go, or DuckDB complains of what is left.
    """
    gc.unfreeze()
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
                FileDatabase.opened(Place(once), create=True).close()
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
def demonstration_file(tmp_path_factory) -> Path:
    """A database filled with the demonstration data, to be copied and never opened: a file has one process at a time.

    The processes of a parallel run share one: the first to take the lock makes it, the others wait for it. What loading it
    told of its progress stands beside it, as JSON. Its secret is the same in every run, and so is what it hides beside.
    """
    folder = tmp_path_factory.getbasetemp()
    if "PYTEST_XDIST_WORKER" in os.environ:
        folder = folder.parent
    path = folder / "demonstration.duckdb"
    try:
        (folder / "demonstration.lock").touch(exist_ok=False)
    except FileExistsError:
        _wait_for(path)
        return path
    making, told = folder / "making.duckdb", []
    with pytest.MonkeyPatch.context() as patched, Database.open(making) as database:
        patched.setattr(hidden, "drawn", lambda: bytes(hidden.SECRET))
        load_demonstration(database, progress=lambda *step: told.append(step))
    path.with_suffix(".json").write_text(json.dumps(told), encoding="utf-8")
    return making.rename(path)


def _wait_for(path: Path) -> None:
    for _ in range(1_200):
        if path.exists():
            return
        time.sleep(0.1)
    pytest.fail("the demonstration was not loaded within two minutes")


@pytest.fixture(scope="session")
def demonstration_records(demonstration_file, tmp_path_factory):
    """The records of the demonstration data."""
    with Database.open(shutil.copy(demonstration_file, tmp_path_factory.mktemp("records"))) as database:
        yield read(database)
