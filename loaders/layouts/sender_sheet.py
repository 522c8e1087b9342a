"""A sheet of somebody else's, by rows, and the headings that stand over its columns: stacked, merged, carried right."""

import re
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property, lru_cache

from loaders.reading.workbook import Kind, Sheet, Typed, column_called

LOOKED_FOR_IN = 60  # rows from the top, in which headings are looked for
MOST_STACKED = 3
_RANGE = re.compile(r"([A-Z]{1,3})(\d{1,7}):([A-Z]{1,3})(\d{1,7})")

YEARS = range(1900, 2101)

Headed = tuple[Typed, ...]
"""The headings that stand over one column, from top to bottom."""


@dataclass(frozen=True)
class HeadingBand:
    """Rows `first` to `last` seen as headings; `over` holds those over each column that has any."""

    first: int
    last: int
    over: Mapping[int, Headed]


@dataclass(frozen=True, eq=False)
class SenderSheet:
    """One sheet, as it was sent."""

    sheet: Sheet

    @property
    def name(self) -> str:
        """As the sender calls it."""
        return self.sheet.name

    @cached_property
    def by_row(self) -> Mapping[int, Mapping[int, Typed]]:
        """What stands in each row, by column from left to right; rows from top to bottom."""
        found: dict[int, dict[int, Typed]] = {}
        for (row, column), cell in sorted(self.sheet.cells.items()):
            found.setdefault(row, {})[column] = cell
        return found

    def row(self, number: int) -> Mapping[int, Typed]:
        """What stands in one row, by column."""
        return self.by_row.get(number, {})

    def band(self, first: int, last: int) -> HeadingBand:
        """These rows as headings. Over several columns stands what is merged over them; in a row above the last that
        merges nothing to the right, what stands left of blanks that have a heading of their own below."""
        over: dict[int, list[Typed]] = {}
        for row in (each for each in range(first, last + 1) if not self._holds_figures(each)):
            for column, cell in self._spread(row, last):
                if cell not in over.setdefault(column, []):
                    over[column].append(cell)
        return HeadingBand(first, last, {column: tuple(cells) for column, cells in sorted(over.items())})

    def bands(self, holds: Callable[[Typed], bool]) -> Iterator[HeadingBand]:
        """Every one to three rows near the top in which a cell stands that `holds`, the fewest rows first."""
        near = (row for row in self.by_row if row <= LOOKED_FOR_IN)
        rows = [row for row in near if any(map(holds, self.row(row).values()))]
        for stacked in range(MOST_STACKED):
            firsts = sorted({first for row in rows for first in range(row - stacked, row + 1) if first >= 1})
            yield from (self.band(first, first + stacked) for first in firsts)

    def _holds_figures(self, row: int) -> bool:
        """Whether a row holds numbers that are no years, so that it is none of headings."""
        numbers = [cell.value for cell in self.row(row).values() if cell.kind is Kind.NUMBER]
        return any(number not in YEARS for number in numbers)

    def _spread(self, row: int, last: int) -> Iterator[tuple[int, Typed]]:
        typed = self.row(row)
        yield from typed.items()
        wide = False
        for top, bottom, left, right in merged_ranges(self.sheet.merged):
            anchor = self.sheet.cell(top, left) if top <= row <= bottom else None
            if anchor:
                wide = wide or right > left
                yield from ((column, anchor) for column in range(left, right + 1) if column not in typed)
        if row < last and not wide and len(typed) > 1:
            yield from self._carried(row, last)

    def _carried(self, row: int, last: int) -> Iterator[tuple[int, Typed]]:
        typed, below = self.row(row), self.row(last)
        standing: Typed | None = None
        for column in range(min(typed), max([*typed, *below]) + 1):
            standing = typed.get(column, standing)
            if column not in typed and standing and column in below:
                yield column, standing


@lru_cache(maxsize=64)
def merged_ranges(ranges: tuple[str, ...]) -> tuple[tuple[int, int, int, int], ...]:
    """Merged ranges as first row, last row, first column, last column, counted from 1."""
    found = (_RANGE.fullmatch(each) for each in ranges)
    return tuple((int(each[2]), int(each[4]), column_called(each[1]), column_called(each[3])) for each in found if each)


def last_merged(ranges: tuple[str, ...], row: int, column: int) -> int:
    """The last column of the range that is merged from a cell on; its own where none is."""
    return next((right for top, _, left, right in merged_ranges(ranges) if (top, left) == (row, column)), column)
