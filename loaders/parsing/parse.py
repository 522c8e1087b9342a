"""Takes a workbook as a return: which cells are figures, of what, and what was typed elsewhere. It judges nothing."""

from collections.abc import Iterator
from itertools import groupby

from loaders.forms.layouts import standard
from loaders.forms.layouts.history import HISTORY, NOT_QUARTERS
from loaders.parsing.cover import Answers, fields_of
from loaders.parsing.entries import entries_of
from loaders.parsing.parsed import Field, FigureRow, ParsedReturn
from loaders.reading.bounds import stray
from loaders.reading.headed import HeadedSheet, headed
from loaders.reading.preflight import Unreadable
from loaders.reading.workbook import Kind, Sheet, Typed, Workbook
from programme.aliases import Thing
from programme.areas import Area, area_coded
from programme.figure import Figure, Source
from programme.measures import Measure, measures
from programme.names import Naming, shipped_naming
from programme.period_typed import quarter_read
from programme.quarter import Quarter
from programme.sheets.form import FormSheet
from programme.sheets.typed import plain
from programme.submission import Cover
from programme.symbols import Status, symbol_typed
from programme.workstreams import organisations, workstreams


class NotAReturn(Unreadable):
    """The workbook could be read, but nothing in it says that it is a return."""


def parse(workbook: Workbook, naming: Naming | None = None) -> ParsedReturn:
    """The workbook as a return, however much is wrong with it: rules judge that, later.

    `naming` is what things are called, where people added aliases to what comes with the system.
    Raises NotAReturn when it has none of the sheets Figures, History and Cover, and Unreadable where a sheet reaches further
    than one of a form may: what other people's spreadsheets hold somewhere does not matter, here nobody means it.
    """
    naming = naming or shipped_naming()
    figures, history, cover = (workbook.sheet(name) for name in (standard.FIGURES.name, HISTORY.name, standard.COVER))
    if figures is None and history is None and cover is None:
        raise NotAReturn("not_a_return", _nothing_of_a_return(workbook))
    for sheet in (each for each in workbook.sheets if each.far):
        raise stray(sheet.name, sheet.far)
    if figures is None and history is not None:
        return _history(workbook, history, cover, naming)
    return _standard(workbook, figures, cover, naming)


def _nothing_of_a_return(workbook: Workbook) -> str:
    names = ", ".join(sheet.name for sheet in workbook.sheets)
    return (
        f"A return must have the sheets Cover and Figures, or a sheet History, got: {names}. "
        "Start from the blank form, which has them, and upload that. Nothing was stored."
    )


def _standard(workbook: Workbook, figures: Sheet | None, cover: Sheet | None, naming: Naming) -> ParsedReturn:
    fields = fields_of(cover)
    answers = Answers(fields, naming=naming)
    quarter, streams = answers.quarter, answers.workstreams
    rows: tuple[FigureRow, ...] = ()
    read = [figures] if figures else []
    if figures:
        typed_quarter = fields.get(standard.QUARTER.label)
        rows = tuple(_standard_rows(headed(figures, standard.FIGURES.columns), typed_quarter, quarter, naming))
    return ParsedReturn(
        kind="standard",
        workbook=workbook,
        cover=answers.cover("standard", quarter, streams) if quarter and streams else None,
        fields=fields,
        rows=rows,
        entries=entries_of(workbook, read, cover),
        headings=_headings(read, standard.FIGURES),
        naming=naming,
    )


def _history(workbook: Workbook, history: Sheet, cover: Sheet | None, naming: Naming) -> ParsedReturn:
    fields = fields_of(cover)
    return ParsedReturn(
        kind="history",
        workbook=workbook,
        cover=_history_cover(fields, naming),
        fields=fields,
        rows=tuple(_history_rows(headed(history, HISTORY.columns), naming)),
        entries=entries_of(workbook, [history], cover),
        headings=_headings([history], HISTORY),
        naming=naming,
    )


def _history_cover(fields: dict[str, Field], naming: Naming) -> Cover | None:
    """A history workbook need not say who makes it: unless it does, Kent County Council does, and its figures are final."""
    assumed = {standard.ORGANISATION.label: organisations()[0], standard.STATUS.label: Status.FINAL.value}
    return Answers(fields, assumed, naming).cover("history", None, tuple(workstreams()))


def _headings(sheets: list[Sheet], layout: FormSheet) -> dict[str, tuple[Typed, ...]]:
    return {sheet.name: tuple(headed(sheet, layout.columns).headings.values()) for sheet in sheets}


def _standard_rows(
    figures: HeadedSheet, quarter_field: Field | None, quarter: Quarter | None, naming: Naming
) -> Iterator[FigureRow]:
    """One row per line of the sheet on which anything is typed; none where a needed column is missing."""
    if any(figures.place(column) is None for column in standard.FIGURES.needed):
        return
    for row in figures.body:
        typed = {column: figures.under(column, row) for column in standard.FIGURES.columns}
        if any(cell for column, cell in typed.items() if column is not standard.DESCRIPTION):
            yield FigureRow(
                sheet=figures.sheet.name,
                row=row,
                value_ref=figures.ref(standard.VALUE, row),
                measure_cell=typed[standard.MEASURE],
                area_cell=typed[standard.AREA],
                quarter_cell=quarter_field.typed if quarter_field else None,
                value_cell=typed[standard.VALUE],
                status_cell=typed[standard.FIGURE_STATUS],
                note_cell=typed[standard.FIGURE_NOTE],
                measure=_measure(typed[standard.MEASURE], naming),
                area=_area(typed[standard.AREA], naming),
                quarter=quarter,
            )


def _history_rows(history: HeadedSheet, naming: Naming) -> Iterator[FigureRow]:
    """One row per cell that holds something under a quarter, or under anything that may be meant as one."""
    columns = {history.place(column) for column in HISTORY.needed}
    if None in columns:
        return
    beside = {column for column, cell in history.headings.items() if plain(cell.text) in NOT_QUARTERS}
    quarters = {column: quarter_read(cell.text)[0] for column, cell in history.headings.items()}
    apart = columns | beside
    cells = (each for each in sorted(history.sheet.cells.items()) if each[0][0] > history.heading_row)
    for row, along in groupby(cells, key=lambda each: each[0][0]):
        measure_cell, area_cell = (history.under(each, row) for each in HISTORY.needed)
        measure, area = _measure(measure_cell, naming), _area(area_cell, naming)
        for (_, column), cell in along:
            if column in apart:
                continue
            yield FigureRow(
                sheet=history.sheet.name,
                row=row,
                value_ref=cell.ref,
                measure_cell=measure_cell,
                area_cell=area_cell,
                quarter_cell=history.headings.get(column),
                value_cell=cell,
                status_cell=None,
                note_cell=None,
                measure=measure,
                area=area,
                quarter=quarters.get(column),
            )


def _measure(cell: Typed | None, naming: Naming) -> Measure | None:
    return measures().get(naming.one(Thing.MEASURE, cell.text)) if cell else None


def _area(cell: Typed | None, naming: Naming) -> Area | None:
    code = naming.one(Thing.AREA, cell.text) if cell else None
    return area_coded(code) if code else None


def figures_of(parsed: ParsedReturn) -> tuple[Figure, ...]:
    """The figures of a return that the rules have passed; a blank value is no figure.

    Raises ValueError for a return that they would not have passed.
    """
    if parsed.cover is None:
        raise ValueError("A return must have a cover that can be understood before its figures are taken")
    return tuple(_figure(parsed, row) for row in parsed.rows if row.value_cell is not None)


def _figure(parsed: ParsedReturn, row: FigureRow) -> Figure:
    if row.measure is None or row.area is None or row.quarter is None:
        raise ValueError(f"A figure must have a measure, an area and a quarter, got: {row.sheet}!{row.value_ref}")
    cell = row.value_cell
    status = parsed.naming.one(Thing.STATUS, row.status_cell.text) if row.status_cell else ""
    return Figure(
        measure=row.measure.id,
        area=row.area,
        quarter=row.quarter,
        value=float(cell.value) if cell.kind is Kind.NUMBER else None,
        symbol=symbol_typed(cell.text) if cell.kind is Kind.TEXT else None,
        source=Source(parsed.workbook.file_name, row.sheet, row.value_ref),
        status=Status(status) if status else parsed.cover.status,
        note=row.note_cell.text.strip() if row.note_cell else "",
    )
