"""Reads one workbook in a process of its own, with little memory and time, so that no file can take the server down.

Run by `reader.py`: the file's bytes come in on standard input, its cells go out as JSON on standard output. Whatever
else goes wrong ends this process, and only this process.
"""

import json
import sys
import warnings
from collections.abc import Iterator
from datetime import date, datetime, time, timedelta
from io import BytesIO
from math import isfinite
from pathlib import Path

if __name__ == "__main__":
    sys.path.insert(0, str(Path(__file__).parents[2]))
    # openpyxl imports these two where they are installed; without them it starts twice as fast and reads the same.
    sys.modules["numpy"] = sys.modules["PIL"] = None

from loaders.reading.preflight import COPY, MEGABYTE, Unreadable, not_a_workbook, preflight

MEMORY = 500 * MEGABYTE  # of address space; the fullest sheet that is allowed uses 120
SECONDS = 20  # of processor time
MAX_ROW, MAX_COLUMN = 20_000, 500
MAX_CELLS = 300_000  # about 4 seconds
MAX_TEXT = 20_000_000  # characters: one long text may stand in many cells

Cell = tuple[str, int, int, str, str | float | bool, bool]
"""Reference, row, column, kind, value, shown as a percentage: what `workbook.Typed` holds, dates as ISO text."""


def read_sheets(content: bytes) -> dict[str, object]:
    """`{"macros": bool, "sheets": [{"name", "hidden", "cells"}]}`. Raises Unreadable, or whatever openpyxl raises.

    Only rows of cells are interpreted. Chart sheets, pictures, comments and validations hold no figures, and they are
    what makes openpyxl's own loading fail. Cells under a merged range are read as they are stored.
    """
    macros = preflight(content)
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")  # openpyxl warns of styles and dates that it does not know; none is a figure
        sheets = [
            {"name": name, "hidden": hidden, "cells": list(_bounded(name, cells))}
            for name, hidden, cells in _sheets(content)
        ]
    if not sheets:
        raise not_a_workbook("file_without_sheets", "a workbook without a single sheet of cells", COPY)
    return {"macros": macros, "sheets": sheets}


def _sheets(content: bytes) -> Iterator[tuple[str, bool, Iterator[Cell]]]:
    # openpyxl is imported here, not above: what preflight refuses is answered without it, and within the limits.
    from openpyxl.reader.excel import ExcelReader
    from openpyxl.styles.stylesheet import apply_stylesheet

    reader = ExcelReader(BytesIO(content), data_only=True, keep_links=False)
    reader.read_manifest()
    reader.read_strings()
    reader.read_workbook()
    apply_stylesheet(reader.archive, reader.wb)
    for sheet, relation in reader.parser.find_sheets():
        if "chartsheet" not in relation.Type and relation.target in reader.valid_files:
            yield sheet.name, sheet.state != "visible", _cells(reader, relation.target)


def _cells(reader, part: str) -> Iterator[Cell]:
    """Every `<c>` of a sheet, blank ones as text without a letter."""
    from openpyxl.utils import get_column_letter
    from openpyxl.worksheet._reader import FORMULA_TAG, ROW_TAG, WorkSheetParser
    from openpyxl.xml.functions import iterparse

    book = reader.wb
    percents = _percent_styles(book)
    with reader.archive.open(part) as source:
        parser = WorkSheetParser(
            source, reader.shared_strings, True, book.epoch, book._date_formats, book._timedelta_formats
        )
        for _, element in iterparse(source):
            if element.tag != ROW_TAG:
                continue
            for typed, cell in zip(element, parser.parse_row(element)[1], strict=True):
                row, column = cell["row"], cell["column"]
                kind, value = _meaning(cell["data_type"], cell["value"], typed, typed.find(FORMULA_TAG))
                yield f"{get_column_letter(column)}{row}", row, column, kind, value, cell["style_id"] in percents
            element.clear()


def _percent_styles(book) -> set[int]:
    """The numbers of the cell styles that show a number as a percentage."""
    from openpyxl.styles.numbers import STRIP_RE

    return {
        number for number, style in enumerate(book._cell_styles) if "%" in STRIP_RE.sub("", _format(book, style.numFmtId))
    }


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
    return "text", str(value)


def _number(value: float) -> tuple[str, str | float]:
    number = float(value)
    return ("number", number) if isfinite(number) else ("error", "#NUM!")


def _bounded(sheet: str, cells: Iterator[Cell]) -> Iterator[Cell]:
    """The cells that hold something. Raises Unreadable where a sheet reaches too far or holds too much."""
    count = length = 0
    for cell in cells:
        ref, row, column, kind, value, _ = cell
        if row > MAX_ROW or column > MAX_COLUMN:
            raise _stray(sheet, ref)
        if kind == "text" and not value.strip():
            continue
        count += 1
        length += len(value) if isinstance(value, str) else 0
        if count > MAX_CELLS or length > MAX_TEXT:
            raise _too_full(sheet)
        yield cell


def _stray(sheet: str, ref: str) -> Unreadable:
    return Unreadable(
        "cell_far_away",
        f"A sheet must stay within its first {MAX_ROW:,} rows and {MAX_COLUMN} columns, "
        f"got: a cell at {ref} of sheet {sheet}. "
        "Delete the rows below and the columns to the right of your figures, save, and upload it again. Nothing was stored.",
        sheet,
        ref,
    )


def _too_full(sheet: str) -> Unreadable:
    return Unreadable(
        "sheet_too_full",
        f"A sheet must hold no more than {MAX_CELLS:,} cells and {MAX_TEXT:,} characters, got: more in sheet {sheet}. "
        "Remove what is not part of the return, save, and upload it again. Nothing was stored.",
        sheet,
    )


def limit() -> None:
    """Bind this process to its memory and time, where the operating system can (Windows cannot)."""
    try:
        import resource
    except ImportError:
        return
    resource.setrlimit(resource.RLIMIT_AS, (MEMORY, MEMORY))
    resource.setrlimit(resource.RLIMIT_CPU, (SECONDS, SECONDS))


def main() -> None:
    """Read standard input, write one JSON object: the workbook, or the finding that refuses it."""
    limit()
    try:
        answer = read_sheets(sys.stdin.buffer.read())
    except Unreadable as refusal:
        finding = refusal.finding
        answer = {"refused": [finding.rule, finding.message, finding.sheet, finding.cell]}
    sys.stdout.write(json.dumps(answer))


if __name__ == "__main__":
    main()
