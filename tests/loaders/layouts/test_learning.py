import pytest

from loaders.layouts.layout import layout_read, layout_text
from loaders.layouts.learning import Pointed, proposed
from loaders.layouts.pointing import PointedAtNothingError
from loaders.layouts.taking import taken
from loaders.reading.open_document import letters
from programme.period import Period

AREAS = [
    ["Board figures, Q3 2024/25"],
    [None, "Area", "Plans issued by the team1", "Requests received", "Notes"],
    [None, "Kent", 41, 53, "x"],
    [None, "Ashford", 4, 5, "y"],
    [None, "Narnia", 9, 9, "z"],
]
YEARS = [
    ["Measure", "2024/25", None, "2023/24"],
    [None, "Q2", "Q1", "Q4"],
    ["Plans", 3, 2, 1],
    ["Bins", 9, 9, 9],
]


def learnt(workbook, pointed, asked=None):
    """What the layout that is proposed takes, after it was written and read again."""
    layout = proposed(workbook, pointed)
    assert layout_read(layout_text(layout), "learnt") == layout
    return layout, [
        (each.value_cell.ref, each.measure, each.area.name, str(each.period), each.value)
        for each in taken(workbook, layout, asked).values
    ]


def test_figures_down_a_column_with_areas_beside_them(sheet_of, book):
    layout, values = learnt(book(sheet_of(AREAS)), Pointed("Sheet1", "C3", "C5", "plans_issued", name="Board"))
    assert (layout.name, layout.area, layout.period) == ("Board", "row", "title")
    assert layout.headings == {"Plans issued by the team": "plans_issued", "Requests received": "requests_received"}
    assert values == [
        ("C3", "plans_issued", "Kent", "2024/25 Q3", 41),
        ("D3", "requests_received", "Kent", "2024/25 Q3", 53),
        ("C4", "plans_issued", "Ashford", "2024/25 Q3", 4),
        ("D4", "requests_received", "Ashford", "2024/25 Q3", 5),
    ]


def test_figures_along_a_row_with_quarters_under_years(sheet_of, book):
    workbook = book(sheet_of(YEARS, merged=("B1:C1",)))
    layout, values = learnt(workbook, Pointed("Sheet1", "b3", "$D$3", "plans_issued", "Kent", "Years"))
    assert (layout.rows, layout.area, layout.period) == ({"Plans": "plans_issued"}, "= Kent", "heading")
    assert values == [
        ("B3", "plans_issued", "Kent", "2024/25 Q2", 3),
        ("C3", "plans_issued", "Kent", "2024/25 Q1", 2),
        ("D3", "plans_issued", "Kent", "2023/24 Q4", 1),
    ]


def test_areas_by_periods_of_one_measure(sheet_of, book):
    rows = [["Area", "Q1 2024/25", "Q2 2024/25"], ["Kent", 5, 6], ["Dover", 1, 2]]
    layout, values = learnt(book(sheet_of(rows)), Pointed("Sheet1", "B2", "C3", "plans_issued", name="Areas"))
    assert (layout.measure, layout.area, layout.period) == ("= plans_issued", "row", "heading")
    assert values == [
        ("B2", "plans_issued", "Kent", "2024/25 Q1", 5),
        ("C2", "plans_issued", "Kent", "2024/25 Q2", 6),
        ("B3", "plans_issued", "Dover", "2024/25 Q1", 1),
        ("C3", "plans_issued", "Dover", "2024/25 Q2", 2),
    ]


def test_areas_along_a_row_and_periods_down_a_column(sheet_of, book):
    rows = [["Q3 2024/25"], ["Measure", "Kent", "Dover"], ["Plans", 5, 6]]
    _, values = learnt(book(sheet_of(rows)), Pointed("Sheet1", "B3", "C3", "plans_issued", name="A"))
    assert [(each[0], each[2]) for each in values] == [("B3", "Kent"), ("C3", "Dover")]
    rows = [["Quarter", "Plans"], ["2024/25 Q1", 5], ["2024/25 Q2", 6]]
    _, values = learnt(book(sheet_of(rows)), Pointed("Sheet1", "B2", "B3", "plans_issued", "Kent", "B"))
    assert [(each[0], each[3]) for each in values] == [("B2", "2024/25 Q1"), ("B3", "2024/25 Q2")]


def test_a_long_file_says_measure_area_and_period_in_each_row(sheet_of, book):
    rows = [
        ["Time", "Place", "Indicator", "Value"],
        ["2024/25 Q1", "Kent", "plans_issued", 5],
        ["2024/25 Q2", "Ashford", "requests_received", 2],
        ["2024/25 Q2", "Ashford", "bins_emptied", 900],
    ]
    layout, values = learnt(book(sheet_of(rows)), Pointed("Sheet1", "D2", "D4", "plans_issued", name="Long"))
    assert (layout.measure, layout.area, layout.period) == ("under Indicator", "under Place", "under Time")
    assert values == [
        ("D2", "plans_issued", "Kent", "2024/25 Q1", 5),
        ("D3", "requests_received", "Ashford", "2024/25 Q2", 2),
    ]


@pytest.mark.parametrize(
    ("name", "measure"), [("Plans issued within 20 weeks", "under Indicator"), ("Plans in time", "row")]
)
def test_a_scorecard_has_this_quarter_and_the_last(name, measure, sheet_of, book):
    rows = [["Indicator", "Last quarter", "This quarter", "Target"], [name, 39, 41.5, 60], ["Bins", 1, 2, 3]]
    pointed = Pointed("Sheet1", "B2", "C2", "plans_within_20_weeks", "Kent", "Card", reported=True)
    layout, values = learnt(book(sheet_of(rows)), pointed, Period.parse("2024/25 Q3"))
    assert (layout.measure, layout.period, layout.quarters) == (measure, "asked", {"Last quarter": -1, "This quarter": 0})
    assert values == [
        ("B2", "plans_within_20_weeks", "Kent", "2024/25 Q2", 39),
        ("C2", "plans_within_20_weeks", "Kent", "2024/25 Q3", 41.5),
    ]


def test_real_tables_are_learnt_from_one_column(foreign):
    nhs = foreign("community_health_2023-08-01.xlsx")
    cells = nhs.sheet("Table 4").cells.items()
    column = letters(next(at for (row, at), cell in cells if row == 5 and "Community paediatric" in cell.text))
    pointed = Pointed("Table 4", f"{column}6", f"{column}60", "community_paediatrics_waiting", name="NHS")
    layout = proposed(nhs, pointed)
    assert (layout.area, layout.period, dict(layout.tables)) == ("row", "title", {"Table 4": ""})
    assert {(each.measure, str(each.period), each.sheet) for each in taken(nhs, layout).values} == {
        ("community_paediatrics_waiting", "2023-06", "Table 4")
    }
    tribunals = foreign("send_appeal_rate_table_2022.ods")
    layout = proposed(tribunals, Pointed("SEND_2", "B7", "B158", "appeals_registered", name="Tribunals"))
    kent = [each for each in taken(tribunals, layout).values if each.area.name == "Kent"]
    assert (layout.area, layout.period, len(kent)) == ("row", "heading", 9)


def test_a_sheet_whose_headings_another_has_too_is_named_and_a_missing_period_is_asked(sheet_of, book):
    rows = [["Area", "Plans"], ["Kent", 3]]
    workbook = book(sheet_of(rows, "North"), sheet_of(rows, "South"))
    layout, values = learnt(workbook, Pointed("South", "B2", "B2", "plans_issued", name="S"), Period.parse("2024/25 Q3"))
    assert (layout.tables, layout.period) == ({"South": ""}, "asked")
    assert values == [("B2", "plans_issued", "Kent", "2024/25 Q3", 3)]


@pytest.mark.parametrize(
    ("first", "last", "sentence"),
    [
        ("", "", "A cell is named like C7, got: nothing."),
        ("C99", "C99", "A figure must stand in C99, got: a blank cell."),
        ("three", "C4", "A cell is named like C7, got: three."),
        ("A1", "A1", "Above A1 must stand a heading, got: nothing."),
    ],
)
def test_who_points_at_nothing_is_told_so(first, last, sentence, sheet_of, book):
    with pytest.raises(PointedAtNothingError) as refused:
        proposed(book(sheet_of(AREAS)), Pointed("Sheet1", first, last, "plans_issued", name="A"))
    assert str(refused.value) == sentence
