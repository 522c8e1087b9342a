"""A KPI before and after each event, as a table."""

from collections.abc import Iterable

from kpis.kpi import Kpi
from reports.language.numbers import amount_text
from reports.progress.before_after import BeforeAfter, Side
from reports.sentences.before_after import CAUTION
from reports.tables.cells import absent, day_cell, hidden_cell
from reports.tables.table import Cell, Column, Table, table_of


def before_after_table(happenings: Iterable[BeforeAfter]) -> Table:
    """One row per event, with the caution against reading a cause into it."""
    columns = {
        Column("What happened"): lambda each: each.event.event,
        Column("When", "date"): lambda each: day_cell(each.event.date),
        Column("Figure before"): lambda each: _figure(each.before, each.hidden_before),
        Column("Figure after"): lambda each: _figure(each.after, each.hidden_after),
        Column("Median of the year before"): lambda each: _median(each.kpi, each.before, each.hidden_before),
        Column("Median of the year after"): lambda each: _median(each.kpi, each.after, each.hidden_after),
    }
    return table_of("Before and after each event", columns, happenings, [CAUTION])


def _figure(side: Side | None, hidden: bool) -> Cell:
    return Cell(side.value, f"{side.reading.display} ({side.quarter})") if side else _none(hidden)


def _median(kpi: Kpi, side: Side | None, hidden: bool) -> Cell:
    return Cell(side.median, f"{amount_text(kpi, side.median)} ({side.count} known)") if side else _none(hidden)


def _none(hidden: bool) -> Cell:
    return hidden_cell() if hidden else absent("no figure")
