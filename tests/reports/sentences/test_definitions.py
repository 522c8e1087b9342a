import pytest

from kpis.registry import registry
from programme.areas import DISTRICTS, KENT, NHS_KENT_AND_MEDWAY
from reports.sentences.definitions import (
    areas_in_words,
    formula_in_words,
    given_in_words,
    gives_in_words,
    printed,
    targets_in_words,
)


@pytest.mark.parametrize(
    "areas, words",
    [
        ((KENT,), "Kent"),
        ((KENT, *DISTRICTS), "Kent and its 12 districts"),
        ((NHS_KENT_AND_MEDWAY,), "NHS Kent and Medway ICB"),
    ],
)
def test_areas(areas, words):
    assert areas_in_words(areas) == words


@pytest.mark.parametrize(
    "kpi, words",
    [
        (
            "complaints_answered_in_time",
            "Complaints answered within 20 working days, as a percentage of: complaints answered",
        ),
        (
            "complaints_per_1000_plans",
            "Complaints received about SEND services, for every 1,000 of: children and young people with a plan",
        ),
        ("plans_per_caseworker", "Children and young people with a plan, divided by: SEN casework staff in post"),
        ("requests_received", "Requests for assessment received, added up over the period"),
        ("personal_budgets", "Plans with a personal budget, at the end of the period"),
        (
            "oldest_open_assessment_weeks",
            "Whole weeks since the request, for the oldest assessment still open; over areas the largest, never the sum",
        ),
        ("attainment_8_ehcp", "As published: Average Attainment 8 score, pupils with an EHC plan"),
    ],
)
def test_each_formula_in_words(kpi, words):
    assert formula_in_words(registry()[kpi].formula) == words


@pytest.mark.parametrize("kpi", registry().values(), ids=lambda kpi: kpi.id)
def test_every_formula_has_words(kpi):
    assert formula_in_words(kpi.formula)


@pytest.mark.parametrize(
    "kpi, words",
    [
        ("assessments_overdue", ["from 2019/20 Q3: at most 150, floor 400 (illustrative)"]),
        (
            "plans_per_caseworker",
            [
                "from 2021/22 Q3: 180, give or take 20, floor within 60 of it "
                "(illustrative: within 20 of 180 meets the target, within 60 meets the floor)"
            ],
        ),
        ("requests_refused", ["not rated; expected between 20.0% and 35.0% (illustrative; England 25.2% in 2024)"]),
        ("autism_first_appointment_after_13_weeks", ["not rated; no agreed range"]),
    ],
)
def test_targets_and_ranges(kpi, words):
    assert list(targets_in_words(registry()[kpi])) == words


@pytest.mark.parametrize(
    "kpi, number, given, gives",
    [
        ("plans_within_20_weeks", 1, "2024/25 Q3: plans_issued_within_20_weeks = 41; plans_issued = 100", "41.0%"),
        (
            "plans_within_20_weeks",
            3,
            "2024/25 Q3: plans_issued_within_20_weeks = c (suppressed or confidential); plans_issued = 30",
            "no figure: suppressed",
        ),
        (
            "plans_within_20_weeks_rolling_year",
            2,
            "2024/25 Q3: plans_issued_within_20_weeks = 20, nothing, 10, 40; plans_issued = 100, 50, 50, 50",
            "no figure: part of the period is missing",
        ),
        (
            "high_needs_deficit",
            2,
            "2024/25 Q3: dsg_deficit_thousand_pounds = −3,000; dsg_income_thousand_pounds = 1,500,000",
            "−0.2%",
        ),
        ("attainment_8_ehcp", 1, "2024/25 Q3: attainment_8_ehcp = 13.3", "13.3"),
    ],
)
def test_worked_examples(kpi, number, given, gives):
    kpi = registry()[kpi]
    example = kpi.examples[number - 1]
    assert (given_in_words(kpi, example), gives_in_words(kpi, example)) == (given, gives)


def test_a_published_figure_is_known_by_its_title_and_source():
    assert printed("attainment_8_ehcp").title == "Average Attainment 8 score, pupils with an EHC plan"
    assert printed("attainment_8_ehcp").source.startswith("DfE, Local Authority Interactive Tool")
