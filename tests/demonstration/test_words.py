"""The written sheets are whole, keep to the form's headings and choices, and change from quarter to quarter."""

from datetime import date
from functools import cache

import pytest

from demonstration import seeds
from demonstration.figures import figures
from demonstration.series import LAST
from demonstration.series import QUARTERS as SERIES
from demonstration.words import PAST, past_sheets, written_sheets
from kpis.evaluate import evaluate
from kpis.evidence import Evidence, facts_of
from kpis.registry import registry
from loaders.forms.layouts import standard
from programme.published import published_figures
from programme.quarter import Quarter
from programme.sheets.letters import LETTERS
from programme.sheets.trajectory import TRAJECTORY
from programme.workstreams import weaknesses
from tests.demonstration.claims import false_claims

QUARTERS = (LAST - 3).to(LAST)
COLUMNS = {sheet.name: {column.heading: column for column in sheet.columns} for sheet in standard.WRITTEN}


@pytest.mark.parametrize("quarter", QUARTERS, ids=str)
def test_every_sheet_has_rows_under_the_headings_of_the_form(quarter):
    sheets = written_sheets(quarter)
    assert list(sheets) == [sheet.name for sheet in standard.WRITTEN]
    for name, rows in sheets.items():
        assert rows or name in (TRAJECTORY.name, LETTERS.name)  # which one return tells of, and holds until another does
        assert all(list(row) == list(COLUMNS[name]) for row in rows), name


@pytest.mark.parametrize("quarter", QUARTERS, ids=str)
def test_what_is_chosen_is_among_the_choices(quarter):
    for name, rows in written_sheets(quarter).items():
        for heading, column in COLUMNS[name].items():
            if column.choices:
                assert {str(row[heading]) for row in rows} <= {*column.choices, ""}, (name, heading)
            if column.holds == "date":
                assert all(row[heading] is None or isinstance(row[heading], date) for row in rows), (name, heading)


@pytest.mark.parametrize("quarter", QUARTERS, ids=str)
def test_nothing_is_known_before_it_happens(quarter):
    sheets = written_sheets(quarter)
    days = [row[heading] for row in sheets["Decisions"] for heading in ("Notice date", "Decision date") if row[heading]]
    days += [row["Date"] for row in sheets["Participation"]] + [row["Actual"] for row in sheets["Actions"] if row["Actual"]]
    assert max(days) <= quarter.end


def test_each_weakness_is_assessed_once_each_quarter():
    for quarter in QUARTERS:
        assert sorted(row["Weakness"] for row in written_sheets(quarter)["Assessment"]) == list(weaknesses())


def test_comments_are_about_kpis_that_exist():
    for quarter in QUARTERS:
        named = [row["KPI"] for row in written_sheets(quarter)["Commentary"]]
        assert set(named) <= set(registry()) and len(named) == len(set(named))


def test_the_decision_on_the_strategy_is_in_the_log():
    decisions = {row["Reference"]: row for row in written_sheets(LAST)["Decisions"]}
    assert decisions["21/00019"]["Title"] == "SEND Strategy 2021 to 2024"
    assert decisions["21/00019"]["Notice date"] == date(2021, 2, 4)
    assert (decisions["21/00019"]["Status"], decisions["21/00019"]["Decision date"]) == ("recommendations approved", None), (
        "its day is not known"
    )


def test_every_other_decision_is_marked_as_ours():
    decisions = {row["Reference"]: row["Status"] for row in written_sheets(LAST)["Decisions"]}
    ours = {ref: status for ref, status in decisions.items() if ref.startswith("ILL-")}
    assert set(decisions) - set(ours) == {"21/00019"}
    assert [ours[ref] for ref in ("ILL-24/02", "ILL-24/03", "ILL-24/04")] == ["taken", "proposed", "withdrawn"]


def test_risk_scores_move():
    scores = [[(row["Likelihood"], row["Impact"]) for row in written_sheets(quarter)["Risks"]] for quarter in QUARTERS]
    assert scores[0][2] == (5, 4) and scores[-1][2] == (4, 4)
    assert len(set(map(tuple, scores))) == 4


def test_the_history_names_the_quarter_of_each_row_and_has_none_between_the_two_plans():
    sheets = past_sheets()
    assert list(sheets) == [sheet.name for sheet in standard.WRITTEN]
    quarters = {row["Quarter"] for row in sheets["Actions"]}
    assert quarters == {str(quarter) for quarter in PAST}
    assert not quarters & {"2019/20 Q1", "2019/20 Q2", "2022/23 Q3", "2022/23 Q4"}


@pytest.mark.parametrize(
    ("quarter", "count"), [("2019/20 Q3", 60), ("2022/23 Q2", 60), ("2023/24 Q1", 116), ("2024/25 Q3", 116)]
)
def test_each_quarter_has_the_actions_of_its_plan(quarter, count):
    assert len(written_sheets(Quarter.parse(quarter))["Actions"]) == count


def test_the_participation_on_record_is_there():
    (real,) = (row for row in past_sheets()["Participation"] if row["Ref"] == "P-21.01")
    assert (real["People"], real["Activities"], real["Date"]) == (2466, 221, date(2021, 11, 30))


def test_a_risk_is_returned_from_when_it_is_named_until_it_is_closed():
    named = {
        quarter: [row["Ref"] for row in written_sheets(Quarter.parse(quarter))["Risks"]]
        for quarter in ("2020/21 Q1", "2023/24 Q1")
    }
    assert "R-10" in named["2020/21 Q1"] and "R-08" not in named["2020/21 Q1"]
    assert "R-10" not in named["2023/24 Q1"]


COMMENTED = (*Quarter(2022, 1).to(Quarter(2022, 2)), *QUARTERS)
"""The quarters in which comments stand."""


@cache
def came_to(kpi_id: str) -> dict[Quarter, float]:
    """What a KPI came to in each quarter of the demonstration that it has a figure for."""
    known = Evidence(facts_of([each for quarter in SERIES for each in figures(quarter)]), published_figures())
    kpi = registry()[kpi_id]
    results = {quarter: evaluate(kpi, kpi.areas[0], quarter, known) for quarter in SERIES}
    return {quarter: result.value for quarter, result in results.items() if result.value is not None}


@pytest.mark.parametrize("quarter", COMMENTED, ids=str)
def test_no_comment_is_false_in_a_quarter_it_stands_in(quarter):
    said = written_sheets(quarter)["Commentary"]
    found = {
        (row["KPI"], row["What the figure shows"]): false_claims(
            row["What the figure shows"], registry()[row["KPI"]], came_to(row["KPI"]), quarter
        )
        for row in said
    }
    assert {about: false for about, false in found.items() if false} == {}
    assert len(said) > 14


def test_every_returned_comment_stands_in_a_quarter_that_is_read():
    assert {row["since"] for row in seeds.rows("commentary")} <= {str(quarter) for quarter in COMMENTED}


@pytest.mark.parametrize(
    ("quarter", "name"),
    [
        ("2019/20 Q4", "the eight clinical commissioning groups of Kent and Medway"),
        ("2022/23 Q1", "NHS Kent and Medway CCG"),
        ("2022/23 Q2", "NHS Kent and Medway"),
        ("2024/25 Q3", "NHS Kent and Medway"),
    ],
)
def test_a_partner_bears_the_name_it_had(quarter, name):
    partners = {row["Partner"] for row in written_sheets(Quarter.parse(quarter))["Actions"]}
    assert {each for each in partners if "Kent and Medway" in each} == {name}


def test_decisions_are_the_right_cabinet_members_and_a_large_contract_is_key():
    decisions = {row["Reference"]: row for row in written_sheets(LAST)["Decisions"]}
    assert decisions["21/00019"]["Decision maker"] == "Cabinet Member for Integrated Children's Services"
    assert decisions["ILL-24/05"]["Key decision"] == "yes"
    assert not any("redesign" in row["Title"] for row in decisions.values()), "the real one was not withdrawn"


def test_three_courses_are_planned_and_said_to_be_illustrative():
    planned = [row for quarter in QUARTERS for row in written_sheets(quarter)[TRAJECTORY.name]]
    assert {row["KPI"] for row in planned} == {
        "annual_reviews_overdue", "plans_over_52_weeks", "speech_and_language_within_18_weeks",
    }  # fmt: skip
    assert all(row["Basis"].startswith("illustrative: ") for row in planned)
