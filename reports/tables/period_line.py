"""Figures of months or years as a table: each as what it is, with the sender's own cell."""

from disclosure.period_figures import HiddenPeriodFigure
from programme.period_figure import PeriodFigure
from programme.symbols import MEANING
from record.records import Records
from reports.progress.period_lines import PeriodLine
from reports.sentences.mapped import period_text
from reports.sentences.period_lines import amount_unit, by_period, line_subject, period_amount, period_notes
from reports.tables.cells import BLANK, UNITS, hidden_cell, moment_cell, version_cell
from reports.tables.table import Cell, Column, Table, table_of


def period_table(line: PeriodLine, records: Records) -> Table:
    """One row per figure, newest first."""
    unit, _ = amount_unit(line)
    columns = {
        Column("Period"): lambda each: period_text(each.period),
        Column("Figure", "number", UNITS.get(unit, "")): _figure_cell,
        Column("Printed as"): lambda each: each.as_printed,
        Column("File"): lambda each: each.source.file,
        Column("Sheet"): lambda each: each.source.sheet,
        Column("Cell"): lambda each: each.source.ref,
        Column("Status"): lambda each: str(each.status),
        Column("Version"): lambda each: _version(each, records, version_cell),
        Column("Accepted", "date"): lambda each: _version(each, records, lambda version: moment_cell(version.accepted_at)),
        Column("Note"): lambda each: each.note,
    }
    caption = f"{line_subject(line)}, {by_period(line)}"
    return table_of(caption, columns, reversed(line.figures), period_notes(line))


def _figure_cell(each: PeriodFigure | HiddenPeriodFigure) -> Cell:
    if isinstance(each, HiddenPeriodFigure):
        return hidden_cell()
    return Cell(each.value, period_amount(each), MEANING.get(each.symbol, "") if each.value is None else "")


def _version(each: PeriodFigure | HiddenPeriodFigure, records: Records, cell) -> Cell:
    version = records.version(each.source.version)
    return cell(version) if version else BLANK
