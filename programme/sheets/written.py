"""Rows of words in a return: what stands under each heading of one row, and in which cell."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date

from programme.figure import Source
from programme.quarter import Quarter
from programme.sheets.typed import date_typed, number_typed, numbers_typed, plain
from programme.submission import Entry

QUARTER = "Quarter"
"""The heading by which a row of a history workbook names its quarter; elsewhere the Cover does."""


@dataclass(frozen=True, slots=True)
class Row:
    """One row of one sheet, its cells by heading. `quarter` is None where the row's own cannot be understood."""

    sheet: str
    line: int
    quarter: Quarter | None
    cells: Mapping[str, Entry]
    file: str = ""
    version: int | None = None

    def text(self, heading: str) -> str:
        """What is typed under `heading`, empty where nothing is."""
        entry = self.cells.get(plain(heading))
        return entry.text.strip() if entry else ""

    def ref(self, heading: str) -> str:
        """The cell under `heading`, empty where it is blank."""
        entry = self.cells.get(plain(heading))
        return entry.ref if entry else ""

    def day(self, heading: str) -> date | None:
        """The date under `heading`; None where it is blank or no date."""
        return date_typed(self.text(heading))

    def number(self, heading: str) -> float | None:
        """The number under `heading`; None where it is blank or no number."""
        return number_typed(self.text(heading))

    def whole(self, heading: str) -> int | None:
        """The whole number under `heading`; None where it is blank or no whole number."""
        found = self.number(heading)
        return int(found) if found is not None and found.is_integer() else None

    def numbers(self, heading: str) -> tuple[int, ...]:
        """The numbers listed under `heading`."""
        return numbers_typed(self.text(heading))

    @property
    def source(self) -> Source:
        """Where the row stands: its first cell."""
        first = next(iter(self.cells.values()))
        return Source(self.file, self.sheet, first.ref, self.version)


def rows_of(
    entries: Iterable[Entry], sheet: str, quarter: Quarter | None, file: str = "", version: int | None = None
) -> Iterator[Row]:
    """The rows of `sheet` in order. `quarter` is the Cover's, for rows that do not name their own."""
    typed: dict[int, dict[str, Entry]] = {}
    named = sheet
    for entry in entries:
        if entry.heading and plain(entry.sheet) == plain(sheet):
            named = entry.sheet
            typed.setdefault(entry.row, {}).setdefault(plain(entry.heading), entry)
    for line, cells in sorted(typed.items()):
        yield Row(named, line, _quarter(cells, quarter), cells, file, version)


def _quarter(cells: Mapping[str, Entry], otherwise: Quarter | None) -> Quarter | None:
    own = cells.get(plain(QUARTER))
    if own is None:
        return otherwise
    try:
        return Quarter.parse(own.text)
    except ValueError:
        return None
