"""Rows of words in a return: what stands in each column of one row, and in which cell."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from typing import Any, TypeVar

from programme.figure import Source
from programme.period_typed import quarter_read
from programme.quarter import Quarter
from programme.sheets.common import QUARTER
from programme.sheets.form import FormColumn, FormSheet
from programme.sheets.typed import plain
from programme.submission import Entry

T = TypeVar("T")

ELSEWHERE = "!"
"""Between sheet and cell, where a row was read by a layout from a sheet that is called otherwise than ours."""
WRITTEN_HERE = "written here"
"""What stands for the file of a row that was written on screen."""


class WordingSource(Source):
    """Where a row stands that was written on screen: its `ref` is the number of the wording."""

    __slots__ = ()

    def __str__(self) -> str:
        return WRITTEN_HERE

    @property
    def wording(self) -> int:
        """The number of the wording."""
        return int(self.ref)


@dataclass(frozen=True, slots=True)
class Row:
    """One row of one sheet, its cells by heading. `quarter` is None where the row's own cannot be understood.

    `wording` is the number under which it was written on screen; None where it was returned.
    """

    sheet: str
    line: int
    quarter: Quarter | None
    cells: Mapping[str, Entry]
    file: str = ""
    version: int | None = None
    wording: int | None = None
    _understood: dict[FormColumn, Any] = field(default_factory=dict, init=False, repr=False, compare=False)
    _read: dict[type, Any] = field(default_factory=dict, init=False, repr=False, compare=False)

    def _entry(self, column: FormColumn) -> Entry | None:
        for key in column.keys:
            if key in self.cells:
                return self.cells[key]
        return None

    def text(self, column: FormColumn) -> str:
        """What is typed in the column, empty where nothing is."""
        entry = self._entry(column)
        return entry.text.strip() if entry else ""

    def ref(self, column: FormColumn) -> str:
        """The cell in the column, empty where it is blank."""
        entry = self._entry(column)
        return entry.ref if entry else ""

    def __getitem__(self, column: FormColumn) -> Any:
        """What is typed in the column, understood as what the column holds; worked out once."""
        if column not in self._understood:
            self._understood[column] = column.holds.understood(self.text(column))
        return self._understood[column]

    def values(self, sheet: FormSheet) -> dict[str, Any]:
        """What the row says in each column of `sheet`, by the columns' names."""
        return {column.name: self[column] for column in sheet.columns}

    def has_needed(self, sheet: FormSheet) -> bool:
        """Whether it has what no row of `sheet` does without."""
        return all(any(self.answers(column) for column in group) for group in sheet.needs)

    def answers(self, column: FormColumn) -> bool:
        """Whether what is typed in the column is understood as anything; 0 is an answer."""
        return self[column] not in (None, "", ())

    def read_as(self, kind: type[T], sheet: FormSheet) -> T | None:
        """The row as what its sheet declares, None where it cannot be followed; worked out once, like all it says."""
        if kind not in self._read:
            followed = self.quarter and self.has_needed(sheet)
            self._read[kind] = kind(quarter=self.quarter, source=self.source, **self.values(sheet)) if followed else None
        return self._read[kind]

    def told_apart(self, sheet: FormSheet) -> tuple[tuple[FormColumn, ...], tuple[str, ...]]:
        """By which columns of `sheet` the row is told from its other rows, and what it says there: as it is understood, so
        that `6` is `Weakness 6` and 1 April is 01/04, or plainly as typed where it is not. Both empty where it says nothing.
        """
        columns = next((group for group in sheet.telling if any(map(self.answers, group))), ())
        return columns, tuple(plain(each.said(self[each]) if self.answers(each) else self.text(each)) for each in columns)

    @property
    def source(self) -> Source:
        """Where the row stands: its first cell, or that it was written on screen."""
        if self.wording is not None:
            return WordingSource(self.file, self.sheet, str(self.wording))
        sheet, _, ref = next(iter(self.cells.values())).ref.rpartition(ELSEWHERE)
        return Source(self.file, sheet or self.sheet, ref, self.version)


def read_into(kind: type[T], rows: Iterable[Row], sheet: FormSheet) -> list[T]:
    """The rows as what their sheet declares; one without a quarter or what is needed cannot be followed: it is left out."""
    return [read for row in rows if (read := row.read_as(kind, sheet)) is not None]


def rows_of(
    entries: Iterable[Entry], sheet: str, quarter: Quarter | None, file: str = "", version: int | None = None
) -> Iterator[Row]:
    """The rows of `sheet` in order. `quarter` is the Cover's, for rows that do not name their own."""
    typed: dict[int, dict[str, Entry]] = defaultdict(dict)
    named, asked = sheet, plain(sheet)
    for entry in entries:
        typed_in, line, heading, _, _ = entry
        if heading and (typed_in == named or plain(typed_in) == asked):
            named = typed_in
            typed[line].setdefault(plain(heading), entry)
    for line, cells in sorted(typed.items()):
        yield Row(named, line, _quarter(cells, quarter), cells, file, version)


def _quarter(cells: Mapping[str, Entry], otherwise: Quarter | None) -> Quarter | None:
    own = next((cells[key] for key in QUARTER.keys if key in cells), None)
    return otherwise if own is None else quarter_read(own.text)[0]
