import json

import pytest

from kpis.registry import definitions_in_force
from programme.access import Role
from programme.areas import DISTRICTS, KENT
from programme.published import published_figures
from reports.exports.results import results
from reports.progress.readings import Progress
from tests.reports.build import a_figure, records_of
from tests.reports.lines import NOW, PLANS, commentary, count, plans, progress_with

JUDGED = (
    "direction",
    "direction_rule",
    "trend",
    "special_cause",
    "variation",
    "assurance",
    "limits",
    "trajectory",
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
    assert (found["direction"], found["direction_rule"], found["trend"]) == (
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
    assert found["trajectory"]["planned"] == 60
    assert (found["trajectory"]["standing"], found["trajectory"]["outlook"]) == ("behind plan", "on course")
    assert found["trajectory"]["sentence"].startswith("At the pace of the last eight quarters the target of at least 60.0%")
    assert found["companions"] == ["assessments_overdue", "oldest_open_assessment_weeks", "plans_over_52_weeks"]
    assert found["sentence"].startswith("Plans issued within 20 weeks (Kent, October to December 2024) stood at 58.5%")


def test_a_seasonal_kpi_names_its_rule():
    found = one(count("permanent_exclusions_send", [9, 30, 30, 30, 8]), "permanent_exclusions_send")
    assert (found["direction"], found["direction_rule"]) == ("improved", "same quarter last year")


def test_what_cannot_be_said_is_null():
    found = one([])
    said = {name: found[name] for name in JUDGED if name not in ("comparators", "companions", "sentence", "trajectory")}
    assert said == dict.fromkeys(said) | {"direction_rule": "since last figure"}
    assert (found["value"], found["unknown"]) == (None, "not returned")
    assert found["trajectory"]["outlook"] == "too few figures to say"
    assert one(count("requests_received", [700, 800]), "requests_received")["trajectory"] is None


def test_an_earlier_quarters_process_control_is_not_given_for_this_one():
    found = one(plans([10, 12, 11, 13, 10, 12, 11, None]))
    assert (found["special_cause"], found["variation"], found["assurance"], found["limits"]) == (None,) * 4


def test_a_hidden_figure_shows_in_nothing_that_is_said():
    figures = count("permanent_exclusions_send", [9, 9, 9, 9, 9, 9, 9, 9, 9, 3])
    found = one(figures, "permanent_exclusions_send")
    assert (found["value"], found["unknown"]) == (None, "hidden: fewer than 5 children")
    assert (found["direction"], found["special_cause"], found["limits"]) == (None, None, None)
    assert found["trajectory"]["standing"] is None
    seen = one(figures, "permanent_exclusions_send", role=Role.ANALYST)
    assert (seen["value"], seen["direction"]) == (3, "improved")


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
