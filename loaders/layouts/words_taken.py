"""Takes the rows of a log of actions or a register of risks by a layout, as our own sheet with the sender's cells."""

import re
from collections.abc import Iterator
from dataclasses import replace

from loaders.forms.layouts import standard
from loaders.layouts.layout import WORDS, Layout
from loaders.layouts.mapped import MappedFile
from loaders.layouts.matching import FoundTable, Likeness
from loaders.layouts.origins import NamedRow, period_said
from loaders.layouts.so_far import Taking
from loaders.layouts.taking import tables_meant
from loaders.reading.workbook import Kind, Sheet, Typed, Workbook
from loaders.rules.words import nearest, said
from plumbing.listed import named_list
from programme.parts import Says
from programme.period import Period
from programme.quarter import Quarter
from programme.sheets.form import FormColumn, FormSheet
from programme.workstreams import organisations

BETWEEN = ";"
"""Between two columns of ours that one column of theirs fills."""


def words_taken(workbook: Workbook, layout: Layout, asked: Period | None, like: Likeness) -> MappedFile:
    """The rows of a file as a sheet of words of ours. `as_ours` of what comes back is a return that can be parsed."""
    found, form = Taking(workbook, layout, asked), WORDS[layout.to]
    tables = list(tables_meant(found, like))
    ours = _as_ours(found, tables[0], form) if tables else None
    sheet = tables[0].sender.name if tables else ""
    counts = (len(tables), len(like.tables))
    return MappedFile(workbook, layout, like.share, (), tuple(found.findings), counts, ours, sheet)


def _as_ours(found: Taking, table: FoundTable, form: FormSheet) -> Workbook | None:
    """The table as a workbook of our form: each cell is called as it is in the sender's sheet."""
    quarter = _quarter(found, table)
    columns = dict(_columns(found, table, form))
    if quarter is None or not columns:
        return None
    cells = {(table.band.last, place): replace(head, value=column.heading) for place, (column, head, _) in columns.items()}
    for row in _rows(found, table, form, columns):
        for place, (column, _, at) in columns.items():
            if (cell := table.sender.row(row).get(at)) and cell.text.strip() not in found.layout.blank:
                cells[row, place] = _answered(cell, column, found.layout)
    sheets = (_cover(found.layout, quarter), Sheet(form.name, cells))
    return replace(found.workbook, sheets=sheets, macros=False)


def _columns(found: Taking, table: FoundTable, form: FormSheet) -> Iterator[tuple[int, tuple[FormColumn, Typed, int]]]:
    """Each column of ours that is filled: its own place, the heading as a cell, and the column of theirs it comes from."""
    sheet, place = table.sender.name, 0
    headings = [cell.text.strip() for headed in table.band.over.values() for cell in headed]
    for word, ours in found.layout.headings.items():
        theirs = [column for column in table.columns if column.word == word]
        if len(theirs) != 1:
            got = f"{len(theirs)} such headings" if theirs else "no such heading"
            near = None if theirs else nearest(word, headings)
            found.error("mapped_heading_missing", sheet, "", said(f"{sheet} must have one heading “{word}”", got, near))
            continue
        for name in ours.split(BETWEEN):
            place += 1
            column = next(each for each in form.columns if each.heading == name.strip())
            yield place, (column, theirs[0].cell, theirs[0].column)


def _rows(found: Taking, table: FoundTable, form: FormSheet, columns: dict) -> Iterator[int]:
    """The rows that have what no row does without; of the others that say anything, that they are left out."""
    needed = {at for column, _, at in columns.values() if column in form.needed}
    every = {at for _, _, at in columns.values()}
    left = []
    for number, row in table.sender.by_row.items():
        told = {at for at in every if at in row and row[at].text.strip() not in found.layout.blank}
        if number > table.band.last and told >= needed:
            yield number
        elif number > table.band.last and told:
            left.append(number)
    if left:
        names = named_list(column for column in form.needed)
        rows = named_list(left[:12])
        got = f"row {rows}" if len(left) == 1 else f"rows {rows}{' and more' if len(left) > 12 else ''}"
        message = f"Every row must have {names}, or it is left out, got: none in {got}."
        found.query("mapped_rows_left_out", table.sender.name, "", message)


def _answered(cell: Typed, column: FormColumn, layout: Layout) -> Typed:
    """An answer as ours: as the layout says of it, or as it begins."""
    text = cell.text.strip()
    if text in layout.symbols:
        return replace(cell, kind=Kind.TEXT, value=layout.symbols[text], percent=False)
    if cell.kind is Kind.TEXT and (ours := begun_with(text, column)) and not column.offers(text):
        return replace(cell, value=ours)
    return cell


def begun_with(text: str, column: FormColumn) -> str:
    """The one answer of ours that `text` begins with, as `3 - medium` does with 3; empty where it begins with none."""
    begun = [choice for choice in column.choices if re.match(rf"{re.escape(choice)}\b", text, re.IGNORECASE)]
    return begun[0] if len(begun) == 1 else ""


def _quarter(found: Taking, table: FoundTable) -> Quarter | None:
    nowhere = NamedRow(0, Typed("", 0, 0, Kind.TEXT, ""), "")
    read, cell = period_said(table, nowhere, table.columns[0], found.workbook)
    period = read.period or found.asked
    if period is None:
        got = named_list(read.readings, "or") or "none that is said"
        message = f"{table.sender.name} must say which quarter it is about, got: {got}. Say it, like 2022/23 Q4."
        found.error("mapped_period_unclear", table.sender.name, cell.ref if cell else "", message)
    return period and period.quarter


def _cover(layout: Layout, quarter: Quarter) -> Sheet:
    """The Cover that says what the layout says: of which quarter, workstream and organisation the rows are."""
    answers = {
        standard.QUARTER: str(quarter),
        standard.WORKSTREAM: str(layout.workstream or standard.ALL),
        standard.ORGANISATION: layout.organisation or organisations()[0],
        standard.STATUS: layout.status,
        standard.FIGURES_LINE: Says.LEFT.value,
    }
    cells = {}
    for row, (line, answer) in enumerate(answers.items(), start=1):
        cells[row, 1] = Typed(f"A{row}", row, 1, Kind.TEXT, line.label)
        cells[row, 2] = Typed(f"B{row}", row, 2, Kind.TEXT, answer)
    return Sheet(standard.COVER, cells)
