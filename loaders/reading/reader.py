"""Reads a workbook without ever parsing it in this process: a child does, within limits, and may fail alone."""

import json
import subprocess
from collections.abc import Mapping
from datetime import date
from hashlib import sha256
from pathlib import Path

from loaders.reading.child import run_child
from loaders.reading.preflight import MAX_FILE, Unreadable, preflight
from loaders.reading.workbook import Kind, Sheet, Typed, Workbook

CHILD = Path(__file__).with_name("read_child.py")
TEXT_CHILD = Path(__file__).with_name("text_child.py")
TIME_LIMIT = 30  # seconds on the clock; the child also limits its own processor time


def read_workbook(content: bytes, file_name: str) -> Workbook:
    """The workbook in `content`. Raises Unreadable, whose finding says why not and what to do."""
    answer = _ask_child(content, CHILD)
    if "refused" in answer:
        raise Unreadable(*answer["refused"])
    return workbook_of(answer, content, file_name)


def read_text_table(content: bytes, file_name: str) -> Workbook:
    """The table in a text file (.csv) as a workbook of one sheet. Raises Unreadable."""
    answer = _ask_child(content, TEXT_CHILD)
    if "refused" in answer:
        raise Unreadable(*answer["refused"])
    return workbook_of(answer, content, file_name)


def workbook_of(answer: Mapping, content: bytes, file_name: str) -> Workbook:
    """The child's answer (see `read_child.read_sheets`) as a Workbook."""
    sheets = tuple(_sheet(sheet) for sheet in answer["sheets"])
    return Workbook(file_name, sha256(content).hexdigest(), sheets, answer["macros"])


def _ask_child(content: bytes, script: Path) -> Mapping:
    if len(content) > MAX_FILE:
        preflight(content)  # refuses it by its size alone, without a copy of it in a second process
    try:
        child = run_child(script, content, TIME_LIMIT)
    except subprocess.TimeoutExpired as fault:
        raise _too_demanding() from fault
    if child.returncode == 0:
        return json.loads(child.stdout)
    raise _failed(child)


def _failed(child: subprocess.CompletedProcess) -> Unreadable:
    """Why a child ended early: ended for its limits, or by an exception of the reader, which a note keeps."""
    last_line = child.stderr.decode(errors="replace").strip().rpartition("\n")[2]
    refusal = _too_demanding() if child.returncode < 0 or last_line.startswith("MemoryError") else _not_understood()
    refusal.add_note(f"the reading process ended with {child.returncode}: {last_line}")
    return refusal


def _too_demanding() -> Unreadable:
    return Unreadable(
        "file_too_demanding",
        f"A workbook must be readable in {TIME_LIMIT} seconds and 500 MB of memory, got: one that needs more. "
        "Copy the figures into a fresh copy of the blank form, and upload that. Nothing was stored.",
    )


def _not_understood() -> Unreadable:
    return Unreadable(
        "file_not_understood",
        "A workbook must be as Excel itself would write it, got: a file whose inside breaks the format. "
        "Open it in Excel and save it under a new name, or copy the figures into a fresh copy of the blank form, "
        "and upload that. Nothing was stored.",
    )


def _sheet(answer: Mapping) -> Sheet:
    cells = (_typed(*cell) for cell in answer["cells"])
    return Sheet(
        name=answer["name"],
        cells={(cell.row, cell.column): cell for cell in cells},
        hidden=answer["hidden"],
        hidden_rows=frozenset(answer["hidden_rows"]),
        hidden_columns=frozenset(answer["hidden_columns"]),
        merged=tuple(answer["merged"]),
        far=answer["far"],
    )


def _typed(ref: str, row: int, column: int, kind: str, value: str | float | bool, percent: bool) -> Typed:
    return Typed(ref, row, column, Kind(kind), date.fromisoformat(value) if kind == Kind.DATE else value, percent)
