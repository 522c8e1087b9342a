"""A table as it is: every cell its value and the text that is shown. Whatever is drawn or written as a table begins here."""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from typing import Literal, TypeVar

from programme.hidden import HIDDEN_SIGN, HIDDEN_WORDS
from reports.language.linked import Linked, Pieces, plain_text

Value = str | int | float | date
"""What a cell can hold; a moment is a date with its time."""

Thing = TypeVar("Thing")

_HOLDS = {"text": Value, "number": int | float, "date": date}


@dataclass(frozen=True, slots=True)
class Column:
    """One column: its heading, what its texts are, and the unit of its numbers.

    A `number` column shows numbers and a `date` column days, alone; a `text` column shows words, which may say more
    than the value under them (`184 days late` has the value 184).
    """

    heading: str
    kind: Literal["text", "number", "date"] = "text"
    unit: str = ""


@dataclass(frozen=True, slots=True)
class Cell:
    """One place of a table. Without a value, `missing` says why there is none; where nothing belongs, it is blank.

    `linked` is the text in pieces, where some of them lead somewhere. `at` is what its row is found by on a page.
    """

    value: Value | None
    text: str
    missing: str = ""
    linked: Pieces = ()
    at: str = ""

    def __post_init__(self):
        if self.linked and plain_text(self.linked) != self.text:
            raise ValueError(f"What leads on must be the text of the cell, {self.text!r}; got: {plain_text(self.linked)!r}")
        if self.value is not None and self.missing:
            raise ValueError(f"A cell with a value cannot say why it has none; got: {self.value!r} and {self.missing!r}")


@dataclass(frozen=True, slots=True)
class Table:
    """A caption, columns, and rows with one cell for each column. `notes` are what a reader must know to read it.

    Raises ValueError where two columns share a heading, or where a cell is not under a column of its kind.
    """

    caption: str
    columns: tuple[Column, ...]
    rows: tuple[tuple[Cell, ...], ...]
    notes: tuple[str, ...] = ()

    def __post_init__(self):
        if len(set(self.headings)) < len(self.columns):
            raise ValueError(f"{self.caption}: each column must have a heading of its own; got: {', '.join(self.headings)}")
        for row in self.rows:
            if len(row) != len(self.columns):
                raise ValueError(f"{self.caption}: a row must have {len(self.columns)} cells; got: {len(row)}")
            for column, cell in zip(self.columns, row, strict=True):
                if cell.value is not None and not isinstance(cell.value, _HOLDS[column.kind]):
                    raise ValueError(f"{self.caption}: {column.heading} must hold a {column.kind}; got: {cell.value!r}")

    @property
    def headings(self) -> tuple[str, ...]:
        """The headings, from left to right."""
        return tuple(column.heading for column in self.columns)

    def without(self, *headings: str) -> "Table":
        """The same table without these columns."""
        kept = [place for place, heading in enumerate(self.headings) if heading not in headings]
        rows = tuple(tuple(row[place] for place in kept) for row in self.rows)
        return Table(self.caption, tuple(self.columns[place] for place in kept), rows, self.notes)


def table_of(
    caption: str,
    columns: Mapping[Column, Callable[[Thing], Cell | Linked | str]],
    things: Iterable[Thing],
    notes: Iterable[str] = (),
) -> Table:
    """A table with one row for each thing, whose cells `columns` gives; a text alone is its own value, and blank is none.

    What the sign of hidden figures means is added to the notes where it stands in the table.
    """
    rows = tuple(tuple(_cell(given(thing)) for given in columns.values()) for thing in things)
    hidden = any(cell.missing == HIDDEN_WORDS for row in rows for cell in row)
    return Table(caption, tuple(columns), rows, (*notes, *([f"{HIDDEN_SIGN}: {HIDDEN_WORDS}."] if hidden else [])))


def _cell(given: Cell | Linked | str) -> Cell:
    if isinstance(given, Linked):
        return Cell(given.text or None, given.text, linked=(given,))
    return given if isinstance(given, Cell) else Cell(str(given) or None, given)
