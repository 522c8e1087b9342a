"""A workbook as read: every cell that holds something, with its kind, before anybody asks what it means."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from plumbing.unchanging import Unchanging
from programme.sheets.typed import plain


class Kind(StrEnum):
    """What stands in a cell. A blank cell is not there at all."""

    TEXT = "text"
    NUMBER = "number"
    BOOLEAN = "boolean"
    DATE = "date"
    ERROR = "error"
    UNCALCULATED = "uncalculated formula"


def column_called(letters: str) -> int:
    """The number of a column by its letters, counted from 1."""
    number = 0
    for letter in letters.upper():
        number = 26 * number + ord(letter) - 64
    return number


def place_called(ref: str) -> tuple[int, int]:
    """The row and the column of a cell by its name: `D14` is 14, 4.

    openpyxl says the same, and brings along all that writes workbooks, for which whoever checks one need not wait.
    """
    letters = ref.rstrip("0123456789")
    return int(ref[len(letters) :]), column_called(letters)


@dataclass(frozen=True, slots=True)
class Typed:
    """One cell that is not blank. `percent` says that Excel shows its number as a percentage."""

    ref: str
    row: int
    column: int
    kind: Kind
    value: str | float | bool | date
    percent: bool = False

    @property
    def text(self) -> str:
        """The cell as a person would read it out: `41` and never `41.0`."""
        if self.kind is Kind.TEXT:
            return self.value
        if self.kind is Kind.NUMBER:
            return f"{self.value * 100:.15g}%" if self.percent else f"{self.value:.15g}"
        return self.value.isoformat() if isinstance(self.value, date) else str(self.value)


@dataclass(frozen=True)
class Sheet(Unchanging):
    """One sheet: its cells by row and column, both counted from 1; which of these are hidden; its merged ranges; and `far`,
    the first cell that stands further away than one of a form may (empty where none does)."""

    name: str
    cells: Mapping[tuple[int, int], Typed]
    hidden: bool = False
    hidden_rows: frozenset[int] = frozenset()
    hidden_columns: frozenset[int] = frozenset()
    merged: tuple[str, ...] = ()
    far: str = ""

    def cell(self, row: int, column: int) -> Typed | None:
        """The cell, or None where it is blank."""
        return self.cells.get((row, column))

    @property
    def rows(self) -> range:
        """The numbers of the rows from the first to the last that holds something."""
        numbers = [row for row, _ in self.cells]
        return range(min(numbers, default=1), max(numbers, default=0) + 1)


@dataclass(frozen=True, slots=True)
class Workbook:
    """A whole file: its name, fingerprint and sheets in order. `macros` says that it carries some; they never run."""

    file_name: str
    sha256: str
    sheets: tuple[Sheet, ...]
    macros: bool = False

    def sheet(self, name: str) -> Sheet | None:
        """The first sheet of this name, whatever its capitals and spaces, or None."""
        return next((sheet for sheet in self.sheets if plain(sheet.name) == plain(name)), None)
