"""A sheet seen as a table: where its headings stand, and which column each of them heads."""

from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from loaders.forms.layout import plain
from loaders.reading.workbook import Sheet, Typed

LOOK_FOR_HEADINGS_IN = 30  # rows from the top; a title or a note may stand above the headings


@dataclass(frozen=True, slots=True)
class Table:
    """A sheet with its row of headings; `headings` holds the heading cells by column number.

    `columns` holds the number of the first column under each heading, the headings compared as `plain` text.
    """

    sheet: Sheet
    heading_row: int
    headings: Mapping[int, Typed]
    columns: Mapping[str, int]

    def column(self, heading: str) -> int | None:
        """The number of the first column with this heading, or None."""
        return self.columns.get(plain(heading))

    def under(self, heading: str, row: int) -> Typed | None:
        """The cell of `row` under `heading`; None where it is blank or there is no such column."""
        column = self.column(heading)
        return self.sheet.cell(row, column) if column else None

    def ref(self, heading: str, row: int) -> str:
        """The cell of `row` under `heading`, as `D14`. Raises KeyError when there is no such column."""
        return f"{self.headings[self.columns[plain(heading)]].ref.rstrip('0123456789')}{row}"

    @property
    def body(self) -> range:
        """The numbers of the rows below the headings."""
        return range(self.heading_row + 1, self.sheet.rows.stop)


def table(sheet: Sheet, known: Iterable[str]) -> Table:
    """`sheet` with its headings: the row near the top with most `known` headings, or else its first row."""
    names = {plain(heading) for heading in known}
    top = [cell for (row, _), cell in sheet.cells.items() if row <= LOOK_FOR_HEADINGS_IN]
    matches = Counter(cell.row for cell in top if plain(cell.text) in names)
    row = min(matches, key=lambda number: (-matches[number], number), default=sheet.rows.start)
    headings = dict(sorted((column, cell) for (at, column), cell in sheet.cells.items() if at == row))
    columns = {plain(cell.text): column for column, cell in reversed(headings.items())}
    return Table(sheet, row, headings, columns)
