"""Numbers of people and activities by period, published totals in rows of their own, as a table."""

from collections.abc import Iterable

from reports.progress.voices import PeriodNumbers
from reports.tables.cells import absent, count_cell
from reports.tables.table import Cell, Column, Table, table_of

NOTE = "Someone who came more than once is counted each time. A published total is never added to other entries."


def periods_table(numbers: Iterable[PeriodNumbers]) -> Table:
    """One row per quarter, and one for each published total, with the period that it counts."""
    columns = {
        Column("Counted in"): lambda each: each.period,
        Column("What is counted"): _counted,
        Column("Number of activities", "number"): lambda each: _count(each, each.activities),
        Column("Number of people", "number"): lambda each: _count(each, each.people),
    }
    return table_of("People and activities by period", columns, numbers, (NOTE,))


def _counted(numbers: PeriodNumbers) -> str:
    if numbers.published:
        return "published total"
    told = f"{numbers.entries} {'entry' if numbers.entries == 1 else 'entries'}"
    return told if numbers.published is False else f"{told}, of which nobody says whether one is a published total"


def _count(numbers: PeriodNumbers, count: int | None) -> Cell:
    if numbers.published is None:
        return absent("not added up")
    return absent("not given") if count is None else count_cell(count)
