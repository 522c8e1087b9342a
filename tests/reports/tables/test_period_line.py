from dataclasses import replace

from programme.figure import Source
from reports.tables.period_line import period_table
from tests.reports.build import a_version, records_of
from tests.reports.cells import texts
from tests.reports.periods import BAND, line_of, months

FROM = Source("m.xlsx", "Table 4g", "AV35", 1)


def shown(value):
    (figure,) = months(BAND, {"2024-10": value})
    return period_table(line_of(replace(figure, source=FROM)), records_of(versions=[a_version()]))


def test_each_figure_stands_with_the_senders_cell():
    (row,) = texts(shown(140))
    assert row == {
        "Period": "October 2024", "Figure": "140", "Printed as": "140", "File": "m.xlsx", "Sheet": "Table 4g",
        "Cell": "AV35", "Status": "final", "Version": "1", "Accepted": "20 January 2025 at 09:00", "Note": "",
    }  # fmt: skip


def test_a_hidden_one_has_its_place_and_no_number():
    table = shown(3)
    (row,) = texts(table)
    assert (row["Figure"], row["Printed as"], row["Cell"]) == ("c", "", "AV35")
    assert table.notes[-1] == "c: Hidden so that no child can be recognised, directly or by subtraction."
