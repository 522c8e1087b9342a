"""Reads one text table (.csv) in a process of its own, within the limits of a workbook; run as `read_child` is."""

import csv
import sys
from collections.abc import Iterator
from io import StringIO
from pathlib import Path

if __name__ == "__main__":
    sys.path.insert(0, str(Path(__file__).parents[2]))

from loaders.reading.bounds import LAST_COLUMN, CellRead, Look, bounded
from loaders.reading.open_document import letters
from loaders.reading.preflight import COPY, not_a_workbook
from loaders.reading.read_child import answer_with
from plumbing.signs import as_seen
from programme.sheets.typed import number_typed

LONGEST_LINE = 1_000_000
SEPARATORS = ",;\t|"
SHEET = "Sheet1"
_ENCODINGS = ("utf-8-sig", "cp1252")


def read_table(content: bytes) -> dict[str, object]:
    """`{"macros": False, "sheets": [one]}`, as `read_child.read_sheets`. Raises Unreadable, or what `csv` raises."""
    csv.field_size_limit(LONGEST_LINE)
    text = _text(content)
    lines = csv.reader(StringIO(text, newline=""), delimiter=_separator(text))
    look = Look()
    cells = list(bounded(SHEET, _cells(lines), look))
    return {"macros": False, "sheets": [{"name": SHEET, "hidden": False, "cells": cells, **vars(look)}]}


def _text(content: bytes) -> str:
    if content.startswith((b"\xff\xfe", b"\xfe\xff")):
        return content.decode("utf-16")
    for encoding in _ENCODINGS:
        try:
            return content.decode(encoding)
        except UnicodeDecodeError:
            continue
    raise not_a_workbook("file_text", "a text that is not written in UTF-8", COPY)


def _separator(text: str) -> str:
    """What stands most often in the first lines that hold it."""
    start = text[:4096]
    return max(SEPARATORS, key=lambda sign: (start.count(sign), -SEPARATORS.index(sign)))


def _cells(lines: Iterator[list[str]]) -> Iterator[CellRead]:
    for row, line in enumerate(lines, start=1):
        for column, typed in enumerate(line[: LAST_COLUMN + 1], start=1):
            yield f"{letters(column)}{row}", row, column, *_meaning(typed)


def _meaning(typed: str) -> tuple[str, str | float, bool]:
    """A text that is a number is one; `41.5%` is 0.415 shown as a percentage, as a workbook keeps it."""
    text = as_seen(typed)
    number = number_typed(text)
    if number is None:
        return "text", text, False
    percent = text.rstrip().endswith("%")
    return "number", float(f"{number / 100 if percent else number:.15g}"), percent


if __name__ == "__main__":
    answer_with(read_table)
