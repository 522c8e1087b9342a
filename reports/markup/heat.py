"""Heat maps in HTML: the cells of a table, its headings by year and quarter."""

from collections.abc import Iterable, Sequence
from itertools import groupby, zip_longest

from markupsafe import Markup

from programme.quarter import Quarter
from reports.markup.pieces import sign, spoken, together
from reports.palette import FILL_CLASSES, Fill
from reports.sentences.heat import HeatCell


def cells(row: Iterable[HeatCell], addresses: Iterable[str] = ()) -> Markup:
    """A row's cells: the sign for the eye, the words for the ear. Each leads to its address, where those are given.

    The keyboard passes them by: the name of the row leads to the same figures, quarter by quarter.
    """
    return together(_cell(cell, address) for cell, address in zip_longest(row, addresses, fillvalue=""))


def _cell(cell: HeatCell, address: str) -> Markup:
    names = f"heat {_class(cell.fill)}{' pale' if cell.pale else ''}"
    told = sign(cell.text) + spoken(cell.words)
    if address:
        told = Markup('<a href="{}" tabindex="-1">{}</a>').format(address, told)
    return Markup('<td class="{}">{}</td>').format(names, told)


def _class(fill: Fill) -> str:
    return FILL_CLASSES.get(fill, "gap")


def year_headings(quarters: Sequence[Quarter]) -> Markup:
    """One heading per financial year, over its quarters."""
    years = [(year, len(list(own))) for year, own in groupby(quarters, key=lambda quarter: quarter.financial_year)]
    return together(
        Markup('<th scope="colgroup" colspan="{}" class="year">{}</th>').format(count, year if count > 1 else spoken(year))
        for year, count in years
    )


def quarter_headings(quarters: Iterable[Quarter]) -> Markup:
    """One heading per quarter: its number for the eye, the whole quarter for the ear."""
    return together(
        Markup('<th scope="col" class="quarter">{}{}</th>').format(sign(quarter.number), spoken(str(quarter)))
        for quarter in quarters
    )
