"""The figures that a layout takes out of a file, each with the cell that it stands in."""

from collections.abc import Iterable, Mapping
from typing import Protocol

from programme.areas import Area
from programme.period import Period
from reports.sentences.mapped import measure_text, period_text
from reports.tables.table import Column, Table, table_of


class Taken(Protocol):
    """One figure as it was taken: what it is of, and where it stands."""

    place: str
    measure: str
    area: Area
    period: Period
    as_printed: str
    kind: str


def mapped_table(values: Iterable[Taken]) -> Table:
    """One row a figure: as it is printed, from which cell, of what, where and when."""
    columns = {
        Column("Figure"): lambda each: each.as_printed.strip(),
        Column("From cell"): lambda each: each.place,
        Column("Period"): lambda each: period_text(each.period),
        Column("Measure"): lambda each: (
            measure_text(each.measure, each.kind) + (", as reported" if each.kind == "reported" else "")
        ),
        Column("Area"): lambda each: each.area.name,
    }
    return table_of("What is read in this file, figure by figure", columns, values)


class TakenRow(Protocol):
    """One row of a log or register as it was taken: its number in the sender's sheet, and its answers by our headings."""

    number: int
    answers: Mapping[str, str]


def mapped_rows_table(rows: Iterable[TakenRow]) -> Table:
    """One row a row: which it is in the file, and what each of our columns would say."""
    taken = list(rows)
    headings = dict.fromkeys(heading for row in taken for heading in row.answers)
    answers = {Column(heading): lambda row, of=heading: row.answers.get(of, "") for heading in headings}
    return table_of(
        "What is read in this file, row by row", {Column("From row"): lambda row: str(row.number), **answers}, taken
    )
