"""Moves the whole store to another place: from a file to a server, or back. A move that fails leaves nothing there."""

import tempfile
from collections.abc import Iterator
from contextlib import AbstractContextManager, contextmanager
from dataclasses import dataclass
from pathlib import Path

from programme.access import Deed, Person, demand
from programme.log import Logged
from store.backups.carrying import DIFFERS, OpenStore, carry, filled_tables, moved_tables, refuse_filled
from store.cursor import Cursor
from store.database import Database
from store.engines.on_disk import put_in_place
from store.errors import StoreError, explained
from store.log import log
from store.moments import aware
from store.order.changes import moments_of
from store.place import Place
from store.snapshot import Snapshot

MUST_BE_NEW = "The store is moved to a new file, got: {place}, which exists. Name another. Nothing was changed."
NOTHING_THERE = "A store that is moved must hold something, got: {place}, which is empty. Nothing was changed."
_MOMENTS = f"SELECT DISTINCT moment FROM {moments_of('versions')} ORDER BY moment"


@dataclass(frozen=True, slots=True)
class MovedStore:
    """What was moved: how many rows of how many tables, and as at how many moments both stores were asked and agreed."""

    rows: int
    tables: int
    moments: int


def move(database: Database, to: Place, person: Person) -> MovedStore:
    """Copy everything to an empty place, in one transaction there, and hold it against what is here, which stays as it is.

    Nobody writes here meanwhile. Raises NotAllowed where the person may not, and StoreError: something stands there, either
    place cannot be used, what arrived is not what was sent.
    """
    demand(person, Deed.BACK_UP)
    demand(person, Deed.RESTORE)
    with _still(database) as source:
        tables = moved_tables(source)
        if not filled_tables(source, tables):
            raise StoreError(NOTHING_THERE.format(place=database.place), database.place)
        with _empty(to) as made, made.transaction() as target:
            refuse_filled(target, to, "The store is moved")
            rows = carry(OpenStore(database, source), OpenStore(made, target), tables, "moved", to)
            moments = _refuse_other_answers(database, source, made, target)
            log.log_deed(target, Logged.MOVED, person, f"from {database.place}")
    return MovedStore(rows, len(tables), moments)


def _still(database: Database) -> AbstractContextManager[Cursor]:
    """The store while nobody writes it."""
    return database.reading() if database.read_only else database.transaction()


@contextmanager
def _empty(to: Place) -> Iterator[Database]:
    """The store that is moved to. A file gets its name once all of it is there."""
    if to.file is None:
        with Database.open(to) as made:
            yield made
        return
    path = to.file.absolute()
    if path.exists() or path.is_symlink():
        raise StoreError(MUST_BE_NEW.format(place=path), path)
    try:
        path.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
        with tempfile.TemporaryDirectory(prefix=".moving-", dir=path.parent) as work:
            making = Path(work) / path.name
            with Database.open(making) as made:
                yield made
            put_in_place(making, path)
    except OSError as error:
        raise explained(error, path) from error


def _refuse_other_answers(database: Database, source: Cursor, made: Database, target: Cursor) -> int:
    """Ask both what was known as at each version that was ever accepted; how many moments these are."""
    moments = [aware(moment) for (moment,) in source.execute(_MOMENTS).fetchall()]
    for moment in moments:
        one, other = Snapshot(source, moment, database), Snapshot(target, moment, made)
        if (one.versions, one.facts.digest) != (other.versions, other.facts.digest):
            raise StoreError(
                DIFFERS.format(deed="moved", what=f"other figures as at {moment}", place=made.place), made.place
            )
    return len(moments)
