"""Reads the sheets of an OpenDocument spreadsheet (.ods), as LibreOffice saves it; only ever within the reading child.

What a cell may say of itself a thousand times is counted before it is unrolled, and no part but `content.xml` is parsed.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import date
from io import BytesIO
from math import isfinite
from xml.etree.ElementTree import Element
from zipfile import ZipFile

from loaders.reading.bounds import LAST_COLUMN, MAX_CELLS, MAX_COLUMN, MAX_MERGED, MAX_TEXT, CellRead, Look, too_full
from plumbing.signs import as_seen

_NAMES = "urn:oasis:names:tc:opendocument:xmlns"
OFFICE, TABLE, TEXT, STYLE = (f"{{{_NAMES}:{name}:1.0}}" for name in ("office", "table", "text", "style"))
CALCEXT = "{urn:org:documentfoundation:names:experimental:calc:xmlns:calcext:1.0}"
GROUPS = {f"{TABLE}{name}" for name in ("table-row-group", "table-rows", "table-header-rows")}
COLUMN_GROUPS = {f"{TABLE}{name}" for name in ("table-column-group", "table-columns", "table-header-columns")}
SPREADSHEET = [f"{OFFICE}document-content", f"{OFFICE}body", f"{OFFICE}spreadsheet"]
ASIDE = {f"{OFFICE}annotation", f"{TABLE}shapes", f"{TABLE}table"}
NUMBERS = ("float", "percentage", "currency")
ERROR = re.compile(r"#[A-Z0-9/]+[!?]?|#N/A|Err:\d+")
_SPACES = re.compile(r"[ \t\r\n]+")


@dataclass
class _Sheet:
    """What was read of a sheet so far: its rows end before `row`, its columns before `column`."""

    name: str
    hidden: bool
    row: int = 1
    column: int = 1
    cells: list[CellRead] = field(default_factory=list)
    characters: int = 0
    look: Look = field(default_factory=Look)


def open_document_sheets(content: bytes) -> Iterator[tuple[str, bool, Look, list[CellRead]]]:
    """Name, whether hidden, look and cells of every sheet. Raises Unreadable, or whatever the parser raises."""
    # imported here: what preflight refuses is answered without it, and within the limits
    from defusedxml.ElementTree import iterparse

    path: list[Element] = []
    unseen: set[str] = set()
    sheet = None
    with ZipFile(BytesIO(content)) as archive, archive.open("content.xml") as source:
        for event, element in iterparse(source, events=("start", "end"), forbid_dtd=True):
            if event == "start":
                path.append(element)
                if _is_sheet(path):
                    sheet = _Sheet(element.get(f"{TABLE}name", ""), element.get(f"{TABLE}style-name") in unseen)
                continue
            path.pop()
            if element.tag == f"{STYLE}style" and _not_displayed(element):
                unseen.add(element.get(f"{STYLE}name", ""))
            if sheet is not None:
                if element.tag == f"{TABLE}table-row" and _stands_in(path, GROUPS):
                    _row(sheet, element)
                elif element.tag == f"{TABLE}table-column" and _stands_in(path, COLUMN_GROUPS):
                    _columns(sheet, element)
                elif element.tag == f"{TABLE}table" and _tags(path) == SPREADSHEET:
                    yield sheet.name, sheet.hidden, sheet.look, sheet.cells
                    sheet = None
            if path and _may_go(path):
                path[-1].remove(element)


def _tags(path: list[Element]) -> list[str]:
    return [element.tag for element in path]


def _is_sheet(path: list[Element]) -> bool:
    return path[-1].tag == f"{TABLE}table" and _tags(path[:-1]) == SPREADSHEET


def _stands_in(path: list[Element], groups: set[str]) -> bool:
    """Whether what ends here belongs to the sheet itself, and not to what was tracked, linked or drawn in it."""
    return (
        _tags(path[:3]) == SPREADSHEET
        and len(path) > 3
        and path[3].tag == f"{TABLE}table"
        and set(_tags(path[4:])) <= groups
    )


def _may_go(path: list[Element]) -> bool:
    """Whether what ends below is needed no more: all but what a row, or a style, is made of."""
    return not any(element.tag in (f"{TABLE}table-row", f"{STYLE}style") for element in path)


def _not_displayed(style: Element) -> bool:
    properties = style.find(f"{STYLE}table-properties")
    return properties is not None and properties.get(f"{TABLE}display") == "false"


def _times(element: Element, of: str) -> int:
    """How often it stands there: a number that the file may say anything about."""
    text = element.get(f"{TABLE}number-{of}-repeated", "1")
    return max(1, int(text)) if text.isascii() and text.isdigit() and len(text) < 10 else 1


def _unseen(element: Element) -> bool:
    return element.get(f"{TABLE}visibility", "visible") in ("collapse", "filter")


def _columns(sheet: _Sheet, element: Element) -> None:
    times = _times(element, "columns")
    if _unseen(element):
        sheet.look.hidden_columns += range(sheet.column, min(sheet.column + times - 1, MAX_COLUMN) + 1)
    sheet.column += times


def _row(sheet: _Sheet, element: Element) -> None:
    """A row, as often as it is repeated; a blank one only moves on."""
    times, cells = _times(element, "rows"), list(_typed(sheet, element))
    if cells:
        _fits(sheet, cells, times)
        rows = range(sheet.row, sheet.row + times)
        sheet.look.hidden_rows += rows if _unseen(element) else ()
        for row in rows:
            sheet.cells += [_cell(row, *cell) for each in cells for cell in each.unrolled()]
    sheet.row += times


@dataclass(frozen=True)
class _Run:
    """The same cell, in so many columns on end."""

    column: int
    times: int
    kind: str
    value: str | float | bool
    percent: bool

    def unrolled(self) -> Iterator[tuple]:
        return ((column, self.kind, self.value, self.percent) for column in range(self.column, self.column + self.times))


def _cell(row: int, column: int, kind: str, value: str | float | bool, percent: bool) -> CellRead:
    return f"{letters(column)}{row}", row, column, kind, value, percent


def letters(column: int) -> str:
    """The letters of a column, counted from 1."""
    text = ""
    while column:
        column, rest = divmod(column - 1, 26)
        text = chr(65 + rest) + text
    return text


def _fits(sheet: _Sheet, runs: list[_Run], times: int) -> None:
    """Raise Unreadable where the row, repeated, reaches too far or holds too much; nothing is unrolled yet."""
    last_row, last_column = sheet.row + times - 1, max(run.column + run.times - 1 for run in runs)
    sheet.look.reach(sheet.name, f"{letters(min(last_column, LAST_COLUMN))}{last_row}", last_row, last_column)
    sheet.characters += times * sum(run.times * len(run.value) for run in runs if isinstance(run.value, str))
    if len(sheet.cells) + times * sum(run.times for run in runs) > MAX_CELLS or sheet.characters > MAX_TEXT:
        raise too_full(sheet.name)


def _typed(sheet: _Sheet, row: Element) -> Iterator[_Run]:
    column = 1
    for element in row:
        if element.tag not in (f"{TABLE}table-cell", f"{TABLE}covered-table-cell"):
            continue
        times = _times(element, "columns")
        kind, value = _meaning(element, sheet.name)
        if kind != "text" or value.strip():
            yield _Run(column, times, kind, value, element.get(f"{OFFICE}value-type") == "percentage" and kind == "number")
        _merged(sheet, element, column)
        column += times


def _merged(sheet: _Sheet, element: Element, column: int) -> None:
    wide, high = (element.get(f"{TABLE}number-{of}-spanned", "1") for of in ("columns", "rows"))
    if (wide, high) != ("1", "1") and all(each.isascii() and each.isdigit() and len(each) < 8 for each in (wide, high)):
        last = f"{letters(min(column + int(wide) - 1, LAST_COLUMN))}{sheet.row + int(high) - 1}"
        sheet.look.merged += [f"{letters(column)}{sheet.row}:{last}"] if len(sheet.look.merged) < MAX_MERGED else []


def _meaning(element: Element, sheet: str) -> tuple[str, str | float | bool]:
    """The kind of a cell and its value; a blank cell is text without a letter."""
    kind, formula = element.get(f"{OFFICE}value-type"), element.get(f"{TABLE}formula")
    text = _text(element, sheet)
    if formula is not None and kind is None and not text:
        return "uncalculated formula", f"={formula.partition('=')[2] or '…'}"
    if element.get(f"{CALCEXT}value-type") == "error" or (formula is not None and ERROR.fullmatch(text)):
        return "error", text or "#VALUE!"
    if kind in NUMBERS:
        return _number(element.get(f"{OFFICE}value", ""), text)
    if kind == "boolean":
        return "boolean", element.get(f"{OFFICE}boolean-value") == "true"
    if kind == "date":
        return _day(element.get(f"{OFFICE}date-value", ""), text)
    return "text", text or as_seen(element.get(f"{OFFICE}string-value", ""))


def _number(value: str, text: str) -> tuple[str, str | float]:
    """To the 15 digits that spreadsheets show; what is no number is an error, as in a workbook."""
    try:
        number = float(f"{float(value):.15g}")
    except ValueError:
        return "text", text
    return ("number", number) if isfinite(number) else ("error", text if ERROR.fullmatch(text) else "#NUM!")


def _day(value: str, text: str) -> tuple[str, str]:
    try:
        return "date", date.fromisoformat(value[:10]).isoformat()
    except ValueError:
        return "text", text or value


def _text(element: Element, sheet: str) -> str:
    """The paragraphs of a cell as lines, without its comment."""
    pieces, length = [], 0
    for paragraph in element:
        if paragraph.tag == f"{TEXT}p":
            line = "".join(_pieces(paragraph, sheet))
            length += len(line)
            if length > MAX_TEXT:
                raise too_full(sheet)
            pieces.append(line)
    return as_seen("\n".join(pieces))


def _pieces(element: Element, sheet: str) -> Iterator[str]:
    """What a paragraph says; blanks on end are one, unless they are counted."""
    if element.tag in ASIDE:
        return
    match element.tag:
        case tag if tag == f"{TEXT}s":
            count = element.get(f"{TEXT}c", "1")
            if not (count.isascii() and count.isdigit()) or len(count) > 8 or int(count) > MAX_TEXT:
                raise too_full(sheet)
            yield " " * int(count)
        case tag if tag == f"{TEXT}tab":
            yield "\t"
        case tag if tag == f"{TEXT}line-break":
            yield "\n"
    yield _SPACES.sub(" ", element.text or "")
    for child in element:
        yield from _pieces(child, sheet)
        yield _SPACES.sub(" ", child.tail or "")
