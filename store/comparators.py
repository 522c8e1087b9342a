"""What national publishers print, release by release: a newer load counts, the earlier ones can still be read."""

from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import datetime

from programme.published import Published, PublishedFigures
from programme.symbols import Symbol
from store import ledger, moments
from store.database import Database
from store.rows import insert

_COLUMNS = """
    release, figure, title, area_code, area, period_basis, period,
    numerator, denominator, "value", symbol, unit, source, file, "row"
"""
_NEWEST = f"""
    SELECT {_COLUMNS} FROM published WHERE release IN (SELECT number FROM releases WHERE {{loaded}})
    QUALIFY row_number() OVER (PARTITION BY figure, area_code, period ORDER BY release DESC) = 1
"""
_RELEASES = """
    SELECT number, release, file_name, sha256, loaded_at, loaded_by,
        (SELECT count(*) FROM published WHERE published.release = number)
    FROM releases ORDER BY number
"""


@dataclass(frozen=True, slots=True)
class Release:
    """One file of published figures as it was loaded."""

    number: int
    release: str
    file_name: str
    sha256: str
    loaded_at: datetime
    loaded_by: str
    figures: int


def save(
    database: Database,
    figures: Iterable[Published],
    release: str,
    file_name: str,
    sha256: str,
    by: str,
    at: datetime | None = None,
) -> int:
    """Store one file of published figures, all or nothing, and return its number.

    Raises StoreError, and ValueError where the file gives two values for one figure, area and period, or none at all.
    """
    kept = _distinct(figures)
    with database.transaction() as cursor:
        number, newest = cursor.execute("SELECT coalesce(max(number), 0) + 1, max(loaded_at) FROM releases").fetchone()
        change, moment = ledger.newest_change(cursor) + 1, moments.following(newest, at)
        row = [number, change, release, file_name, sha256, moment, by]
        cursor.execute("INSERT INTO releases VALUES (?, ?, ?, ?, ?, ?, ?)", row)
        insert(cursor, "published", (_row(number, each) for each in kept))
    return number


def published(database: Database, as_at: datetime | None = None) -> PublishedFigures:
    """The loaded figures by figure, area code and period, as known at `as_at`; `loaded` is the number of their release."""
    loaded, values = ("true", []) if as_at is None else ("loaded_at <= ?", [moments.stored(as_at)])
    with database.cursor() as cursor:
        rows = cursor.execute(_NEWEST.format(loaded=loaded), values).fetchall()
    found = (_published(*row) for row in rows)
    return {(each.figure, each.area_code, each.period): each for each in found}


def releases(database: Database) -> list[Release]:
    """Every load, oldest first."""
    with database.cursor() as cursor:
        loads = [Release(*row) for row in cursor.execute(_RELEASES).fetchall()]
    return [replace(load, loaded_at=moments.aware(load.loaded_at)) for load in loads]


def _distinct(figures: Iterable[Published]) -> list[Published]:
    kept: dict[tuple[str, str, str], Published] = {}
    for each in figures:
        other = kept.setdefault((each.figure, each.area_code, each.period), each)
        if other is not each:
            raise ValueError(f"A release gives one value for a figure, area and period, got: {other} and {each}")
    if not kept:
        raise ValueError("A release must carry at least one figure, got: none")
    return list(kept.values())


def _row(number: int, each: Published) -> tuple:
    about = number, each.figure, each.title, each.area_code, each.area, each.period_basis, each.period
    symbol = each.symbol and each.symbol.value
    return *about, each.numerator, each.denominator, each.value, symbol, each.unit, each.source, each.file, each.row


def _published(release: int, *columns: object) -> Published:
    *start, symbol, unit, source, file, row = columns
    return Published(*start, Symbol(symbol) if symbol else None, unit, source, file, row, loaded=release)
