from datetime import date
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
from programme.sheets.handovers import handovers_in
from programme.sheets.letters import LETTERS, letters_in
from programme.sheets.milestones import milestones_in
from programme.sheets.participation import PARTICIPATION, participation_in
from programme.sheets.risks import risks_in
from programme.sheets.summary import summary_in
from programme.sheets.trajectory import TRAJECTORY, planned_points_in
from tests import factories
from tests.loaders.rules.one_change import Row, findings
from tests.loaders.rules.written_rows import CLEAN, row, with_rows


def in_sheet(name, sheet, rule, cell, message, **changes):
    return Row(name, with_rows(sheet, row(sheet, **changes)), ((rule, f"{sheet}!{cell}", message),))


SCALE = "1, 2, 3, 4 or 5"
ROWS = [
    in_sheet(
        "a number in words",
        "Participation",
        "number_not_understood",
        "F2",
        "Nobody rings back: People must be a number, 0 or more, got: about 80",
        people="about 80",
    ),
    in_sheet(
        "a decimal comma",
        "Participation",
        "number_not_understood",
        "E2",
        "Nobody rings back: Activities must be a number, 0 or more: did you mean 12.5? got: 12,5",
        activities="12,5",
    ),
    in_sheet(
        "thousands with a comma in the wrong place",
        "Participation",
        "number_not_understood",
        "F2",
        "Nobody rings back: People must be a number, 0 or more: did you mean 12.50? got: 12,50",
        people="12,50",
    ),
    in_sheet(
        "a text that may be two numbers",
        "Participation",
        "number_not_understood",
        "F2",
        "Nobody rings back: People must be typed again as a number, because this text may be two: "
        "did you mean 1250 or 1.25? got: 1.250",
        people="1.250",
    ),
    in_sheet(
        "per cent complete as a text that may be two numbers",
        "Actions",
        "number_not_understood",
        "N2",
        "APP-6.01: % complete must be typed again as a number, because this text may be two: "
        "did you mean 33333 or 33.333? got: 33.333%",
        complete="33.333%",
    ),
    in_sheet(
        "people in per cent",
        "Participation",
        "number_not_understood",
        "F2",
        "Nobody rings back: People must be a number, 0 or more, in a cell that is not formatted as %, got: 12%",
        people="12%",
    ),
    in_sheet(
        "a letter for a nought",
        "Participation",
        "number_not_understood",
        "F2",
        "Nobody rings back: People must be a number, 0 or more: did you mean 100? got: 1O0",
        people="1O0",
    ),
    in_sheet(
        "a date for a number",
        "Participation",
        "number_not_understood",
        "F2",
        "Nobody rings back: People must be a number, 0 or more, got: 2025-01-06",
        people=date(2025, 1, 6),
    ),
    in_sheet(
        "a fraction of complete",
        "Actions",
        "percent_in_words_as_fraction",
        "N2",
        "APP-6.01: % complete must be typed as a percentage from 0 to 100 and not as a fraction: did you mean 75? got: 0.75",
        complete=0.75,
    ),
    in_sheet(
        "evidence that Excel could not find",
        "Actions",
        "words_not_calculated",
        "P2",
        "APP-6.01: Evidence reference must hold what is meant and not an Excel error, got: #REF!",
        evidence="#REF!",
    ),
    in_sheet(
        "an error for a day",
        "Actions",
        "words_not_calculated",
        "K2",
        "APP-6.01: Forecast must hold what is meant and not an Excel error, got: #N/A",
        forecast="#N/A",
    ),
    in_sheet(
        "a formula without its value",
        "Risks",
        "words_not_calculated",
        "J2",
        "R-01: Controls must hold a calculated value: open the file in Excel, let it calculate, save it again, got: =A1",
        controls="=A1",
    ),
    in_sheet(
        "a ref that Excel made a day of",
        "Actions",
        "kind_unlikely",
        "S2",
        "APP-6.01: Former ref must be words and not a date, which Excel makes of what looks like one, got: 2025-01-06",
        former_ref=date(2025, 1, 6),
    ),
    in_sheet(
        "a ticked box for evidence",
        "Actions",
        "kind_unlikely",
        "P2",
        "APP-6.01: Evidence reference must be words and not TRUE or FALSE, got: True",
        evidence=True,
    ),
    in_sheet(
        "a number for a role",
        "Risks",
        "kind_unlikely",
        "I2",
        "R-01: Owner role must be words and not a number, got: 7",
        owner_role=7,
    ),
    in_sheet(
        "weaknesses run together",
        "Actions",
        "weakness_unknown",
        "B2",
        "APP-6.01: Weaknesses must be numbers from 1 to 9, like 1; 3: did you mean 6; 7? got: 67",
        weaknesses=67,
    ),
    in_sheet(
        "weaknesses as a decimal",
        "Actions",
        "weakness_unknown",
        "B2",
        "APP-6.01: Weaknesses must be numbers from 1 to 9, like 1; 3: did you mean 6; 7? got: 6.7",
        weaknesses=6.7,
    ),
    in_sheet(
        "weaknesses as a range",
        "Actions",
        "weakness_unknown",
        "B2",
        "APP-6.01: Weaknesses must be numbers from 1 to 9, like 1; 3: did you mean 6; 7; 8? got: 6-8",
        weaknesses="6-8",
    ),
    in_sheet(
        "weaknesses that Excel made a day of",
        "Actions",
        "weakness_unknown",
        "B2",
        "APP-6.01: Weaknesses must be numbers from 1 to 9, like 1; 3: did you mean 6; 7? got: 2025-07-06",
        weaknesses=date(2025, 7, 6),
    ),
    in_sheet(
        "a weakness in part",
        "Actions",
        "weakness_unknown",
        "B2",
        "APP-6.01: Weaknesses must be numbers from 1 to 9, like 1; 3, got: 6 and some of 7",
        weaknesses="6 and some of 7",
    ),
    in_sheet(
        "a place held for a ref",
        "Actions",
        "row_without_ref",
        "A2",
        "Every row of Actions must have a ref, like APP-6.01, got: TBC",
        ref="TBC",
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
        "Weakness 6: Assessment must be sufficient progress or not yet sufficient progress: did you mean sufficient "
        "progress? got: sufficent progress",
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
        "KPI must be an id that the Dictionary lists (Data, Dictionary): did you mean plans_within_20_weeks? "
        "got: plan_within_20_weeks",
        kpi="plan_within_20_weeks",
    ),
    in_sheet(
        "a misspelt KPI of an action",
        "Actions",
        "kpi_unknown",
        "R2",
        "KPI must be an id that the Dictionary lists (Data, Dictionary), got: happiness",
        kpi="happiness",
    ),
    in_sheet(
        "a misspelt KPI among those of a decision",
        "Decisions",
        "kpi_unknown",
        "S2",
        "Linked KPIs must be ids that the Dictionary lists (Data, Dictionary), with a comma between two: "
        "did you mean plans_over_52_weeks? got: plans_over_53_weeks",
        kpis="plans_within_20_weeks, plans_over_53_weeks",
    ),
    in_sheet(
        "an action in two headline areas",
        "Actions",
        "answer_not_offered",
        "T2",
        "APP-6.01: Headline area must be New leadership, Focus on the child, Improved parent experience or "
        "Provision in mainstream schools: did you mean Focus on the child? got: New leadership; Focus on the child",
        area="New leadership; Focus on the child",
    ),
    Row(
        "two sentences in one place",
        with_rows(
            "Summary",
            row("Summary", weakness=None),
            row("Summary", weakness=None, words="And again"),
            row("Summary"),
        ),
        (
            (
                "ref_repeated",
                "Summary!B3",
                "Weakness, Kind and Place must stand in one row only: it is in Summary!B2 too, got: alert, 1",
            ),
        ),
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
        "a ref twice, with another dash and a space",
        with_rows("Risks", row("Risks"), row("Risks", ref="R \u2013 01 ")),
        (("ref_repeated", "Risks!A3", "Ref must stand in one row only: it is in Risks!A2 too, got: R \u2013 01"),),
    ),
    Row(
        "a voice twice",
        with_rows("Participation", row("Participation"), row("Participation", ref="p-1", you_said="Other")),
        (("ref_repeated", "Participation!A3", "Ref must stand in one row only: it is in Participation!A2 too, got: p-1"),),
    ),
    Row(
        "two voices that say the same and have no ref",
        with_rows("Participation", row("Participation", ref=None), row("Participation", ref=None, we_did="A letter")),
        (
            (
                "ref_repeated",
                "Participation!B3",
                "You said must stand in one row only, unless each has a Ref of its own: it is in Participation!B2 too, got: "
                "Nobody rings back",
            ),
        ),
    ),
    Row(
        "two voices that say the same under refs of their own",
        with_rows("Participation", row("Participation"), row("Participation", ref="P-2")),
        (),
    ),
    Row(
        "what was done, twice, for nobody who said anything",
        with_rows(
            "Participation",
            row("Participation", ref=None, you_said=None),
            row("Participation", ref=None, you_said=None, we_did="A forum"),
            row("Participation", ref=None, you_said=None, we_did="a  forum"),
        ),
        (
            (
                "ref_repeated",
                "Participation!C4",
                "We did must stand in one row only, unless each has a Ref of its own: it is in Participation!C3 too, got: "
                "a  forum",
            ),
        ),
    ),
    Row(
        "a decision twice that has no reference yet",
        with_rows("Decisions", row("Decisions", reference=None), row("Decisions", reference=None, title="send strategy")),
        (
            (
                "ref_repeated",
                "Decisions!B3",
                "Title must stand in one row only, unless each has a Reference of its own: it is in Decisions!B2 too, got: "
                "send strategy",
            ),
        ),
    ),
    Row(
        "a course for two areas",
        with_rows("Trajectory", row("Trajectory", area="Kent"), row("Trajectory", area="Ashford", planned=55)),
        (),
    ),
    Row(
        "a planned value twice, its quarter and its day written in two ways",
        with_rows(
            "Trajectory",
            row("Trajectory", area="Ashford"),
            row("Trajectory", area="ASHFORD", quarter="Q4 2025/26", agreed_on="3 February 2025", planned=70),
        ),
        (
            (
                "ref_repeated",
                "Trajectory!A3",
                "KPI, Area, Quarter and Agreed on must stand in one row only: it is in Trajectory!A2 too, got: "
                "plans_within_20_weeks, ASHFORD, Q4 2025/26, 3 February 2025",
            ),
        ),
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


@pytest.mark.parametrize(("typed", "people"), [("1,250", 1250), ("1 250", 1250), ("1\xa0250", 1250), (1250, 1250)])
def test_a_number_as_people_write_it_is_read_in_its_size(typed, people):
    content = factories.standard_return(change=with_rows("Participation", row("Participation", people=typed)))
    (told,) = written_rows(parse(factories.read_here(content)), PARTICIPATION)
    assert (findings(content), told[PARTICIPATION.people]) == ([], people)


def test_a_percentage_is_complete_as_far_as_it_is_shown():
    def change(form):
        with_rows("Actions", row("Actions", complete=0.6))(form)
        form["Actions"]["N2"].number_format = "0%"

    assert findings(factories.standard_return(change=change)) == []


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
    aside = Row("aside", with_rows("Decisions", {"Seen by": "Board chair"}), ())
    assert [rule for rule, _, _ in aside.found] == ["heading_unknown"]


@pytest.mark.parametrize(
    "changes",
    [
        {"status": "not started", "complete": 0},
        {"baseline": "30 June 2025"},
        {"weaknesses": "Weaknesses 6 and 9"},
        {"complete": "60%"},
        {"weaknesses": "6,9"},
        {"weaknesses": "W6 & W9"},
        {"weaknesses": "6/9"},
        {"weaknesses": "6\n9"},
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
    "Trajectory": planned_points_in,
    "Summary": summary_in,
    "Milestones": milestones_in,
    "Closed actions": handovers_in,
    "Letters": letters_in,
}
TYPED = (
    "6",
    "soon",
    "31 March 2025",
    "1 May 2025",
    "Green",
    "yes",
    "plans_within_20_weeks",
    "-3",
    "Hub moves",
    "alert",
    "finished",
)
ROWS_AT_RANDOM = 90


def at_random(sheet):
    """Rows of which each cell is blank or holds one of `TYPED`, in one sheet of words."""

    def change(form):
        chance = Random(sheet.name)
        for line in range(2, ROWS_AT_RANDOM + 2):
            for number, _ in enumerate(sheet.columns, start=1):
                if chance.random() < 0.7:
                    form[sheet.name].cell(line, number).value = chance.choice(TYPED)

    return change


@pytest.mark.parametrize("sheet", WRITTEN, ids=lambda sheet: sheet.name)
def test_a_row_is_read_or_found_and_never_vanishes(sheet):
    content = factories.standard_return(change=at_random(sheet))
    found = {int("".join(filter(str.isdigit, each.cell))) for each in findings(content) if each.cell}
    rows = written_rows(parse(factories.read_here(content)), sheet)
    kept = {row.typed.line for row in rows if READ_BY[sheet.name]([row.typed])}
    said = {row.typed.line for row in rows if any(row.text(column) for column in sheet.columns if not column.needed)}
    assert {line for line in said - kept if line not in found} == set()
    by_chance = kept or sheet in (TRAJECTORY, LETTERS)  # of which four or five cells are needed, and never fall together
    assert said - kept and by_chance, "some are left out, and some are not"
