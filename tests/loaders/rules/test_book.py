from dataclasses import replace

import pytest

from loaders.parsing.parse import parse
from loaders.rules import check
from tests import factories
from tests.loaders.rules.one_change import TODAY, Row, headed, in_history, nothing, renamed
from tests.loaders.well_said import badly_said


def hidden(form):
    form["Figures"].sheet_state = "hidden"


ROWS = [
    Row(
        "a misspelt sheet",
        renamed("Figures", "Figurs"),
        (("sheet_missing", "Figurs", "A return must have a sheet named Figures: did you mean Figures? got: Figurs"),),
    ),
    Row(
        "a sheet under another name",
        renamed("Cover", "Front"),
        (
            (
                "sheet_missing",
                "the file",
                "A return must have a sheet named Cover, got: "
                "Front, Figures, Actions, Risks, Participation, Decisions, Assessment, Commentary, Events, "
                "Trajectory, Summary, Mileston…",
            ),
        ),
    ),
    Row(
        "a misspelt heading",
        headed("Figures", "Value", "Vallue"),
        (("heading_missing", "Figures!D1", "Figures must have the heading Value: did you mean Value? got: Vallue"),),
    ),
    Row(
        "a heading under another name",
        headed("Figures", "Area", "Where"),
        (
            (
                "heading_missing",
                "Figures",
                "Figures must have the heading Area, got: "
                "Measure, Description, Where, Value, Status, Note, Last quarter (2024/25 Q3)",
            ),
        ),
    ),
    Row(
        "two columns for values",
        headed("Figures", "Note", "Value"),
        (
            (
                "heading_repeated",
                "Figures!F1",
                "A heading must stand over one column only: this one is in Figures!D1 too, got: Value",
            ),
        ),
    ),
    Row(
        "two columns for a quarter, written in two ways",
        in_history("D1", "2021-22-Q1"),
        (
            (
                "heading_repeated",
                "History!D1",
                "A heading must stand over one column only: this one is in History!C1 too, got: 2021-22-Q1",
            ),
        ),
        history=("plans_issued",),
    ),
    Row(
        "a misspelt heading of a history",
        in_history("A1", "Measures"),
        (("heading_missing", "History!A1", "History must have the heading Measure: did you mean Measure? got: Measures"),),
        history=("plans_issued",),
    ),
    Row(
        "a hidden sheet",
        hidden,
        (("sheet_hidden", "Figures", "Figures must be a sheet that can be seen, got: a hidden sheet"),),
    ),
]


@pytest.mark.parametrize("row", ROWS, ids=lambda row: row.name)
def test_one_change(row):
    assert row.found == row.expected


@pytest.mark.parametrize("streams", [(1,), (2,), (3,), (4,), (5,), (1, 2, 3, 4, 5)])
def test_a_clean_return_has_no_findings(streams):
    assert Row("clean", nothing, (), streams).found == ()


def test_a_clean_history_has_no_findings():
    assert Row("clean", nothing, (), history=("plans_issued", "plans_issued_within_20_weeks")).found == ()


def test_macros_are_queried():
    parsed = parse(replace(factories.read_here(factories.standard_return()), macros=True))
    (finding,) = check(parsed, today=TODAY)
    assert (finding.rule, finding.place) == ("macros_present", "the file")
    assert badly_said(finding.message) == []
    assert finding.message == (
        "A return must be a workbook without macros (.xlsx), got: a workbook with macros, which were not run"
    )
