"""The sheets of words of a return, row by row, each row knowing the cells of what is typed in it and of what is not."""

from dataclasses import dataclass
from typing import Any

from kpis.ids import kpi_title
from loaders.parsing.cover import Answers
from loaders.parsing.parsed import ParsedReturn
from loaders.reading.headed import HeadedSheet, headed
from loaders.reading.workbook import Kind, Typed
from programme.sheets.form import FormColumn, FormSheet
from programme.sheets.holds import KPI_ID
from programme.sheets.written import Row, rows_of

UNREADABLE = (Kind.ERROR, Kind.UNCALCULATED)


@dataclass(frozen=True, slots=True)
class WrittenRow:
    """One row of a sheet of words, with the sheet's headings: it knows the cell of what is blank, too."""

    form: FormSheet
    typed: Row
    headed: HeadedSheet

    def text(self, column: FormColumn) -> str:
        """What is typed in the column."""
        return self.typed.text(column)

    def __getitem__(self, column: FormColumn) -> Any:
        """What is typed in the column, as it is understood."""
        return self.typed[column]

    def cell(self, column: FormColumn) -> Typed | None:
        """The cell in the column with its kind, None where it is blank."""
        return self.headed.under(column, self.typed.line)

    @property
    def name(self) -> str:
        """What the row is about, for people."""
        return row_called(self.typed, self.form)

    def ref(self, column: FormColumn) -> str:
        """The cell in the column, blank or not; empty where there is no such column."""
        return self.headed.ref(column, self.typed.line) if self.headed.place(column) else ""

    def place(self, column: FormColumn) -> str:
        """`Actions!A2`: where something is typed."""
        return f"{self.typed.sheet}!{self.typed.ref(column)}"


def row_called(row: Row, form: FormSheet) -> str:
    """What a row is about, for people: its ref, the title of its KPI, its weakness; what else it says, or its number, where
    it has none."""
    column = next(filter(row.text, form.named(form.called, *form.either)), getattr(form, form.called))
    text = row.text(column)
    if column.holds is KPI_ID:
        return kpi_title(text) or f"row {row.line}"
    return (f"{column} {text}" if text.isdecimal() else text) or f"row {row.line}"


def written_rows(parsed: ParsedReturn, form: FormSheet) -> list[WrittenRow]:
    """The rows of one sheet, in order; none where the return does not have it."""
    sheet = parsed.workbook.sheet(form.name)
    if sheet is None:
        return []
    seen = headed(sheet, form.columns)
    quarter = Answers(parsed.fields).quarter if parsed.kind == "standard" else None
    rows = rows_of(parsed.entries_on(form.name), form.name, quarter, parsed.workbook.file_name)
    return [WrittenRow(form, row, seen) for row in rows]
