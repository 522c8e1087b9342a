"""What national publishers print, release by release: a newer load counts, the earlier ones can still be read."""

from collections.abc import Iterable
from dataclasses import replace
from datetime import datetime

import duckdb

from programme.access import Deed, demand
from programme.published import LoadedRelease, Published, PublishedFigures, PublishedFile
from programme.submission import Acceptance
from programme.symbols import Symbol
from store import ledger, moments
from store.database import Database
from store.rows import insert

_COLUMNS = """
    release, figure, title, area_code, area, period_basis, period,
    numerator, denominator, "value", symbol, unit, source, file, "row"
"""
_NEWEST = f"""
    WITH ranked AS (
        SELECT {_COLUMNS}, row_number() OVER (PARTITION BY figure, area_code, period ORDER BY release DESC) AS newness
        FROM published WHERE release IN (SELECT number FROM releases WHERE {{loaded}})
    )
    SELECT {_COLUMNS} FROM ranked WHERE newness = 1
"""
_RELEASES = """
    SELECT number, release, file_name, sha256, loaded_at, loaded_by,
        (SELECT count(*) FROM published WHERE published.release = number)
    FROM releases WHERE {loaded} ORDER BY number
"""


def save_release(database: Database, file: PublishedFile, acceptance: Acceptance) -> int:
    """Store one file of published figures, all or nothing, and return its number.

    Raises NotAllowed where the person may not, StoreError, and ValueError where the file gives two values for one
    figure, area and period, or none at all.
    """
    demand(acceptance.by, Deed.LOAD_RELEASE)
    kept = _distinct(file.figures)
    with database.transaction() as cursor:
        number, newest = cursor.execute("SELECT coalesce(max(number), 0) + 1, max(loaded_at) FROM releases").fetchone()
        change, moment = ledger.newest_change(cursor) + 1, moments.following(newest, acceptance.at)
        row = [number, change, file.release, file.file_name, file.sha256, moment, acceptance.by.name]
        cursor.execute("INSERT INTO releases VALUES (?, ?, ?, ?, ?, ?, ?)", row)
        ledger.note_account(cursor, change, acceptance.by.account)
        insert(cursor, "published", (_row(number, each) for each in kept))
    return number


def published(cursor: duckdb.DuckDBPyConnection, as_at: datetime | None) -> PublishedFigures:
    """The loaded figures by series, area code and period, as known at `as_at`; `loaded` is the number of their release."""
    found = (_published(*row) for row in _asked(cursor, _NEWEST, as_at))
    return {(each.series, each.area_code, each.period): each for each in found}


def releases(cursor: duckdb.DuckDBPyConnection, as_at: datetime | None) -> list[LoadedRelease]:
    """Every load up to `as_at` (None: all), oldest first."""
    loads = [LoadedRelease(*row) for row in _asked(cursor, _RELEASES, as_at)]
    return [replace(load, loaded_at=moments.aware(load.loaded_at)) for load in loads]


def _asked(cursor: duckdb.DuckDBPyConnection, query: str, as_at: datetime | None) -> list[tuple]:
    """The rows of a query about the releases that were loaded by `as_at`."""
    loaded, values = ("true", []) if as_at is None else ("loaded_at <= ?", [moments.stored(as_at)])
    return cursor.execute(query.format(loaded=loaded), values).fetchall()


def _distinct(figures: Iterable[Published]) -> list[Published]:
    kept: dict[tuple[str, str, str], Published] = {}
    for each in figures:
        other = kept.setdefault((each.series, each.area_code, each.period), each)
        if other is not each:
            raise ValueError(f"A release gives one value for a figure, area and period, got: {other} and {each}")
    if not kept:
        raise ValueError("A release must carry at least one figure, got: none")
    return list(kept.values())


def _row(number: int, each: Published) -> tuple:
    about = number, each.series, each.title, each.area_code, each.area, each.period_basis, each.period
    symbol = each.symbol and each.symbol.value
    return *about, each.numerator, each.denominator, each.value, symbol, each.unit, each.source, each.file, each.row


def _published(release: int, *columns: object) -> Published:
    *start, symbol, unit, source, file, row = columns
    return Published(*start, Symbol(symbol) if symbol else None, unit, source, file, row, loaded=release)
