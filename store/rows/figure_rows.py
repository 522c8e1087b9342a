"""A figure as a row of the database, and a row as a figure."""

from collections.abc import Iterable, Mapping
from functools import cache

from programme.areas import Area, area_coded
from programme.figure import Figure, Source
from programme.measures import measures
from programme.parts import FIGURES
from programme.quarter import Quarter
from programme.submission import Version
from programme.symbols import Status, Symbol
from store.counting.standing import holding
from store.cursor import Cursor
from store.errors import StoreError
from store.rows.rows import insert

COLUMNS = "version, measure, area_code, quarter, value, symbol, sheet, ref, status, note"

_SYMBOLS = {None: None} | {symbol.value: symbol for symbol in Symbol}
_STATUSES = {status.value: status for status in Status}


def add_figures(cursor: Cursor, number: int, figures: Iterable[Figure]) -> None:
    """Add the figures of version `number` in the order given, each with its workstream as it is now: a later change of
    plan leaves it.
    """
    insert(cursor, "figures", (_figure_row(number, *each) for each in enumerate(figures, start=1)))


def _figure_row(number: int, place: int, figure: Figure) -> tuple:
    return (
        number,
        place,
        measures()[figure.measure].workstream,
        figure.measure,
        figure.area.code,
        str(figure.quarter),
        figure.value,
        figure.symbol and figure.symbol.value,
        figure.source.sheet,
        figure.source.ref,
        figure.status.value,
        figure.note,
    )


def file_names(versions: Iterable[Version]) -> dict[int, str]:
    """Each version's file, by number."""
    return {version.number: version.file_name for version in versions}


def figure_of(row: Iterable, files: Mapping[int, str]) -> Figure:
    """The figure in a row of `COLUMNS`. Raises StoreError for an area that is no longer known."""
    version, measure, area_code, quarter, value, symbol, sheet, ref, status, note = row
    source = Source(files[version], sheet, ref, version)
    area, when = area_known(area_code), Quarter.parse(quarter)
    return Figure(measure, area, when, value, _SYMBOLS[symbol], source, _STATUSES[status], note)


def held_figures(known: Iterable[Version]) -> tuple[list[int], list[int], list[str]]:
    """For which figures each version counts: versions, workstreams and owing organisations, side by side."""
    held = [
        (number, part.workstream, part.organisation)
        for number, parts in holding(known, FIGURES).items()
        for part in sorted(parts)
    ]
    return tuple([row[at] for row in held] for at in range(3))


@cache
def area_known(code: str) -> Area:
    """The area of accepted figures. Raises StoreError where it is no longer known."""
    try:
        return area_coded(code)
    except KeyError:
        raise StoreError(
            f"Every area with accepted figures must be in areas.csv, got: {code}. Put its line back. Nothing was changed."
        ) from None
