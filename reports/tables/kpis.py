"""KPIs as a table: each with its figure, its rating and the one word about where it goes."""

from collections.abc import Iterable

from kpis.direction import Direction
from reports.progress.judgement import Judgement
from reports.sentences.direction import direction_clause
from reports.tables.cells import absent, figure_cell, period_covered, rated_cell
from reports.tables.table import Cell, Column, Table, table_of


def kpis_table(judged: Iterable[Judgement], caption: str) -> Table:
    """One row per KPI, in the order given."""
    columns = {
        Column("KPI"): lambda each: each.line.kpi.title,
        Column("Area"): lambda each: each.reading.area.name,
        Column("Covers"): lambda each: period_covered(each.reading),
        Column("Figure", "number"): lambda each: figure_cell(each.reading),
        Column("Rating"): lambda each: rated_cell(each.reading),
        Column("Direction"): _direction,
        Column("Group of reds"): lambda each: str(each.red_group or ""),
        Column("What decided"): lambda each: "" if each.reading.hidden else direction_clause(each),
    }
    return table_of(caption, columns, judged)


def _direction(judged: Judgement) -> Cell:
    word = judged.direction
    return absent(str(word)) if word in (Direction.HIDDEN, Direction.CANNOT_BE_SAID) else Cell(str(word), str(word))
