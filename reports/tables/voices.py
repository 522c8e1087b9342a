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
        Column("What is counted"): lambda each: "published total" if each.published else _entries(each.entries),
        Column("Number of activities", "number"): lambda each: _count(each.activities),
        Column("Number of people", "number"): lambda each: _count(each.people),
    }
    return table_of("People and activities by period", columns, numbers, (NOTE,))


def _entries(count: int) -> str:
    return f"{count} {'entry' if count == 1 else 'entries'}"


def _count(count: int | None) -> Cell:
    return absent("not given") if count is None else count_cell(count)
