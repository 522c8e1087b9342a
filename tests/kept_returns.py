"""What returns say, read once for every copy of a store that holds the same ones."""

import shutil
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

from record.records import Records, read
from store.database import Database
from store.hiding.hidden import cell_changes, decisions
from store.place import FILE, Place

LayCopy = Callable[[Path], Path]
"""`lay(folder)`: the file of a copy in that folder."""


def all_read(database: Database) -> Records:
    """What a database says now; from then on it keeps what was typed in its returns and what they did to protected cells."""
    known = read(database)
    with database.reading() as cursor:
        cell_changes(cursor, database.kept, decisions(cursor))
    return known


def give_returns(database: Database, copy: Database) -> None:
    """Let a copy keep from the start what a database has read of the returns that both hold: that never changes."""
    for own, its in ((database.kept, copy.kept), (database.histories, copy.histories)):
        known = own._answers
        its.answers(list(known), lambda missing, known=known: {each: known[each] for each in missing})


@contextmanager
def copies_that_know(file: Path, database: Database) -> Iterator[LayCopy]:
    """Gives what lays down copies of a file that `database` has read: each keeps that from the start, whoever opens it.

    Not for a test that takes something out of what was returned, as a redaction does.
    """
    laid, opened_by = set(), Database.opened_by[FILE]

    def lay(folder: Path) -> Path:
        path = Path(shutil.copy(file, folder))
        laid.add(path)
        return path

    def opened(place: Place, *, create: bool) -> Database:
        found = opened_by(place, create=create)
        if place.file in laid:
            give_returns(database, found)
        return found

    with pytest.MonkeyPatch.context() as patched:
        patched.setitem(Database.opened_by, FILE, opened)
        yield lay
