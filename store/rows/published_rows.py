"""A published figure as a row of the database, and a row as a published figure."""

from collections.abc import Mapping

from programme.areas import PROGRAMME_AREAS
from programme.published import Published
from programme.symbols import Symbol
from store.cursor import Cursor

COLUMNS = """
    release, figure, title, area_code, area, period_basis, period,
    numerator, denominator, "value", symbol, unit, source, file, "row"
"""
_OF_OUR_AREAS = f"""
    SELECT change, {COLUMNS.replace("release,", "published.release,", 1)}
    FROM published JOIN releases ON releases.number = published.release
    WHERE area_code IN (SELECT unnest(?::VARCHAR[])) ORDER BY change
"""


def published_row(number: int, each: Published) -> tuple:
    """The row of a figure in release `number`."""
    about = number, each.series, each.title, each.area_code, each.area, each.period_basis, each.period
    symbol = each.symbol and each.symbol.value
    return *about, each.numerator, each.denominator, each.value, symbol, each.unit, each.source, each.file, each.row


def published_of(release: int, *columns: object) -> Published:
    """The figure in a row of `COLUMNS`."""
    *start, symbol, unit, source, file, row = columns
    return Published(*start, Symbol(symbol) if symbol else None, unit, source, file, row, loaded=release)


def printed_by(cursor: Cursor) -> Mapping[int, tuple[Published, ...]]:
    """What each release that was ever loaded says of our own areas, by its change; what was printed once stays known."""
    found: dict[int, tuple[Published, ...]] = {}
    for change, *row in cursor.execute(_OF_OUR_AREAS, [[area.code for area in PROGRAMME_AREAS]]).fetchall():
        found[change] = (*found.get(change, ()), published_of(*row))
    return found
