"""How far a sheet may reach and how much it may hold, whatever programme wrote it, and the refusal of more."""

from collections.abc import Iterator
from dataclasses import dataclass, field

from loaders.reading.preflight import Unreadable

MAX_ROW, MAX_COLUMN = 20_000, 500  # of a form of ours; what a layout reads may reach as far as any sheet does
LAST_ROW, LAST_COLUMN = 1_048_576, 16_384
MAX_CELLS = 300_000  # about 4 seconds
MAX_TEXT = 20_000_000  # characters: one long text may stand in many cells
MAX_MERGED = 2_000  # merged ranges that are told of; nobody reads more

CellRead = tuple[str, int, int, str, str | float | bool, bool]
"""Reference, row, column, kind, value, shown as a percentage: what `workbook.Typed` holds, dates as ISO text."""


@dataclass
class Look:
    """How a sheet looks, as far as it says something of what was meant; filled while its cells are read.

    `far` is the first cell that stands further away than one of a form may, blank or not; empty where none does.
    """

    hidden_rows: list[int] = field(default_factory=list)
    hidden_columns: list[int] = field(default_factory=list)
    merged: list[str] = field(default_factory=list)
    far: str = ""

    def reach(self, sheet: str, ref: str, row: int, column: int) -> None:
        """Note a cell that stands too far away for a form. Raises Unreadable for one beyond the end of any sheet."""
        if row > LAST_ROW or column > LAST_COLUMN:
            raise stray(sheet, ref)
        if row > MAX_ROW or column > MAX_COLUMN:
            self.far = self.far or ref


def bounded(sheet: str, cells: Iterator[CellRead], look: Look) -> Iterator[CellRead]:
    """The cells that hold something; how far they reach goes into `look`. Raises Unreadable where a sheet holds too much."""
    count = length = 0
    for cell in cells:
        ref, row, column, kind, value, _ = cell
        look.reach(sheet, ref, row, column)
        if kind == "text" and not value.strip():
            continue
        count += 1
        length += len(value) if isinstance(value, str) else 0
        if count > MAX_CELLS or length > MAX_TEXT:
            raise too_full(sheet)
        yield cell


def stray(sheet: str, ref: str) -> Unreadable:
    """The refusal of a cell that stands too far away."""
    return Unreadable(
        "cell_far_away",
        f"A sheet must stay within its first {MAX_ROW:,} rows and {MAX_COLUMN} columns, "
        f"got: a cell at {ref} of sheet {sheet}. "
        "Delete the rows below and the columns to the right of your figures, save, and upload it again. Nothing was stored.",
        sheet,
        ref,
    )


def too_full(sheet: str) -> Unreadable:
    """The refusal of a sheet that holds too much."""
    return Unreadable(
        "sheet_too_full",
        f"A sheet must hold no more than {MAX_CELLS:,} cells and {MAX_TEXT:,} characters, got: more in sheet {sheet}. "
        "Remove what is not part of the return, save, and upload it again. Nothing was stored.",
        sheet,
    )
