"""A KPI's line as a table: what a reader may see of every quarter, with the cells it was read from."""

from disclosure.rule import Number
from reports.language.numbers import target_and_floor
from reports.progress.readings import Line, Reading
from reports.sentences.ways import reading_link
from reports.tables.cells import absent, denominator_cell, numerator_cell, period_covered, rated_cell, traced_cell, unit_of
from reports.tables.lineage import cells_text
from reports.tables.table import Cell, Column, Table, table_of


def line_table(line: Line) -> Table:
    """One row per quarter, newest first: the quarter leads to how the KPI stood then, the figure to its cells."""
    columns = {
        Column("Quarter"): lambda reading: reading_link(reading, str(reading.quarter)),
        Column("Covers"): period_covered,
        Column("Figure", "number", unit_of(line.kpi)): traced_cell,
        Column("Numerator", "number"): numerator_cell,
        Column("Denominator", "number"): denominator_cell,
        Column("Target"): _target,
        Column("Rating"): rated_cell,
        Column("Why"): lambda reading: reading.rated.reason,
        Column("Status"): _status,
        Column("Read from"): cells_text,
    }
    return table_of(f"{line.kpi.title}, {line.area.name}", columns, reversed(line.readings))


def _target(reading: Reading) -> Cell:
    target = reading.rated.target
    text = target_and_floor(reading.kpi, target)
    return Cell(target.value, text) if target else absent(text)


def _status(reading: Reading) -> str:
    if reading.result.provisional:
        return "provisional"
    return "final" if isinstance(reading.shown, Number) else ""
