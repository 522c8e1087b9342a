import pytest

from loaders.layouts.layout import layout_read, layout_text
from loaders.layouts.learning_list import (
    ListPointed,
    answers_unknown,
    columns_meant,
    list_layout,
    list_like,
    list_pointed_at,
    telling_apart,
)
from loaders.layouts.matching import likeness
from loaders.layouts.pointing import PointedAtNothingError
from loaders.layouts.words_taken import words_taken
from programme.period import Period

LOG = [
    ["Action log, Q3 2024/25"],
    [],
    ["Action no", "What we do", "Action owner", "RAG", "Forecast date", "Comments"],
    ["A1", "Recruit", "Head of SEND", "Green - on track", "31/03/2025", "x"],
    ["A2", "Train", "Head of SEND", "Complete", "1 May 2025", None],
    [None, None, None, "Please select", None, None],
    [None, "a note below", None, "Whatever", None, None],
]


def learnt(workbook, pointed, meaning=(), more=()):
    """What is proposed for a list, and the layout that comes of it, written and read again."""
    found = list_pointed_at(workbook, pointed)
    columns = columns_meant(found) | dict(more)
    told_by = telling_apart(found, columns)
    layout = list_layout(found, columns, told_by, dict(meaning))
    assert layout_read(layout_text(layout), "learnt") == layout
    return found, columns, told_by, layout


def taken(workbook, layout, asked=None):
    return words_taken(workbook, layout, asked, likeness(workbook, layout))


def test_a_real_register_of_risks_needs_nothing_but_its_period(foreign):
    workbook = foreign("risk_register_example.xlsx")
    like = list_like(workbook)
    assert like == ListPointed("Risks", "B4", "H4", "Risks")
    found, columns, told_by, layout = learnt(workbook, like)
    assert {heading: ours for heading, ours in columns.items() if ours} == {
        "Risk name": "Risk",
        "Likelihood score": "Likelihood",
        "Impact score": "Impact",
        "Mitigations": "Controls",
    }
    assert (told_by, layout.period, layout.blank) == ("Risk name", "asked", ("< Select >",))
    assert answers_unknown(found, columns, told_by) == {}
    assert [(row.number, row.answers["Ref"], row.answers["Likelihood"]) for row in taken(workbook, layout, ASKED).rows] == [
        (6, "Lack of funding", "3"),
        (7, "Cannot procure", "5"),
        (8, "Staff turnover", "3"),
    ]


ASKED = Period.parse("2024/25 Q3")


def test_a_log_of_actions_with_a_heading_that_is_named_and_an_answer_that_is_asked(sheet_of, book):
    workbook = book(sheet_of(LOG, "Log"))
    like = list_like(workbook)
    assert like == ListPointed("Log", "A3", "F3", "Actions")
    found, columns, told_by, layout = learnt(
        workbook, like, meaning={"Complete": "Blue"}, more={"What we do": "Action", "Forecast date": "Forecast"}
    )
    assert columns_meant(found) == {
        "Action no": "Ref",
        "What we do": "",
        "Action owner": "Lead role",
        "RAG": "Status",
        "Forecast date": "Forecast",
        "Comments": "",
    }
    assert (told_by, layout.period) == ("Action no", "title")
    assert list(answers_unknown(found, columns, told_by)) == ["Complete"]
    assert [(row.number, *row.answers.values()) for row in taken(workbook, layout).rows] == [
        (4, "A1", "Recruit", "Head of SEND", "Green", "31/03/2025"),
        (5, "A2", "Train", "Head of SEND", "Blue", "1 May 2025"),
    ]


def test_an_answer_may_mean_nothing_at_all(sheet_of, book):
    *_, layout = learnt(book(sheet_of(LOG)), ListPointed("Sheet1", "A3", "F3", "Actions"), meaning={"Complete": "blank"})
    assert (layout.blank, layout.symbols) == (("Please select", "Complete"), {})


def test_one_cell_means_its_whole_row_and_two_headings_fill_no_column_twice(sheet_of, book):
    workbook = book(sheet_of([["Ref", "Risk", "Risk rating", "Impact"], ["R1", "Flood", 3, 4]]))
    found = list_pointed_at(workbook, ListPointed("Sheet1", "B1", "", "Risks"))
    assert columns_meant(found) == {"Ref": "Ref", "Risk": "Risk", "Risk rating": "", "Impact": "Impact"}
    assert list(columns_meant(list_pointed_at(workbook, ListPointed("Sheet1", "A1", "B1", "Risks")))) == ["Ref", "Risk"]


def test_figures_are_like_no_list_and_point_at_no_headings(sheet_of, book):
    workbook = book(sheet_of([["Area", "Plans"], ["Kent", 41]]))
    assert list_like(workbook) is None
    with pytest.raises(PointedAtNothingError) as refused:
        list_pointed_at(workbook, ListPointed("Sheet1", "A2", "B2", "Risks"))
    assert str(refused.value) == "Headings must stand in row 2, got: none."
