import pytest

from loaders.layouts.children import rows_about_children
from programme.quarter import Quarter

TODAY = Quarter(2024, 4)
REFUSED = (
    "Rows about children do not belong here: figures are counts of children and never say who they are, got: {}. "
    "Add the children up, or ask the sender for the totals. Nothing was stored."
)


@pytest.mark.parametrize(
    ("rows", "cell", "told"),
    [
        ([["Ref", "UPN", "Decision"], [1, "x", "yes"]], "B1", "a column UPN"),
        ([["List"], ["Case", "Date of birth"], [1, "x"]], "B2", "a column Date of birth"),
        ([["Case", "Forename", "Surname"]], "B1", "a column Forename"),
        (
            [["Case"], *([number] for number in ("943 476 5919", "943 476 5870", "401 023 2137"))],
            "A4",
            "numbers that each stand for one child",
        ),
    ],
)
def test_a_list_of_children_is_refused_saying_why(rows, cell, told, sheet_of, book):
    finding = rows_about_children(book(sheet_of(rows, "Cases", hidden=True)), TODAY)
    assert (finding.sheet, finding.cell, finding.message) == ("Cases", cell, REFUSED.format(told))


def test_counts_of_children_are_not(sheet_of, book):
    rows = [["Area", "Pupils", "Postcode"], ["Kent", 4_508, "n/a"], ["Ashford", 9_434_765_919, "n/a"]]
    assert rows_about_children(book(sheet_of(rows)), TODAY) is None


def test_no_real_table_is_taken_for_a_list_of_children(foreign):
    names = (
        "send_appeal_rate_table_2022.ods",
        "toronto_transit.xlsx",
        "risk_register_example.xlsx",
        "district_scorecard.csv",
    )
    assert [rows_about_children(foreign(name), TODAY) for name in names] == [None] * 4
