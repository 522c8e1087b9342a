"""Keeps what is typed outside the figures: every cell of every other sheet, under its heading. Nothing is lost."""

from collections.abc import Collection, Iterator

from loaders.forms.layouts import history, standard
from loaders.reading.headed import headed
from loaders.reading.workbook import Sheet, Workbook
from programme.finding import FINDINGS
from programme.sheets.typed import plain
from programme.submission import Entry

_SHEETS = {plain(sheet.name): sheet for sheet in history.WRITTEN}
_LABELS = {plain(line.label) for line in standard.LINES}


def entries_of(workbook: Workbook, read: Collection[Sheet], cover: Sheet | None) -> tuple[Entry, ...]:
    """The cells of all sheets but those of figures, in order; of the Cover only the lines that the form does not have."""
    entries: list[Entry] = []
    for sheet in workbook.sheets:
        if sheet is cover:
            entries += added_lines(sheet)
        elif sheet not in read and plain(sheet.name) != plain(FINDINGS):
            entries += sheet.worked_out(_typed_in)
    return tuple(entries)


def _typed_in(sheet: Sheet) -> list[Entry]:
    """Each cell with the heading above it. A heading is kept with what it heads, or by itself where that is nothing."""
    known = _SHEETS.get(plain(sheet.name))
    own = known.keys if known else ()
    seen = headed(sheet, known.columns if known else ())
    entries = []
    heading_something = {column for row, column in sheet.cells if row > seen.heading_row}
    for (row, column), cell in sorted(sheet.cells.items()):
        if row == seen.heading_row and (plain(cell.text) in own or column in heading_something):
            continue
        heading = seen.headings.get(column) if row > seen.heading_row else None
        entries.append(Entry(sheet.name, row, heading.text.strip() if heading else "", cell.ref, cell.text))
    return entries


def added_lines(cover: Sheet) -> Iterator[Entry]:
    """Answers on the Cover to lines that are not of the form."""
    for row in cover.rows:
        label, answer = cover.cell(row, 1), cover.cell(row, 2)
        if answer and (label is None or plain(label.text) not in _LABELS):
            yield Entry(cover.name, row, label.text.strip() if label else "", answer.ref, answer.text)
