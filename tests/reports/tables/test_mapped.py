from loaders.layouts.mapped import MappedRow, MappedValue
from loaders.reading.workbook import Kind, Typed
from programme.areas import KENT
from programme.period import Period
from reports.sentences.mapped import measure_text
from reports.tables.mapped import mapped_rows_table, mapped_table
from tests.reports.cells import texts

CELL = Typed("AL35", 35, 38, Kind.TEXT, " 4,508 ")


def value(measure, kind="count"):
    return MappedValue("Table 4", 35, CELL, measure, KENT, Period.parse("2023-01"), 4508.0, None, kind)


def test_every_figure_stands_beside_its_cell():
    read = texts(mapped_table([value("plans_issued"), value("plans_within_20_weeks", "reported")]))
    assert [list(row.values()) for row in read] == [
        ["4,508", "Table 4!AL35", "January 2023", "Plans issued, excluding exceptions", "Kent"],
        ["4,508", "Table 4!AL35", "January 2023", f"{measure_text('plans_within_20_weeks')}, as reported", "Kent"],
    ]


def test_every_row_of_a_list_stands_beside_its_number():
    rows = [MappedRow(6, {"Ref": "R1", "Risk": "Flood"}), MappedRow(7, {"Ref": "R2"})]
    table = mapped_rows_table(rows)
    assert table.headings == ("From row", "Ref", "Risk")
    assert [list(row.values()) for row in texts(table)] == [["6", "R1", "Flood"], ["7", "R2", ""]]
