"""Marks a workbook in a process of its own: each failing cell filled and commented, and a list sheet on top.

Run by `marked.py`: one line of JSON findings and then the file come in on standard input, the marked file goes out.
Cells, formats, drop-downs and notes are kept; openpyxl does not keep charts and drawings.
"""

import json
import sys
from collections.abc import Iterable
from copy import copy
from datetime import date
from io import BytesIO
from pathlib import Path

if __name__ == "__main__":
    sys.path.insert(0, str(Path(__file__).parents[2]))
    # openpyxl imports these where they are installed; without numpy it starts sooner and does the same. With lxml it would
    # read without defusedxml.
    sys.modules["numpy"] = sys.modules["lxml"] = None

from openpyxl import Workbook, load_workbook
from openpyxl.cell.cell import ILLEGAL_CHARACTERS_RE, Cell, MergedCell
from openpyxl.comments import Comment
from openpyxl.styles import Alignment, Font, PatternFill
from openpyxl.worksheet.hyperlink import Hyperlink
from openpyxl.worksheet.worksheet import Worksheet

from loaders.reading import read_child
from loaders.reading.preflight import is_open_document, preflight
from loaders.reading.text_child import read_table
from programme.finding import FINDINGS, Finding, Severity
from programme.sheets.typed import plain

FILL = {
    Severity.ERROR: PatternFill("solid", start_color="FFFFC7CE"),
    Severity.QUERY: PatternFill("solid", start_color="FFFFEB9C"),
}
SIGN = "WSoA Monitor found:"
"""How our part of a comment begins. What stands before it is the sender's own and is kept."""

TITLE = "What was found in this workbook"
ADVICE = "Put each cell right, save, and upload this same workbook again. This sheet is a list only: nobody reads it back."
ADVICE_OTHER = (
    "This is an Excel workbook (.xlsx) made of your .ods file: its cells are there, its looks are not. Put each cell right "
    "here, or in your own file, save, and upload either."
)
ADVICE_TEXT = ADVICE_OTHER.replace(".ods", ".csv")
ADVICE_ALONE = (
    "The workbook itself could not be written again, so this is the list alone. Put the cells right in your own file."
)
HEADINGS = {"Severity": 11, "Sheet": 14, "Cell": 9, "What must hold": 110, "Rule": 28, "Colour before": 14}
FIRST_ROW = 5
COLOUR_COLUMN = 6


def mark(content: bytes, findings: Iterable[Finding]) -> bytes:
    """The workbook with its findings. Marks of an earlier time are taken away first."""
    text = not content.startswith(b"PK")
    macros = False if text else preflight(content)
    other = text or is_open_document(content)
    book = _written_anew(content, text) if other else load_workbook(BytesIO(content), keep_vba=macros)
    _unmark(book)
    found = list(findings)
    listed = _list_sheet(book, ADVICE_TEXT if text else ADVICE_OTHER if other else ADVICE)
    for row, finding in enumerate(found, start=FIRST_ROW):
        cell = _cell(book, finding)
        _list(listed, row, finding, cell)
    for finding in sorted(found, key=lambda finding: finding.severity is Severity.ERROR):
        if cell := _cell(book, finding):
            cell.fill = FILL[finding.severity]
            cell.comment = _comment(cell.comment, finding)
    return _saved(book)


def _written_anew(content: bytes, text: bool) -> Workbook:
    """An .ods or a text file as an Excel workbook: its sheets and cells with their kinds, and not its looks."""
    book = Workbook()
    book.remove(book.active)
    for sheet in (read_table if text else read_child.read_sheets)(content)["sheets"]:
        page = book.create_sheet(sheet["name"])
        page.sheet_state = "hidden" if sheet["hidden"] else "visible"
        for _, row, column, kind, value, percent in sheet["cells"]:
            cell = page.cell(row, column)
            cell.value = date.fromisoformat(value) if kind == "date" else _harmless(value) if kind == "text" else value
            if kind in ("text", "uncalculated formula"):
                cell.data_type = "s"  # as text, even where it begins like a formula
            if percent:
                cell.number_format = "0.0%"
    return book


def list_alone(findings: Iterable[Finding]) -> bytes:
    """A workbook with the list of findings and nothing else."""
    book = Workbook()
    listed = _list_sheet(book, ADVICE_ALONE)
    book.remove(book.worksheets[1])
    for row, finding in enumerate(findings, start=FIRST_ROW):
        _list(listed, row, finding, None)
    return _saved(book)


def _saved(book: Workbook) -> bytes:
    written = BytesIO()
    book.save(written)
    return written.getvalue()


def _cell(book: Workbook, finding: Finding) -> Cell | None:
    """The cell at fault; of merged cells the one that shows."""
    sheet = next((sheet for sheet in book.worksheets if plain(sheet.title) == plain(finding.sheet)), None)
    if sheet is None or not finding.cell:
        return None
    cell = sheet[finding.cell]
    if isinstance(cell, MergedCell):
        merged = next(area for area in sheet.merged_cells.ranges if finding.cell in area)
        return sheet.cell(merged.min_row, merged.min_col)
    return cell


def _comment(before: Comment | None, finding: Finding) -> Comment:
    """Our words below those that stand there already."""
    text = before.text if before else ""
    start = text if SIGN in text else f"{text}\n\n{SIGN}".strip()
    comment = Comment(_harmless(f"{start}\n{finding.message}"), before.author if before else "WSoA Monitor")
    comment.width, comment.height = 360, 190
    return comment


def _list_sheet(book: Workbook, advice: str) -> Worksheet:
    """A new first sheet for the list; a sheet of the sender's own by that name gets another one."""
    for sheet in book.worksheets:
        if plain(sheet.title) == plain(FINDINGS):
            sheet.title = f"{FINDINGS} (own)"
    listed = book.create_sheet(FINDINGS, 0)
    listed["A1"].value, listed["A1"].font = TITLE, Font(bold=True, size=14)
    listed["A2"].value = advice
    for column, (heading, width) in enumerate(HEADINGS.items(), start=1):
        cell = listed.cell(FIRST_ROW - 1, column, heading)
        cell.font = Font(bold=True)
        listed.column_dimensions[cell.column_letter].width = width
    listed.freeze_panes = f"A{FIRST_ROW}"
    for sheet in book.worksheets:
        sheet.sheet_view.tabSelected = sheet is listed
    book.active = 0
    return listed


def _list(listed: Worksheet, row: int, finding: Finding, cell: Cell | None) -> None:
    """One line of the list, with a link to the cell, and the cell's own colour so that it can be given back."""
    texts = (finding.severity.value, finding.sheet, finding.cell, finding.message, finding.rule)
    for column, text in enumerate(texts, start=1):
        written = listed.cell(row, column, _harmless(text))
        written.data_type = "s"  # as text, even where it begins like a formula
        written.alignment = Alignment(vertical="top", wrap_text=True)
    if cell is not None:
        name = cell.parent.title.replace("'", "''")
        listed.cell(row, 3).hyperlink = Hyperlink(ref="", location=f"'{name}'!{cell.coordinate}")
        listed.cell(row, 3).font = Font(underline="single", color="FF0563C1")
        listed.cell(row, COLOUR_COLUMN).fill = copy(cell.fill)


def _unmark(book: Workbook) -> None:
    """Take earlier marks away: our list, our words, and our colours where the cells still have them."""
    colours = {}
    for sheet in [sheet for sheet in book.worksheets if sheet.title == FINDINGS and sheet["A1"].value == TITLE]:
        for row in range(FIRST_ROW, sheet.max_row + 1):
            place = plain(str(sheet.cell(row, 2).value)), sheet.cell(row, 3).value
            colours.setdefault(place, copy(sheet.cell(row, COLOUR_COLUMN).fill))
        book.remove(sheet)
    for sheet in book.worksheets:
        there = list(sheet._cells.values())  # and not every cell up to the last: one may stand in the last row of all
        for cell in [cell for cell in there if cell.comment and SIGN in cell.comment.text]:
            own = cell.comment.text.partition(SIGN)[0].strip()
            cell.comment = Comment(own, cell.comment.author, cell.comment.height, cell.comment.width) if own else None
            if cell.fill.start_color.rgb in {fill.start_color.rgb for fill in FILL.values()}:
                cell.fill = colours.get((plain(sheet.title), cell.coordinate), PatternFill())


def _harmless(text: str) -> str:
    return ILLEGAL_CHARACTERS_RE.sub("", text)


def main() -> None:
    """Read standard input, write the marked workbook to standard output."""
    read_child.limit()
    findings = [
        Finding(rule, Severity(severity), *rest) for rule, severity, *rest in json.loads(sys.stdin.buffer.readline())
    ]
    sys.stdout.buffer.write(mark(sys.stdin.buffer.read(), findings))


if __name__ == "__main__":
    main()
