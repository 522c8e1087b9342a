"""A sheet seen as a table: where its headings stand, and which column each of them heads."""

from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from loaders.reading.workbook import Sheet, Typed
from programme.sheets.form import FormColumn
from programme.sheets.typed import plain

LOOK_FOR_HEADINGS_IN = 30  # rows from the top; a title or a note may stand above the headings


@dataclass(frozen=True, slots=True)
class HeadedSheet:
    """A sheet with its row of headings; `headings` holds the heading cells by column number.

    `columns` holds the number of the first column under each heading, the headings compared as `plain` text.
    """

    sheet: Sheet
    heading_row: int
    headings: Mapping[int, Typed]
    columns: Mapping[str, int]

    def place(self, column: FormColumn) -> int | None:
        """The number of the first column under its heading, or else under one of its aliases; None where there is none."""
        for key in column.keys:
            if key in self.columns:
                return self.columns[key]
        return None

    def under(self, column: FormColumn, row: int) -> Typed | None:
        """The cell of `row` in `column`; None where it is blank or there is no such column."""
        place = self.place(column)
        return self.sheet.cell(row, place) if place else None

    def ref(self, column: FormColumn, row: int) -> str:
        """The cell of `row` in `column`, as `D14`. Raises KeyError when there is no such column."""
        return f"{self.headings[self.place(column)].ref.rstrip('0123456789')}{row}"

    @property
    def body(self) -> range:
        """The numbers of the rows below the headings."""
        return range(self.heading_row + 1, self.sheet.rows.stop)


def headed(sheet: Sheet, columns: Iterable[FormColumn]) -> HeadedSheet:
    """`sheet` with its headings: the row near the top with most headings of `columns`, or else its first row."""
    return sheet.worked_out(_headed, tuple(columns))


def _headed(sheet: Sheet, columns: tuple[FormColumn, ...]) -> HeadedSheet:
    names = {key for column in columns for key in column.keys}
    top = [cell for (row, _), cell in sheet.cells.items() if row <= LOOK_FOR_HEADINGS_IN]
    matches = Counter(cell.row for cell in top if plain(cell.text) in names)
    row = min(matches, key=lambda number: (-matches[number], number), default=sheet.rows.start)
    headings = dict(sorted((column, cell) for (at, column), cell in sheet.cells.items() if at == row))
    places = {plain(cell.text): column for column, cell in reversed(headings.items())}
    return HeadedSheet(sheet, row, headings, places)
