"""The sheets of words of a return, row by row, each row knowing the cells of what is typed in it and of what is not."""

from dataclasses import dataclass

from loaders.forms.layout import SheetLayout, plain
from loaders.forms.layouts import standard
from loaders.parsing.parsed import ParsedReturn
from loaders.reading.table import Table, table
from programme.sheets.written import Row, rows_of

KEYS = {
    standard.ACTIONS.name: "Ref",
    standard.RISKS.name: "Ref",
    standard.PARTICIPATION.name: "You said",
    standard.DECISIONS.name: "Reference",
    standard.ASSESSMENT.name: "Weakness",
    standard.COMMENTARY.name: "KPI",
}
"""What tells the rows of each sheet apart: without it a row cannot be followed from quarter to quarter."""


@dataclass(frozen=True, slots=True)
class Line:
    """One row of a sheet of words, with the sheet's headings: it knows the cell of what is blank, too."""

    layout: SheetLayout
    row: Row
    headed: Table

    def text(self, heading: str) -> str:
        """What is typed under `heading`."""
        return self.row.text(heading)

    @property
    def name(self) -> str:
        """What the row is about, for people: its ref, or its number where it has none."""
        return self.text(KEYS[self.layout.name]) or f"row {self.row.line}"

    def ref(self, heading: str) -> str:
        """The cell under `heading`, blank or not; empty where there is no such column."""
        return self.headed.ref(heading, self.row.line) if self.headed.column(heading) else ""


def lines_of(parsed: ParsedReturn, layout: SheetLayout) -> list[Line]:
    """The rows of one sheet, in order; none where the return does not have it."""
    sheet = next((each for each in parsed.workbook.sheets if plain(each.name) == plain(layout.name)), None)
    if sheet is None:
        return []
    headed = table(sheet, layout.headings)
    quarter = parsed.cover.quarter if parsed.cover else None
    rows = rows_of(parsed.entries, layout.name, quarter, parsed.workbook.file_name)
    return [Line(layout, row, headed) for row in rows]
