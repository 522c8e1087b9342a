"""The layouts by which other people's spreadsheets are read, as a table: who made each, when, why, and whether it stands."""

from collections.abc import Iterable

from programme.kept_layouts import ListedLayout
from reports.tables.cells import BLANK, absent, moment_cell, text_or, withdrawn_cell
from reports.tables.table import Cell, Column, Table, table_of

SHIPPED = "comes with WSoA Monitor"


def layouts_table(listed: Iterable[ListedLayout]) -> Table:
    """In the order that they are listed."""
    columns = {
        Column("Number"): lambda each: Cell(each.kept.number, str(each.kept.number)) if each.kept else BLANK,
        Column("Layout"): lambda each: each.name,
        Column("Reads"): lambda each: text_or(each.says, "nothing any more"),
        Column("Kept", "date"): lambda each: moment_cell(each.kept.at) if each.kept else BLANK,
        Column("By"): lambda each: each.kept.doer if each.kept else absent(SHIPPED),
        Column("Why"): lambda each: each.kept.reason if each.kept else BLANK,
        Column("Withdrawn"): _withdrawn,
    }
    return table_of("Layouts by which other people's spreadsheets are read", columns, list(listed))


def _withdrawn(each: ListedLayout) -> Cell:
    gone = each.kept and each.kept.withdrawal
    return withdrawn_cell(gone) if gone or each.stands else absent("no: another was kept under its name")
