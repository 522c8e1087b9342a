"""Reads one workbook in a process of its own, with little memory and time, so that no file can take the server down.

Run by `reader.py`: the file's bytes come in on standard input, its cells go out as JSON on standard output. Whatever
else goes wrong ends this process, and only this process.
"""

import json
import re
import sys
import warnings
from collections.abc import Callable, Iterator
from datetime import date, datetime, time, timedelta
from io import BytesIO
from math import isfinite
from pathlib import Path

if __name__ == "__main__":
    sys.path.insert(0, str(Path(__file__).parents[2]))
    # openpyxl imports these where they are installed; without the first two it starts twice as fast and reads the same.
    # With lxml, which slides need, it would read without defusedxml: entities of somebody else's file would be expanded.
    sys.modules["numpy"] = sys.modules["PIL"] = sys.modules["lxml"] = None

from loaders.reading.bounds import MAX_COLUMN, MAX_MERGED, MAX_ROW, CellRead, Look, bounded
from loaders.reading.open_document import open_document_sheets
from loaders.reading.preflight import COPY, MEGABYTE, Unreadable, is_open_document, not_a_workbook, preflight
from plumbing.signs import as_seen

MEMORY = 500 * MEGABYTE  # of address space; the fullest sheet that is allowed uses 120
SECONDS = 20  # of processor time

_ESCAPE = re.compile("_x([0-9A-Fa-f]{4})_")
_LITERAL = re.compile(r"\\.|_.|\*.|\"[^\"]*\"|\[[^\]]*\]")
"""In the format of a number: a sign shown as it stands, a gap as wide as one, one that fills the cell, a text, a colour."""


def read_sheets(content: bytes) -> dict[str, object]:
    """`{"macros": bool, "sheets": [{"name", "hidden", "cells", …}]}`. Raises Unreadable, or whatever openpyxl raises.

    Of a sheet also the hidden rows and columns by number and the merged ranges as texts, all of them only as far as
    cells may stand. Chart sheets, pictures, comments and validations hold no figures, and they are what makes openpyxl's
    own loading fail. Cells under a merged range are read as they are stored.
    """
    macros = preflight(content)
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")  # openpyxl warns of styles and dates that it does not know; none is a figure
        read = open_document_sheets if is_open_document(content) else _sheets
        sheets = [_sheet(name, hidden, look, cells) for name, hidden, look, cells in read(content)]
    if not sheets:
        raise not_a_workbook("file_without_sheets", "a workbook without a single sheet of cells", COPY)
    return {"macros": macros, "sheets": sheets}


def _sheet(name: str, hidden: bool, look: Look, cells: Iterator[CellRead]) -> dict[str, object]:
    found = list(bounded(name, cells, look))
    return {"name": name, "hidden": hidden, "cells": found, **vars(look)}


def _sheets(content: bytes) -> Iterator[tuple[str, bool, Look, Iterator[CellRead]]]:
    # openpyxl is imported here, not above: what preflight refuses is answered without it, and within the limits.
    from openpyxl.reader.excel import ExcelReader
    from openpyxl.styles.stylesheet import apply_stylesheet

    reader = ExcelReader(BytesIO(content), data_only=True, keep_links=False)
    reader.read_manifest()
    reader.shared_strings = list(_shared_strings(reader))
    reader.read_workbook()
    apply_stylesheet(reader.archive, reader.wb)
    for sheet, relation in reader.parser.find_sheets():
        if "chartsheet" not in relation.Type and relation.target in reader.valid_files:
            look = Look()
            yield unescaped(sheet.name), sheet.state != "visible", look, _cells(reader, relation.target, look)


def _shared_strings(reader) -> Iterator[str]:
    """The texts that cells share, as they are stored: openpyxl's own reading drops `x005F_` and leaves other escapes."""
    from openpyxl.xml.constants import SHARED_STRINGS, SHEET_MAIN_NS
    from openpyxl.xml.functions import iterparse

    from loaders.reading.plain_text import text_of

    part = reader.package.find(SHARED_STRINGS)
    if part is None:
        return
    with reader.archive.open(part.PartName[1:]) as source:
        for _, element in iterparse(source):
            if element.tag == f"{{{SHEET_MAIN_NS}}}si":
                yield text_of(element)
                element.clear()


def _cells(reader, part: str, look: Look) -> Iterator[CellRead]:
    """Every `<c>` of a sheet, blank ones as text without a letter; what else is seen on the way goes into `look`."""
    from openpyxl.utils import get_column_letter
    from openpyxl.worksheet._reader import COL_TAG, FORMULA_TAG, MERGE_TAG, ROW_TAG
    from openpyxl.xml.functions import iterparse

    from loaders.reading.plain_text import CellParser

    book = reader.wb
    percents = _percent_styles(book)
    with reader.archive.open(part) as source:
        parser = CellParser(source, reader.shared_strings, True, book.epoch, book._date_formats, book._timedelta_formats)
        for _, element in iterparse(source):
            if element.tag == COL_TAG and _unseen(element, "width"):
                look.hidden_columns += _columns_of(element)
            if element.tag == MERGE_TAG:
                look.merged += [each.get("ref", "") for each in element][:MAX_MERGED]
            if element.tag != ROW_TAG:
                continue
            cells = parser.parse_row(element)[1]
            if cells and _unseen(element, "ht") and cells[0]["row"] <= MAX_ROW:
                look.hidden_rows.append(cells[0]["row"])
            for typed, cell in zip(element, cells, strict=True):
                row, column = cell["row"], cell["column"]
                formula = typed.find(FORMULA_TAG) if len(typed) else None
                kind, value = _meaning(cell["data_type"], cell["value"], typed, formula)
                yield f"{get_column_letter(column)}{row}", row, column, kind, value, cell["style_id"] in percents
            element.clear()


def _unseen(element, size: str) -> bool:
    """Whether a row or a column is hidden, or made so small that it cannot be seen."""
    return element.get("hidden") in ("1", "true") or element.get(size) in ("0", "0.0")


def _columns_of(element) -> range:
    """The columns that a `<col>` speaks of, as far as cells may stand."""
    first, last = element.get("min", ""), element.get("max", "")
    known = first.isascii() and first.isdigit() and last.isascii() and last.isdigit()
    return range(int(first), min(int(last), MAX_COLUMN) + 1) if known else range(0)


def _percent_styles(book) -> set[int]:
    """The numbers of the cell styles that show a number as a percentage: `0\\%` shows 41 as 41% and multiplies nothing."""
    formats = (_format(book, style.numFmtId) for style in book._cell_styles)
    return {number for number, form in enumerate(formats) if "%" in _LITERAL.sub("", form)}


def _format(book, number: int) -> str:
    from openpyxl.styles.numbers import BUILTIN_FORMATS, BUILTIN_FORMATS_MAX_SIZE

    if number < BUILTIN_FORMATS_MAX_SIZE:
        return BUILTIN_FORMATS.get(number, "General")
    return book._number_formats[number - BUILTIN_FORMATS_MAX_SIZE]


def _meaning(data_type: str, value: object, element, formula) -> tuple[str, str | float | bool]:
    """The kind of a cell and its value; a blank cell is text without a letter."""
    if value is None:
        if formula is not None and element.get("t") != "str":  # a formula that gives no text is stored as `str`
            return "uncalculated formula", f"={formula.text or '…'}"
        return "text", ""
    if data_type == "e":
        return "error", str(value)
    match value:
        case bool():
            return "boolean", value
        case int() | float():
            return _number(value)
        case datetime():
            return "date", value.date().isoformat()
        case date():
            return "date", value.isoformat()
        case time() | timedelta():
            return "text", str(value)
    return "text", unescaped(str(value))


def unescaped(text: str) -> str:
    """A text as whoever typed it sees it: `_x000D_` is how a workbook stores a carriage return, `_x005F_` an underscore."""
    if "_x" in text:
        stored = _ESCAPE.sub(lambda code: chr(int(code[1], 16)), text)
        text = stored.encode("utf-16-le", "surrogatepass").decode("utf-16-le", "replace")
    return as_seen(text)


def _number(value: float) -> tuple[str, str | float]:
    """A number to the 15 digits that Excel keeps and shows: what is beyond them is noise of its storage."""
    number = float(f"{float(value):.15g}")
    return ("number", number) if isfinite(number) else ("error", "#NUM!")


def limit() -> None:
    """Bind this process to its memory and time, where the operating system can (Windows cannot)."""
    try:
        import resource
    except ImportError:
        return
    resource.setrlimit(resource.RLIMIT_AS, (MEMORY, MEMORY))
    resource.setrlimit(resource.RLIMIT_CPU, (SECONDS, SECONDS))


def answer_with(read: Callable[[bytes], dict[str, object]]) -> None:
    """Read standard input within the limits, write one JSON object: what was read, or the finding that refuses it."""
    limit()
    try:
        answer = read(sys.stdin.buffer.read())
    except Unreadable as refusal:
        finding = refusal.finding
        answer = {"refused": [finding.rule, finding.message, finding.sheet, finding.cell]}
    sys.stdout.write(json.dumps(answer))


def main() -> None:
    """Answer with the workbook."""
    answer_with(read_sheets)


if __name__ == "__main__":
    main()
