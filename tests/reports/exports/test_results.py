import json
from dataclasses import replace
from datetime import date

import pytest

from kpis.registry import definitions_in_force
from programme.access import Role
from programme.areas import DISTRICTS, KENT
from programme.figure import Source
from programme.hidden import HIDDEN_WORDS
from programme.published import published_figures
from programme.sheets.trajectory import PlannedPoint
from record.logs import Logs
from reports.exports.results import results
from reports.progress.readings import Progress
from tests.reports.build import a_figure, records_of
from tests.reports.lines import NOW, PLANS, commentary, count, plans, progress_with

JUDGED = (
    "direction",
    "direction_clause",
    "direction_since",
    "direction_rule",
    "red_group",
    "since_last",
    "since_last_rule",
    "trend",
    "special_cause",
    "variation",
    "assurance",
    "limits",
    "trajectory",
    "pace",
    "comparators",
    "companions",
    "sentence",
)


def one(figures, kpi=PLANS, area=KENT, role=Role.READER, **known):
    (found,) = results(Progress(records_of(*figures, **known), role), NOW, kpi, area)
    return found


def test_every_object_carries_the_figure_its_cells_and_its_judgement():
    found = one(plans([10, 12, 11, 13, 10, 12, 11, 58.5], of=1000))
    assert (found["value"], found["numerator"], found["denominator"], found["unknown"]) == (58.5, 585, 1000, None)
    assert found["cell"] == {
        "measure": "plans_issued_within_20_weeks",
        "quarter": "2024/25 Q3",
        "file": "return.xlsx",
        "sheet": "Figures",
        "ref": "D5",
        "version": 1,
    }
    assert tuple(found)[-len(JUDGED) :] == JUDGED


def test_the_cell_of_a_rolling_year_is_the_numerator_of_its_last_quarter():
    found = one(plans([10, 20, 30, 40]), "plans_within_20_weeks_rolling_year")
    assert (found["numerator"], found["denominator"], len(found["cells"])) == (100, 400, 8)
    assert (found["cell"]["measure"], found["cell"]["quarter"]) == ("plans_issued_within_20_weeks", str(NOW))


def test_the_judgement_in_the_words_of_the_screen():
    found = one(plans([10, 12, 11, 13, 10, 12, 11, 58.5], of=1000))
    assert (found["direction"], found["direction_since"], found["direction_rule"]) == (
        "improving",
        "2024/25 Q2",
        "two samples",
    )
    assert (found["red_group"], found["since_last"], found["since_last_rule"], found["trend"]) == (
        None,
        "improved",
        "since last figure",
        "no clear trend",
    )
    assert (found["special_cause"], found["variation"], found["assurance"]) == (
        "above_upper_limit",
        "improving",
        "consistent_fail",
    )
    assert found["limits"]["trial"] is True
    assert found["limits"]["centre"] == pytest.approx(17.1875)
    assert found["trajectory"] is None
    assert (found["pace"]["quarter"], found["pace"]["date"]) == ("2024/25 Q4", None)
    assert (found["pace"]["per_quarter"], found["pace"]["low"]) == (pytest.approx(3.982, abs=0.001), 0)
    assert found["pace"]["high"] == pytest.approx(80.63, abs=0.01)
    assert found["pace"]["sentence"].startswith(
        "At the pace of the last eight quarters (+3.98 a quarter) the figure of 2024"
    )
    assert found["companions"] == ["assessments_overdue", "oldest_open_assessment_weeks", "plans_over_52_weeks"]
    assert found["sentence"].startswith("Plans issued within 20 weeks (Kent, October to December 2024) stood at 58.5%")


def test_a_planned_course_stands_with_its_points_and_where_the_figure_is():
    source = Source("return.xlsx", "Trajectory", "A2", 1)
    course = tuple(
        PlannedPoint(PLANS, None, quarter, value, "Recovery plan", date(2024, 6, 20), source)
        for quarter, value in ((NOW, 60.0), (NOW + 2, 70.0))
    )
    records = replace(records_of(*plans([50, 58.5], of=1000)), logs=Logs(trajectory=course))
    (found,) = results(Progress(records, Role.READER), NOW, PLANS, KENT)
    assert found["trajectory"] == {
        "points": [{"quarter": "2024/25 Q3", "value": 60.0}, {"quarter": "2025/26 Q1", "value": 70.0}],
        "basis": "Recovery plan",
        "agreed_on": "2024-06-20",
        "planned": 60.0,
        "standing": "behind plan",
    }


def test_a_seasonal_kpi_names_its_rule():
    found = one(count("permanent_exclusions_send", [9, 30, 30, 30, 8]), "permanent_exclusions_send")
    assert (found["since_last"], found["since_last_rule"]) == ("improved", "same quarter last year")
    assert (found["direction"], found["direction_since"]) == ("no real change", "2023/24 Q3")


@pytest.mark.parametrize(
    ("shares", "group"),
    [
        ([35, 30], "red and worsening"),
        ([30, 30.5], "red, no real change"),
        ([30, 35], "red and recovering"),
        ([35], "red, direction cannot be said"),
        ([70, 60], None),
    ],
)
def test_a_red_names_its_group(shares, group):
    assert one(plans(shares, of=1000))["red_group"] == group


def test_what_cannot_be_said_is_null():
    found = one([])
    words = {"direction": "cannot be said", "direction_clause": "its direction cannot be said: there is no figure"}
    said = {
        name: found[name] for name in JUDGED if name not in ("comparators", "companions", "sentence", "trajectory", "pace")
    }
    assert said == dict.fromkeys(said) | words | {"since_last_rule": "since last figure"}
    assert (found["value"], found["unknown"]) == (None, "not returned")
    assert {name: value for name, value in found["pace"].items() if name != "sentence"} == dict.fromkeys(
        ("per_quarter", "quarter", "low", "high", "date")
    )
    activity = one(count("requests_received", [700, 800]), "requests_received")
    assert (activity["trajectory"], activity["pace"]) == (None, None)


def test_an_earlier_quarters_process_control_is_not_given_for_this_one():
    found = one(plans([10, 12, 11, 13, 10, 12, 11, None]))
    assert (found["special_cause"], found["variation"], found["assurance"], found["limits"]) == (None,) * 4


def test_a_hidden_figure_shows_in_nothing_that_is_said():
    figures = count("permanent_exclusions_send", [9, 9, 9, 9, 9, 9, 9, 9, 9, 3])
    found = one(figures, "permanent_exclusions_send")
    assert (found["value"], found["unknown"]) == (None, HIDDEN_WORDS)
    assert (found["direction"], found["direction_clause"]) == ("c", "c")
    silent = ("direction_since", "red_group", "since_last", "trend", "special_cause", "limits", "trajectory", "pace")
    assert {name: found[name] for name in silent} == dict.fromkeys(silent)
    seen = one(figures, "permanent_exclusions_send", role=Role.ANALYST)
    assert (seen["value"], seen["direction"], seen["since_last"]) == (3, "no real change", "improved")


def test_comparators_carry_both_sets_and_three_averages():
    found = one(plans([50]), published=published_figures())["comparators"][1]
    assert (found["figure"], found["period"]) == ("plans_within_20_weeks_all", "2024")
    assert round(found["own"], 1) == 32.3
    averages = {each["set"]: [round(each[name], 1) for name in ("mean", "median", "pooled")] for each in found["neighbours"]}
    assert averages == {"2021-04": [33.2, 30.3, 27.7], "2025-05": [40.5, 35.5, 32.1]}
    assert [(each["rank"], each["ranked"]) for each in found["neighbours"]] == [(6, 11), (7, 11)]
    assert found["mismatches"][0] == "Published for calendar year 2024; this KPI covers October to December 2024."
    assert one(plans([50], area=DISTRICTS[0]), area=DISTRICTS[0], published=published_figures())["comparators"] == []


def test_a_judged_rating_stands_with_both_ratings_in_its_reason():
    (found,) = results(progress_with(plans([35]), commentary(PLANS, "amber", "two schools closed")), NOW, PLANS, KENT)
    assert found["rating"] == "amber"
    assert found["rating_reason"] == "judged amber in the return (two schools closed); worked out from the figure: red"


def test_every_kpi_and_area_has_its_object_and_all_of_it_is_json():
    found = results(Progress(records_of(*plans([50])), Role.READER), NOW)
    assert len(found) == sum(len(kpi.areas) for kpi in definitions_in_force(NOW).values())
    assert json.loads(json.dumps(found)) == found


def test_a_quarter_before_the_first_one_charted():
    figures = [
        a_figure("plans_issued_within_20_weeks", 40, quarter="2018/19 Q4"),
        a_figure("plans_issued", 100, quarter="2018/19 Q4"),
    ]
    early = NOW - 23
    (found,) = results(Progress(records_of(*figures), Role.READER), early, PLANS, KENT)
    assert (found["quarter"], found["value"], found["trend"]) == ("2018/19 Q4", 40, "no clear trend")
