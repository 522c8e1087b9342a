"""Moves the whole store to another place: from a file to a server, or back. A move that fails leaves nothing there."""

import tempfile
from collections.abc import Iterable, Iterator, Sequence
from contextlib import AbstractContextManager, contextmanager
from dataclasses import dataclass
from hashlib import sha256
from pathlib import Path
from typing import NamedTuple

from programme.access import Deed, Person, demand
from programme.log import Logged
from store.backups.backup import column_names, put_in_place, quoted_name
from store.cursor import Cursor
from store.database import Database
from store.errors import StoreError, explained
from store.log import log
from store.moments import aware
from store.order.changes import moments_of
from store.place import Place
from store.rows.rows import insert
from store.snapshot import Snapshot

STAYS = frozenset({"migrations", "sessions", "backup_runs"})
"""Tables that stay behind: what was done to a database itself, who is signed in to it, which copies lie beside it."""

FIRST = ("files",)
"""Tables that others refer to."""

AT_ONCE, AT_ONCE_OF_FILES = 5_000, 20
"""How many rows are carried at a time; those that hold whole files are heavier."""

MUST_BE_NEW = "The store is moved to a new file, got: {place}, which exists. Name another. Nothing was changed."
MUST_BE_EMPTY = (
    "The store is moved to a database without any row, got: {place}, which has some in {tables}. Name another. "
    "Nothing was changed."
)
NOTHING_THERE = "A store that is moved must hold something, got: {place}, which is empty. Nothing was changed."
DIFFERS = (
    "What was moved must be what is here, got: {what} at {place}. Nothing of it is kept there, and nothing was "
    "changed here: give this to the maintainer."
)

_TABLES = "SELECT table_name FROM information_schema.tables WHERE table_schema = current_schema()"
_HEAVY = """
    SELECT DISTINCT table_name
    FROM information_schema.columns WHERE table_schema = current_schema() AND lower(data_type) IN ('blob', 'bytea')
"""
_MOMENTS = f"SELECT DISTINCT moment FROM {moments_of('versions')} ORDER BY moment"


@dataclass(frozen=True, slots=True)
class MovedStore:
    """What was moved: how many rows of how many tables, and as at how many moments both stores were asked and agreed."""

    rows: int
    tables: int
    moments: int


class _Held(NamedTuple):
    """What a table holds: how many rows, and a sum of their hashes that does not depend on their order."""

    rows: int
    hashes: int


def move(database: Database, to: Place, person: Person) -> MovedStore:
    """Copy everything to an empty place, in one transaction there, and hold it against what is here, which stays as it is.

    Nobody writes here meanwhile. Raises NotAllowed where the person may not, and StoreError: something stands there, either
    place cannot be used, what arrived is not what was sent.
    """
    demand(person, Deed.BACK_UP)
    demand(person, Deed.RESTORE)
    with _still(database) as source:
        tables = moved_tables(source)
        if not _filled(source, tables):
            raise StoreError(NOTHING_THERE.format(place=database.place), database.place)
        with _empty(to) as made, made.transaction() as target:
            _refuse_filled(target, to)
            held = {table: _carried(source, target, table) for table in tables}
            for table in tables:
                _refuse_another(held[table], _read(target, table), table, to)
            moments = _refuse_other_answers(database, source, made, target)
            log.log_deed(target, Logged.MOVED, person, f"from {database.place}")
    return MovedStore(sum(each.rows for each in held.values()), len(tables), moments)


def moved_tables(cursor: Cursor) -> list[str]:
    """Every table that moves, those that others refer to before the others."""
    found = {table for (table,) in cursor.execute(_TABLES).fetchall()} - STAYS
    return sorted(found, key=lambda table: (table not in FIRST, table))


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


def _filled(cursor: Cursor, tables: Iterable[str]) -> list[str]:
    return [table for table in tables if cursor.execute(f"SELECT 1 FROM {quoted_name(table)} LIMIT 1").fetchone()]


def _refuse_filled(cursor: Cursor, to: Place) -> None:
    if filled := _filled(cursor, moved_tables(cursor)):
        raise StoreError(MUST_BE_EMPTY.format(place=to, tables=", ".join(filled)), to)


def _carried(source: Cursor, target: Cursor, table: str) -> _Held:
    """Copy a table, and say what it held here."""
    held = _Held(0, 0)
    for rows in _batches(source, table):
        held = _and(held, rows)
        if any(isinstance(value, list) for value in rows[0]):  # a list of lists would come out flat
            for row in rows:
                target.execute(f"INSERT INTO {quoted_name(table)} VALUES ({', '.join('?' * len(row))})", row)
        else:
            insert(target, table, rows)
    return held


def _read(cursor: Cursor, table: str) -> _Held:
    held = _Held(0, 0)
    for rows in _batches(cursor, table):
        held = _and(held, rows)
    return held


def _batches(cursor: Cursor, table: str) -> Iterator[list[tuple]]:
    columns = ", ".join(map(quoted_name, column_names(cursor, table)))
    heavy = (table,) in cursor.execute(_HEAVY).fetchall()
    cursor.execute(f"SELECT {columns} FROM {quoted_name(table)}")
    while rows := cursor.fetchmany(AT_ONCE_OF_FILES if heavy else AT_ONCE):
        yield rows


def _and(held: _Held, rows: Sequence[tuple]) -> _Held:
    hashes = (int.from_bytes(sha256(repr(row).encode("utf-8", "surrogatepass")).digest()) for row in rows)
    return _Held(held.rows + len(rows), (held.hashes + sum(hashes)) % 2**256)


def _refuse_another(sent: _Held, arrived: _Held, table: str, to: Place) -> None:
    if sent != arrived:
        raise StoreError(
            DIFFERS.format(what=f"{arrived.rows:,} rows of {table} for {sent.rows:,}, or others,", place=to), to
        )


def _refuse_other_answers(database: Database, source: Cursor, made: Database, target: Cursor) -> int:
    """Ask both what was known as at each version that was ever accepted; how many moments these are."""
    moments = [aware(moment) for (moment,) in source.execute(_MOMENTS).fetchall()]
    for moment in moments:
        one, other = Snapshot(source, moment, database), Snapshot(target, moment, made)
        if (one.versions, one.facts.digest) != (other.versions, other.facts.digest):
            raise StoreError(DIFFERS.format(what=f"other figures as at {moment}", place=made.place), made.place)
    return len(moments)
