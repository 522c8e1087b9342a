"""What was asked for of what is hidden, as a table: the figure without its number, who asked, and what was said to it."""

from collections.abc import Iterable

from programme.areas import area_coded
from programme.hidden import Asking, Decided, Item
from programme.measures import measures
from reports.tables.cells import absent, moment_cell
from reports.tables.table import Cell, Column, Table, table_of


def asked_table(asked: Iterable[Asking]) -> Table:
    """One row for each that was asked for, newest first."""
    columns = {
        Column("Number", "number"): lambda each: Cell(each.number, str(each.number)),
        Column("Figure"): lambda each: measures()[each.item.measure].description,
        Column("Area"): lambda each: area_coded(each.item.area).name,
        Column("Quarter"): _quarters,
        Column("Asked", "date"): lambda each: moment_cell(each.at, f" by {each.doer}"),
        Column("Why"): lambda each: each.reason,
        Column("Answer"): _answer,
        Column("Answered", "date"): _answered,
        Column("Why so"): lambda each: each.ruling.reason if each.ruling else "",
    }
    return table_of("Hidden figures whose release was asked for", columns, sorted(asked, key=lambda each: -each.number))


def hiding_table(decided: Decided) -> Table:
    """One row for each number that readers would not see, with why. For analysts alone."""
    columns = {
        Column("Figure"): lambda item: measures()[item.measure].description,
        Column("Area"): lambda item: area_coded(item.area).name,
        Column("Quarter"): _over,
        Column("Why"): lambda item: str(decided.hidden[item]),
    }
    return table_of("What readers would not see", columns, sorted(decided.hidden))


def _quarters(asked: Asking) -> str:
    return _over(asked.item)


def _over(item: Item) -> str:
    return f"{item.span} quarters to {item.quarter}" if item.span > 1 else str(item.quarter)


def _answer(asked: Asking) -> str:
    return asked.ruling.word if asked.ruling else "open"


def _answered(asked: Asking) -> Cell:
    ruling = asked.ruling
    return moment_cell(ruling.at, f" by {ruling.doer}") if ruling else absent("not yet")
