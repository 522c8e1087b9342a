import pytest

from loaders.layouts.layout import Layout
from loaders.layouts.matching import likeness
from loaders.layouts.named_rows import named_rows
from loaders.layouts.origins import period_said, said_at
from loaders.reading.workbook import Kind, Typed

ROWS = [
    ["Waiting, Q2 2024/25", None, "Updated 3 May 2025"],
    ["Organisation", "Medway Council"],
    ["Area", "Quarter", "Plans"],
    ["Kent", "Q3 2024/25", 3],
]


def at(layout, sheet_of, book, rows=ROWS, file_name="figures_2024-25-Q1.xlsx"):
    workbook = book(sheet_of(rows, "2023/24 Q4"), file_name=file_name)
    (table,) = likeness(workbook, layout).tables[next(iter(layout.tables), "")]
    row = named_rows(table, lambda cell: cell.text == "Kent").rows[0]
    return table, row, table.columns[0], workbook


@pytest.mark.parametrize(
    ("origin", "text", "ref"),
    [
        ("= Kent", "Kent", None),
        ("sheet", "2023/24 Q4", None),
        ("file", "figures_2024-25-Q1.xlsx", None),
        ("row", "Kent", "A4"),
        ("table", "_x", None),
        ("under Quarter", "Q3 2024/25", "B4"),
        ("beside Organisation", "Medway Council", "B2"),
        ("heading", "plans_issued", "C3"),
    ],
)
def test_what_stands_where_the_layout_says(origin, text, ref, sheet_of, book):
    layout = Layout("L", tables={"waiting": "_x"}, headings={"Plans": "plans_issued"})
    said = said_at(origin, *at(layout, sheet_of, book))
    assert (said.text, said.cell and said.cell.ref) == (text, ref)


@pytest.mark.parametrize("origin", ["block", "under Nothing", "beside Nothing", "asked"])
def test_nothing_stands_there(origin, sheet_of, book):
    assert said_at(origin, *at(Layout("L", headings={"Plans": "p"}), sheet_of, book)) is None


@pytest.mark.parametrize(
    ("origin", "period", "ref"),
    [
        ("title", "2024/25 Q2", "A1"),
        ("sheet", "2023/24 Q4", None),
        ("file", "2024/25 Q1", None),
        ("under Quarter", "2024/25 Q3", "B4"),
        ("asked", "None", None),
    ],
)
def test_the_period_and_its_cell(origin, period, ref, sheet_of, book):
    read, cell = period_said(*at(Layout("L", period=origin, headings={"Plans": "p"}), sheet_of, book))
    assert (str(read.period), cell and cell.ref) == (period, ref)


def test_two_periods_above_the_headings_are_asked_about(sheet_of, book):
    rows = [["Q2 2024/25"], ["Q3 2024/25"], ["Area", "Plans"], ["Kent", 3]]
    read, cell = period_said(*at(Layout("L", headings={"Plans": "p"}), sheet_of, book, rows))
    assert (read.period, [str(each) for each in read.readings], cell) == (
        None,
        ["2024/25 Q2", "2024/25 Q3"],
        Typed("A1", 1, 1, Kind.TEXT, "Q2 2024/25"),
    )
