"""Columns of a sheet of words in a table: under the heading that the sheet declares, each value as it is said."""

from collections.abc import Callable
from typing import Any

from programme.sheets.form import FormColumn
from programme.sheets.holds import KPI_ID, KPI_IDS, WEAKNESS, WEAKNESSES, WORKSTREAM, Holds
from reports.language.linked import Pieces
from reports.sentences.ways import kpis_linked, weaknesses_linked, workstream_linked
from reports.tables.cells import BLANK, day_cell, linked_cell
from reports.tables.table import Cell, Column


def under(column: FormColumn) -> Column:
    """The table's column of that heading."""
    return Column(column.heading, column.holds.cell, column.unit)


def as_returned(*columns: FormColumn, of: Callable[[Any], Any] = lambda thing: thing) -> dict[Column, Callable[[Any], Cell]]:
    """The columns with what gives their cells: `of` a thing is the row of the sheet, as it was read."""
    return {under(column): _giving(column, of) for column in columns}


def _giving(column: FormColumn, of: Callable[[Any], Any]) -> Callable[[Any], Cell]:
    return lambda thing: _cell(column, getattr(of(thing), column.name))


def _cell(column: FormColumn, value: Any) -> Cell:
    if column.holds.cell == "date":
        return day_cell(value)
    text = column.said(value)
    if not text:
        return BLANK
    if column.holds in _LINKED:
        return linked_cell(_LINKED[column.holds](value))
    return Cell(value if column.holds.cell == "number" else text, text)


_LINKED: dict[Holds, Callable[[Any], Pieces]] = {
    KPI_ID: lambda each: kpis_linked((each,)),
    KPI_IDS: kpis_linked,
    WEAKNESS: lambda number: weaknesses_linked((number,)),
    WEAKNESSES: weaknesses_linked,
    WORKSTREAM: workstream_linked,
}
"""What is said of other things leads to them."""
