"""What returns say, read once for every copy of a store that holds the same ones, and what readers know of it."""

import shutil
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

from disclosure.replay import REPLAY
from store.database import Database
from store.hiding.hidden import cell_changes, decisions
from store.place import FILE, Place

LayCopy = Callable[[Path], Path]
"""`lay(folder)`: the file of a copy in that folder."""


def give_returns(database: Database, copy: Database) -> None:
    """Let a copy keep from the start what a database has read of the returns that both hold: that never changes."""
    for read, its in ((database.kept, copy.kept), (database.histories, copy.histories)):
        known = read._answers
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


class Replayed:
    """What readers know after all that a database decided, replayed once for all who go on from there in copies of it."""

    def __init__(self, database: Database):
        with database.cursor() as cursor:
            self._begun = cell_changes(cursor), decisions(cursor)
        self._known = REPLAY.after(*self._begun)

    def give(self) -> None:
        """Let whoever decides next about a copy find it replayed, as if it had been asked for last."""
        REPLAY._last = *self._begun, self._known.copied()
