import pytest
from openpyxl.utils.cell import range_boundaries

from loaders.rules.hidden import cells_merged
from tests.loaders.rules.one_change import Row, all_of, hidden, merged
from tests.loaders.rules.written_rows import row, with_rows

AN_ACTION = with_rows("Actions", row("Actions"))
TWO = with_rows("Actions", row("Actions"), row("Actions", ref="APP-6.02"))
ONE_CELL = "must have one cell for each answer"


def rows_said(sheet, cell, got):
    return (("rows_hidden", f"{sheet}!{cell}", f"{sheet} must have no hidden rows that are read, got: {got}"),)


ROWS = [
    Row(
        "a sheet of words",
        all_of(AN_ACTION, hidden("Actions", whole=True)),
        (("words_hidden", "Actions", "Actions must be a sheet that can be seen, got: a hidden sheet"),),
    ),
    Row(
        "the cover",
        hidden("Cover", whole=True),
        (("words_hidden", "Cover", "Cover must be a sheet that can be seen, got: a hidden sheet"),),
    ),
    Row(
        "rows of figures",
        hidden("Figures", rows=(15, 20, 21, 22)),
        rows_said("Figures", "A15", "4 hidden rows, 15 and 20 to 22"),
    ),
    Row("lines of the cover", hidden("Cover", rows=(4, 5)), rows_said("Cover", "B4", "2 hidden rows, 4 to 5")),
    Row("an action", all_of(AN_ACTION, hidden("Actions", rows=[2])), rows_said("Actions", "A2", "1 hidden row, 2")),
    Row(
        "a column of figures",
        hidden("Figures", columns="D"),
        (("columns_hidden", "Figures!D1", "Figures must have no hidden columns that are read, got: Value, hidden"),),
    ),
    Row(
        "a column of words",
        all_of(AN_ACTION, hidden("Actions", columns="F")),
        (("columns_hidden", "Actions!F1", "Actions must have no hidden columns that are read, got: Lead role, hidden"),),
    ),
    Row(
        "the answers of the cover",
        hidden("Cover", columns="B"),
        (("columns_hidden", "Cover", "Cover must have no hidden columns that are read, got: B, hidden"),),
    ),
    Row(
        "a role over two actions",
        all_of(TWO, merged("Actions", "F2:F3")),
        (
            ("words_merged", "Actions!F2", f"Actions {ONE_CELL}, got: F2:F3 merged into one"),
            ("owner_missing", "Actions!F3", "APP-6.02: Lead role must be given, got: nothing"),
        ),
    ),
    Row(
        "two answers on the cover",
        merged("Cover", "B7:B8"),
        (("words_merged", "Cover!B7", f"Cover {ONE_CELL}, got: B7:B8 merged into one"),),
    ),
    Row(
        "a label of the cover and its answer",
        merged("Cover", "A8:B8"),
        (("words_merged", "Cover!A8", f"Cover {ONE_CELL}, got: A8:B8 merged into one"),),
    ),
]


@pytest.mark.parametrize("case", ROWS, ids=lambda row: row.name)
def test_one_change(case):
    assert case.found == case.expected


def test_a_measure_over_three_rows_is_named_where_it_was_merged():
    found = Row("merged", merged("Figures", "A15:A17"), ()).found
    assert ("figures_merged", "Figures!A15", f"Figures {ONE_CELL}, got: A15:A17 merged into one") in found
    assert [place for rule, place, _ in found if rule == "measure_unknown"] == ["Figures!A16", "Figures!A17"]


def test_what_nobody_reads_may_be_hidden_and_merged():
    aside = all_of(
        hidden("Figures", columns="BG"),
        merged("Figures", "B15:B17"),
        merged("Cover", "A1:C1"),
        hidden("Cover", columns="C", rows=[1, 2, 3, 26]),
        hidden("Actions", rows=range(40, 60), columns="W"),
    )
    assert Row("aside", aside, ()).found == ()


def test_rows_that_are_many_are_named_by_their_first():
    (told,) = Row("many", hidden("Figures", rows=range(2, 40, 3)), ()).found
    assert told[2].endswith("got: 13 hidden rows, 2, 5, 8, 11, 14, 17 and more")


RANGES = [
    *("A1", "b7:AA9", "$B$2:$C$3", "A28:C28", "ZZZ1048576", "C3:A1", "A0:B0", "A1:B2 ", "", ":", "A", "1", "A:C", "2:5"),
    *("A1:", ":B2", "A1:B", "A1:2", "AAAA1", "A1:B2:C3", "A1,B2", "A-1", "#REF!", f"A{'9' * 4300}", f"A{'9' * 4301}"),
]


@pytest.mark.parametrize("merged_cells", RANGES, ids=lambda merged_cells: merged_cells[:20])
def test_a_merged_range_is_what_openpyxl_says_it_is(merged_cells):
    try:
        left, top, right, bottom = range_boundaries(merged_cells)
        rows, places = range(top, bottom + 1), range(left, right + 1)
    except (ValueError, TypeError):
        rows, places = range(0), range(0)
    found = cells_merged(merged_cells)
    assert (found.rows, found.places) == (rows, places)
