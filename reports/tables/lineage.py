"""Where a figure comes from, as tables: its inputs with their cells, and every value that they ever had."""

from collections.abc import Iterable
from itertools import groupby

from disclosure.seen import HiddenFigure, Input
from kpis.registry import registry
from programme.figure import Figure
from programme.measures import measures
from programme.period_figure import AS_REPORTED, PeriodFigure
from programme.published import Published
from programme.symbols import MEANING
from record.lineage import Former, Origin
from reports.language.numbers import typed_text
from reports.progress.readings import Reading
from reports.sentences.versions import answer_text
from reports.sentences.ways import input_place
from reports.tables.cells import BLANK, absent, hidden_cell, moment_cell, text_or, version_cell
from reports.tables.table import Cell, Column, Table, table_of


def lineage_table(reading: Reading, origins: Iterable[Origin]) -> Table:
    """One row per input, in the order of the formula; without a word of queries for whoever is not told of them."""
    origins = tuple(origins)
    columns = {
        Column("What is counted"): _found_by,
        Column("For"): lambda each: covers_text(each.used),
        Column("Value", "number"): lambda each: _input_cell(each.used, each.number, each.hidden),
        Column("File"): lambda each: text_or(each.source.file, "none"),
        Column("Sheet"): lambda each: each.source.sheet,
        Column("Cell"): lambda each: each.source.ref,
        Column("Status"): lambda each: str(each.status),
        Column("Version"): lambda each: version_cell(each.version) if each.version else BLANK,
        Column("Accepted", "date"): lambda each: _accepted(each) if each.version else BLANK,
    }
    if all(each.answered is not None for each in origins):
        columns[Column("Queries answered")] = lambda each: text_or("; ".join(map(answer_text, each.answered)), "none")
    return table_of(f"The cells behind {_figure(reading)}", columns, origins)


def _found_by(each: Origin) -> Cell:
    """What is counted; a returned figure's row is found by what it is."""
    used, text = each.used, _counted(each.used)
    at = input_place(used.measure, used.area, used.quarter) if isinstance(used, Figure | HiddenFigure) else ""
    return Cell(text, text, at=at)


def former_table(reading: Reading, formers: Iterable[Former]) -> Table:
    """Every value that the inputs ever had, with the version that set it."""
    columns = {
        Column("What is counted"): lambda each: f"{_counted(each.used)}, {covers_text(each.used)}",
        Column("Value", "number"): lambda each: _former_cell(each),
        Column("Cell"): lambda each: f"{each.set.source.file} {each.set.source}" if each.set else "",
        Column("Version"): lambda each: version_cell(each.version),
        Column("Accepted", "date"): _accepted,
        Column("Why"): lambda each: text_or(each.version.reason, "no reason was given"),
    }
    return table_of(f"Every value that the inputs of {_figure(reading)} ever had", columns, formers)


def covers_text(used: Input) -> str:
    """The area and the time that an input is for."""
    if isinstance(used, Published):
        return f"{used.area}, {used.period_basis} {used.period}"
    if isinstance(used, PeriodFigure):
        return f"{used.area.name}, {used.period}"
    return f"{used.area.name}, {used.quarter}"


def cells_text(reading: Reading) -> str:
    """The cells in one line: `history.xlsx version 1: History!F12, History!F13`; empty without any."""
    places = [_place(used) for used in reading.result.inputs]
    return "; ".join(
        f"{file}: {', '.join(cell for _, cell in own)}" for file, own in groupby(places, key=lambda place: place[0])
    )


def _place(used: Input) -> tuple[str, str]:
    """The file with its version, and the cell."""
    if isinstance(used, Published):
        return used.file, f"row {used.row}"
    source = used.source
    if source.version is None:
        return source.sheet, source.ref
    return f"{source.file} version {source.version}", str(source)


def _figure(reading: Reading) -> str:
    return f"{reading.kpi.title}, {reading.area.name}, {reading.quarter}"


def _counted(used: Input) -> str:
    if isinstance(used, PeriodFigure):
        return f"{registry()[used.measure].title}, {AS_REPORTED}: printed as {used.as_printed}"
    return used.title if isinstance(used, Published) else measures()[used.measure].description


def _former_cell(each: Former) -> Cell:
    return absent("taken back") if each.set is None else _input_cell(each.set, each.number, each.hidden)


def _input_cell(used: Input, number: float | None, hidden: bool) -> Cell:
    if hidden:
        return hidden_cell()
    if number is None:
        return Cell(None, str(used.symbol or ""), MEANING.get(used.symbol, ""))
    return Cell(number, typed_text(number))


def _accepted(each: Origin | Former) -> Cell:
    return moment_cell(each.version.accepted_at, f" by {each.version.doer}")
