from pathlib import Path
from typing import NamedTuple

import pytest

from loaders.reading import reader, text_child
from loaders.sample import load_demonstration
from store.database import Database
from tests.sleeping import read_sheets


@pytest.fixture
def read_in_this_process(monkeypatch):
    """Files are read by the children's own code without a child, which takes longer to start than to read.

    For tests of what commands do; that children are started, and what becomes of them, is tested in `reading/`.
    """
    here = {reader.CHILD: read_sheets, reader.TEXT_CHILD: text_child.read_table}
    monkeypatch.setattr(reader, "_ask_child", lambda content, script: here[script](content))


class Loaded(NamedTuple):
    """A database into which the files of the demonstration were loaded one by one, closed, and what was told meanwhile."""

    path: Path
    told: list[tuple[int, int, str]]


@pytest.fixture(scope="session")
def loaded(tmp_path_factory) -> Loaded:
    """The demonstration loaded as whoever keeps it loads it; everybody else's is laid down as it was kept then."""
    made = Loaded(tmp_path_factory.mktemp("loaded") / "wsoa.duckdb", [])
    with Database.open(made.path) as database:
        load_demonstration(database, progress=lambda *step: made.told.append(step))
    return made
