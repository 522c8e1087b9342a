from random import Random

import pytest

from loaders.parsing.parse import parse
from loaders.rules.written_row import written_rows
from programme.sheets.actions import actions_in
from programme.sheets.assessments import assessments_in
from programme.sheets.book import WRITTEN
from programme.sheets.commentary import commentary_in
from programme.sheets.decisions import decisions_in
from programme.sheets.events import events_in
from programme.sheets.participation import participation_in
from programme.sheets.risks import risks_in
from tests import factories
from tests.loaders.rules.one_change import Row, findings
from tests.loaders.rules.written_rows import CLEAN, row, with_rows


def in_sheet(name, sheet, rule, cell, message, **changes):
    return Row(name, with_rows(sheet, row(sheet, **changes)), ((rule, f"{sheet}!{cell}", message),))


SCALE = "1, 2, 3, 4 or 5"
ROWS = [
    in_sheet(
        "a date in words",
        "Actions",
        "date_not_understood",
        "J2",
        "APP-6.01: Baseline due must be a date, like 31 March 2025, got: spring",
        baseline="spring",
    ),
    in_sheet(
        "a decision's date in words",
        "Decisions",
        "date_not_understood",
        "E2",
        "21/00019: Notice date must be a date, like 31 March 2025, got: soon",
        notice="soon",
    ),
    in_sheet(
        "a number in words",
        "Participation",
        "number_not_understood",
        "F2",
        "Nobody rings back: People must be a number, 0 or more, got: about 80",
        people="about 80",
    ),
    in_sheet(
        "fewer than none",
        "Participation",
        "number_not_understood",
        "F2",
        "Nobody rings back: People must be a number, 0 or more, got: -3",
        people=-3,
    ),
    in_sheet(
        "a status that there is not",
        "Actions",
        "answer_not_offered",
        "M2",
        "APP-6.01: Status must be Blue, Green, Amber, Red or Not started: did you mean Green? got: Greeen",
        status="Greeen",
    ),
    in_sheet(
        "a risk off the scale",
        "Risks",
        "answer_not_offered",
        "E2",
        f"R-01: Likelihood must be {SCALE}, got: 6",
        likelihood=6,
    ),
    in_sheet(
        "half a score",
        "Risks",
        "answer_not_offered",
        "H2",
        f"R-01: Target impact must be {SCALE}, got: 4.5",
        target_impact=4.5,
    ),
    in_sheet(
        "an assessment in other words",
        "Assessment",
        "answer_not_offered",
        "B2",
        "6: Assessment must be sufficient progress or not yet sufficient progress: did you mean sufficient progress? "
        "got: sufficent progress",
        text="sufficent progress",
    ),
    in_sheet(
        "a tenth weakness",
        "Actions",
        "weakness_unknown",
        "B2",
        "APP-6.01: Weaknesses must be numbers from 1 to 9, like 1; 3, got: 6; 10",
        weaknesses="6; 10",
    ),
    in_sheet(
        "a misspelt KPI in the commentary",
        "Commentary",
        "kpi_unknown",
        "A2",
        "KPI must be an id of the KPI dictionary: did you mean plans_within_20_weeks? got: plan_within_20_weeks",
        kpi="plan_within_20_weeks",
    ),
    in_sheet(
        "a misspelt KPI of an action",
        "Actions",
        "kpi_unknown",
        "R2",
        "KPI must be an id of the KPI dictionary, got: happiness",
        kpi="happiness",
    ),
    in_sheet(
        "an action without a ref",
        "Actions",
        "row_without_ref",
        "A2",
        "Every row of Actions must have a ref, like APP-6.01, got: nothing",
        ref=None,
    ),
    in_sheet(
        "half a person",
        "Participation",
        "number_not_understood",
        "F2",
        "Nobody rings back: People must be a whole number, 0 or more, got: 2.5",
        people=2.5,
    ),
    in_sheet(
        "an event on no day",
        "Events",
        "date_not_understood",
        "A2",
        "Hub moves: Date must be a date, like 31 March 2025, got: soon",
        date="soon",
    ),
    in_sheet(
        "an event without its day",
        "Events",
        "needed_answer_missing",
        "A2",
        "Every row of Events must have something under Date, got: nothing",
        date=None,
    ),
    in_sheet(
        "a day without its event",
        "Events",
        "needed_answer_missing",
        "C2",
        "Every row of Events must have something under Event, got: nothing",
        event=None,
    ),
    in_sheet(
        "a comment on no KPI",
        "Commentary",
        "needed_answer_missing",
        "A2",
        "Every row of Commentary must have something under KPI, got: nothing",
        kpi=None,
    ),
    in_sheet(
        "nothing said and nothing done",
        "Participation",
        "needed_answer_missing",
        "B2",
        "Every row of Participation must have something under You said or We did, got: nothing",
        you_said=None,
        we_did=None,
    ),
    Row(
        "an event twice",
        with_rows("Events", row("Events"), row("Events", event="HUB MOVES")),
        (
            (
                "ref_repeated",
                "Events!A3",
                "Date and Event must stand in one row only: it is in Events!A2 too, got: 2025-01-13, HUB MOVES",
            ),
        ),
    ),
    Row(
        "a ref twice",
        with_rows("Risks", row("Risks"), row("Risks", ref="r-01")),
        (("ref_repeated", "Risks!A3", "Ref must stand in one row only: it is in Risks!A2 too, got: r-01"),),
    ),
    Row(
        "a KPI commented twice",
        with_rows("Commentary", row("Commentary"), row("Commentary")),
        (
            (
                "ref_repeated",
                "Commentary!A3",
                "KPI must stand in one row only: it is in Commentary!A2 too, got: plans_within_20_weeks",
            ),
        ),
    ),
    Row(
        "history without a quarter",
        with_rows("Risks", row("Risks")),
        (
            (
                "row_without_quarter",
                "Risks!A2",
                "R-01: Quarter must be written like 2021/22 Q3, in a column of its own, got: nothing",
            ),
        ),
        history=("plans_issued",),
    ),
    Row(
        "history with a quarter in words",
        with_rows("Risks", {"Quarter": "spring", **CLEAN["Risks"]}),
        (
            (
                "row_without_quarter",
                "Risks!A2",
                "R-01: Quarter must be written like 2021/22 Q3, in a column of its own, got: spring",
            ),
        ),
        history=("plans_issued",),
    ),
]


@pytest.mark.parametrize("row", ROWS, ids=lambda row: row.name)
def test_one_change(row):
    assert row.found == row.expected


@pytest.mark.parametrize("sheet", CLEAN)
def test_a_clean_row_has_no_findings(sheet):
    assert Row("clean", with_rows(sheet, row(sheet)), ()).found == ()


def test_the_same_ref_in_two_quarters_of_a_history_is_no_repetition():
    rows = [{"Quarter": quarter, **CLEAN["Risks"]} for quarter in ("2021/22 Q1", "2021/22 Q2")]
    assert Row("two quarters", with_rows("Risks", *rows), (), history=("plans_issued",)).found == ()


def test_two_events_on_one_day_are_two():
    rows = row("Events"), row("Events", event="Lift opens")
    assert Row("two events", with_rows("Events", *rows), ()).found == ()


def test_an_event_of_a_history_needs_no_quarter():
    assert Row("event", with_rows("Events", CLEAN["Events"]), (), history=("plans_issued",)).found == ()


def test_what_stands_under_headings_of_their_own_is_no_row_of_the_sheet():
    assert Row("aside", with_rows("Decisions", {"Seen by": "Board chair"}), ()).found == ()


@pytest.mark.parametrize(
    "changes",
    [
        {"status": "not started", "complete": 0},
        {"baseline": "30 June 2025"},
        {"weaknesses": "Weaknesses 6 and 9"},
        {"complete": "60%"},
    ],
)
def test_what_people_write_in_another_way_is_understood(changes):
    assert Row("understood", with_rows("Actions", row("Actions", **changes)), ()).found == ()


READ_BY = {
    "Actions": actions_in,
    "Risks": risks_in,
    "Participation": participation_in,
    "Decisions": decisions_in,
    "Assessment": assessments_in,
    "Commentary": commentary_in,
    "Events": events_in,
}
TYPED = ("6", "soon", "31 March 2025", "1 May 2025", "Green", "yes", "plans_within_20_weeks", "-3", "Hub moves")
ROWS_AT_RANDOM = 60


def at_random(form):
    """Rows of which each cell is blank or holds one of `TYPED`, in every sheet of words."""
    for sheet in WRITTEN:
        chance = Random(sheet.name)
        for line in range(2, ROWS_AT_RANDOM + 2):
            for number, _ in enumerate(sheet.columns, start=1):
                if chance.random() < 0.7:
                    form[sheet.name].cell(line, number).value = chance.choice(TYPED)


@pytest.fixture(scope="module")
def content_at_random() -> bytes:
    return factories.standard_return(change=at_random)


@pytest.mark.parametrize("sheet", WRITTEN, ids=lambda sheet: sheet.name)
def test_a_row_is_read_or_found_and_never_vanishes(sheet, content_at_random):
    found = {(each.sheet, int("".join(filter(str.isdigit, each.cell)))) for each in findings(content_at_random) if each.cell}
    rows = written_rows(parse(factories.read_here(content_at_random)), sheet)
    kept = {row.typed.line for row in rows if READ_BY[sheet.name]([row.typed])}
    said = {row.typed.line for row in rows if any(row.text(column) for column in sheet.columns if not column.needed)}
    assert {line for line in said - kept if (sheet.name, line) not in found} == set()
    assert said - kept and kept, "some are left out, and some are not"
