"""A table as CSV, with its notes above it, as government statistics are released."""

import csv
from collections.abc import Iterable
from io import StringIO

from plumbing.harmless import harmless
from reports.tables.table import Table


def csv_text(table: Table, notes: Iterable[str] = ()) -> str:
    """Every text as on the screen, under `notes` (source, as at, symbols) and the table's own notes, one line each.

    No text can end a line, a cell or a note of its own accord, and none begins a formula where a spreadsheet opens it.
    """
    written = StringIO(newline="")
    told = csv.writer(written, quoting=csv.QUOTE_ALL, lineterminator="\n")
    told.writerows([harmless(_one_line(note))] for note in (*notes, *table.notes))
    rows = csv.writer(written, lineterminator="\n")
    rows.writerow(map(_cell, table.headings))
    rows.writerows([_cell(cell.text) for cell in row] for row in table.rows)
    return written.getvalue()


def _cell(text: str) -> str:
    """A carriage return would end the row: the writer guards line feeds only."""
    return harmless(text).replace("\r\n", "\n").replace("\r", "\n")


def _one_line(note: str) -> str:
    return " ".join(note.split())
