"""A table as CSV, with its notes above it."""

from collections.abc import Iterable

import pandas as pd

from plumbing.harmless import harmless


def csv_text(table: pd.DataFrame, notes: Iterable[str] = ()) -> str:
    """The table as CSV, with its notes (source, as at, symbols) above it, as government statistics are released."""
    head = "".join(f'"{note}"\n' for note in notes)
    return head + table.map(_harmless).to_csv(index=False)


def _harmless(cell: object) -> object:
    return harmless(cell) if isinstance(cell, str) else cell
