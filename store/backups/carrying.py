"""Carries the rows of tables from one open store to another, of whichever engine each is, and holds the two together."""

from collections.abc import Iterable, Sequence
from hashlib import sha256
from typing import NamedTuple

from store.cursor import Cursor
from store.database import Database
from store.errors import StoreError
from store.place import Place
from store.rows.rows import insert
from store.rows.tables import columns_by_table, quoted_name

STAYS = frozenset({"migrations", "sessions", "backup_runs"})
"""Tables that stay behind: what was done to a database itself, who is signed in to it, which copies lie beside it."""

FIRST = ("files",)
"""Tables that others refer to."""

AT_ONCE, AT_ONCE_OF_FILES = 5_000, 20
"""How many rows are carried at a time; those that hold whole files are heavier."""

MUST_BE_EMPTY = (
    "{what} to a database without any row, got: {place}, which has some in {tables}. Name another. Nothing was changed."
)
DIFFERS = (
    "What was {deed} must be what is here, got: {what} at {place}. Nothing of it is kept there, and nothing was "
    "changed here: give this to the maintainer."
)

_TABLES = "SELECT table_name FROM information_schema.tables WHERE table_schema = current_schema()"
_HEAVY = """
    SELECT DISTINCT table_name
    FROM information_schema.columns WHERE table_schema = current_schema() AND lower(data_type) IN ('blob', 'bytea')
"""


class OpenStore(NamedTuple):
    """An open store, and the cursor of a transaction in which it is read or written."""

    store: Database
    cursor: Cursor


class _Held(NamedTuple):
    """What a table holds: how many rows, and a sum of their hashes that does not depend on their order."""

    rows: int
    hashes: int


class _Asked(NamedTuple):
    """The query that gives the rows of a table, and how many of them are taken at a time."""

    query: str
    at_once: int


def carry(source: OpenStore, target: OpenStore, tables: Sequence[str], deed: str, to: Place) -> int:
    """Copy tables, those that others refer to before the others, into empty ones, a batch at a time; how many rows.

    Raises StoreError, which says what was done (`moved`) and where `to`, if what arrived is not what was sent.
    """
    here, there = _asked(source.cursor), _asked(target.cursor)
    held = {table: _carried(source, target, table, here[table]) for table in tables}
    for table, sent in held.items():
        arrived = _read(target, there[table])
        if arrived != sent:
            what = f"{arrived.rows:,} rows of {table} for {sent.rows:,}, or others,"
            raise StoreError(DIFFERS.format(deed=deed, what=what, place=to), to)
    return sum(each.rows for each in held.values())


def moved_tables(cursor: Cursor) -> list[str]:
    """Every table that moves, those that others refer to before the others."""
    found = {table for (table,) in cursor.execute(_TABLES).fetchall()} - STAYS
    return sorted(found, key=lambda table: (table not in FIRST, table))


def filled_tables(cursor: Cursor, tables: Iterable[str]) -> list[str]:
    """Those that have a row."""
    named = dict(enumerate(tables))
    any_row = (f"SELECT {number} WHERE EXISTS (SELECT 1 FROM {quoted_name(table)})" for number, table in named.items())
    filled = {number for (number,) in cursor.execute(" UNION ALL ".join(any_row)).fetchall()}
    return [table for number, table in named.items() if number in filled]


def refuse_filled(cursor: Cursor, to: Place, what: str) -> None:
    """Raise StoreError, which begins with `what` (`The store is moved`), for a store that has a row of what moves."""
    if filled := filled_tables(cursor, moved_tables(cursor)):
        raise StoreError(MUST_BE_EMPTY.format(what=what, place=to, tables=", ".join(filled)), to)


def _carried(source: OpenStore, target: OpenStore, table: str, asked: _Asked) -> _Held:
    """Copy a table, and say what it held here."""
    held = _Held(0, 0)
    for rows in source.store.batches(source.cursor, *asked):
        held = _and(held, rows)
        if any(isinstance(value, list) for value in rows[0]):  # a list of lists would come out flat
            for row in rows:
                target.cursor.execute(f"INSERT INTO {quoted_name(table)} VALUES ({', '.join('?' * len(row))})", row)
        else:
            insert(target.cursor, table, rows)
    return held


def _read(side: OpenStore, asked: _Asked) -> _Held:
    held = _Held(0, 0)
    for rows in side.store.batches(side.cursor, *asked):
        held = _and(held, rows)
    return held


def _asked(cursor: Cursor) -> dict[str, _Asked]:
    """By table, how its rows are asked for. Of all at once: an engine reads all of them for one table."""
    heavy = {table for (table,) in cursor.execute(_HEAVY).fetchall()}
    return {
        table: _Asked(
            f"SELECT {', '.join(map(quoted_name, columns))} FROM {quoted_name(table)}",
            AT_ONCE_OF_FILES if table in heavy else AT_ONCE,
        )
        for table, columns in columns_by_table(cursor).items()
    }


def _and(held: _Held, rows: Sequence[tuple]) -> _Held:
    hashes = (int.from_bytes(sha256(repr(row).encode("utf-8", "surrogatepass")).digest()) for row in rows)
    return _Held(held.rows + len(rows), (held.hashes + sum(hashes)) % 2**256)
