"""Heat maps in HTML: the cells of a table, its headings by year and quarter, and the colours as CSS classes."""

from collections.abc import Iterable, Sequence
from html import escape
from itertools import groupby

from programme.quarter import Quarter
from reports.palette import RATINGS, SHARES, Fill
from reports.progress.heat import Cell

_CLASSES = {fill: f"fill-{number}" for number, fill in enumerate((*(mark.colours for mark in RATINGS.values()), *SHARES))}


def fills_css() -> str:
    """The style of every colour a cell can have: the palette is the only place that names them."""
    return "\n".join(f".{name} {{ {_style(fill)} }}" for fill, name in _CLASSES.items())


def _style(fill: Fill) -> str:
    paper, ink = fill.night or (fill.paper, fill.ink)
    return f"background: light-dark({fill.paper}, {paper}); color: light-dark({fill.ink}, {ink});"


def spoken(words: str) -> str:
    """Text for the ear alone."""
    return f'<span class="spoken">{escape(words)}</span>'


def cells(row: Iterable[Cell]) -> str:
    """A row's cells: the sign for the eye, the words for the ear."""
    return "".join(_cell(cell) for cell in row)


def _cell(cell: Cell) -> str:
    names = f"heat {_class(cell.fill)}{' pale' if cell.pale else ''}"
    return f'<td class="{names}"><span aria-hidden="true">{escape(cell.text)}</span>{spoken(cell.words)}</td>'


def _class(fill: Fill) -> str:
    return _CLASSES.get(fill, "gap")


def year_headings(quarters: Sequence[Quarter]) -> str:
    """One heading per financial year, over its quarters."""
    years = [(year, len(list(own))) for year, own in groupby(quarters, key=lambda quarter: quarter.financial_year)]
    return "".join(
        f'<th scope="colgroup" colspan="{count}" class="year">{year if count > 1 else spoken(year)}</th>'
        for year, count in years
    )


def quarter_headings(quarters: Iterable[Quarter]) -> str:
    """One heading per quarter: its number for the eye, the whole quarter for the ear."""
    return "".join(
        f'<th scope="col" class="quarter"><span aria-hidden="true">{quarter.number}</span>{spoken(str(quarter))}</th>'
        for quarter in quarters
    )
