"""What was typed in the other sheets of returns (actions, risks, decisions …), cell by cell."""

from collections.abc import Iterable, Sequence
from itertools import groupby

import duckdb

from programme.quarter import Quarter
from programme.sheets.written import Row, rows_of
from programme.submission import Entry, Version
from store.counting.standing import Holding, streams_of
from store.rows import insert

_QUERY = """
    SELECT version, sheet, "row", heading, ref, "text" FROM entries
    WHERE lower(trim(sheet)) = lower(?) AND version IN (SELECT unnest(?::INTEGER[]))
    ORDER BY version, place
"""

Typed = tuple[Version, Entry]
"""A cell that was typed, with the version that brought it."""


def add_entries(cursor: duckdb.DuckDBPyConnection, number: int, entries: Iterable[Entry]) -> None:
    """Add the entries of version `number`, in the order given."""
    insert(cursor, "entries", (_entry_row(number, *each) for each in enumerate(entries, start=1)))


def _entry_row(number: int, place: int, entry: Entry) -> tuple:
    return number, place, entry.sheet, entry.row, entry.heading, entry.ref, entry.text


def typed_entries(
    cursor: duckdb.DuckDBPyConnection,
    known: Sequence[Version],
    held: Holding,
    sheet: str,
    quarter: Quarter | None = None,
) -> list[Typed]:
    """The entries of one sheet in every version that counts, for one quarter or all; by version, then as typed.

    A version that was replaced in some of its workstreams still gives all its entries: the store does not read them.
    `held` says which parts it still speaks for.
    """
    wanted = {
        version.number: version
        for version in known
        if streams_of(held[version.number], sheet) and (quarter is None or version.cover.quarter == quarter)
    }
    rows = cursor.execute(_QUERY, [sheet, list(wanted)]).fetchall()
    return [(wanted[number], Entry(*typed)) for number, *typed in rows]


def as_rows(entries: Iterable[Typed], sheet: str) -> list[tuple[Version, list[Row]]]:
    """The entries of a sheet as rows, each with its quarter and its cells by heading; version by version."""
    found = []
    for _, typed in groupby(entries, key=lambda pair: pair[0].number):
        pairs = list(typed)
        version = pairs[0][0]
        own = rows_of((entry for _, entry in pairs), sheet, version.cover.quarter, version.file_name, version.number)
        found.append((version, list(own)))
    return found
