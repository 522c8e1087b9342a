"""Every case of the rating convention has its row here."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kpis.basis import R12M, annual
from kpis.evaluate import KpiResult, evaluate
from kpis.formulas import Count
from kpis.kpi import Expected, Target
from kpis.outcome import Known, Reason, Unknown
from kpis.rating import Rated, Rating, rate
from programme.areas import DISTRICTS, KENT
from programme.quarter import Quarter
from tests.kpis.building import SHARE, a_kpi, evidence, figure, plans

NOW = Quarter(2024, 3)
HIGHER = a_kpi(better="higher", targets=(Target("2019/20 Q3", 60, 40, "illustrative"),))
LOWER = a_kpi(better="lower", targets=(Target("2019/20 Q3", 20, 40, "illustrative"),))
NEAR = a_kpi(better="target", targets=(Target("2019/20 Q3", 180, 60, "illustrative", tolerance=20),))
ACTIVITY = a_kpi(better=None, targets=(), expected=Expected(650, 1100, "illustrative"))
GREEN, AMBER, RED, NOT_RATED = Rating.GREEN, Rating.AMBER, Rating.RED, Rating.NOT_RATED


def rated(kpi, outcome, quarter=NOW, area=KENT, carried_from=None) -> Rated:
    return rate(KpiResult(kpi, area, quarter, outcome, carried_from=carried_from))


@pytest.mark.parametrize(
    "kpi, value, rating",
    [
        (HIGHER, 75, GREEN),
        (HIGHER, 60, GREEN),  # equality meets the target
        (HIGHER, 59.96, AMBER),  # rounds to 60.0, and is missed all the same
        (HIGHER, 40, AMBER),  # equality meets the floor standard
        (HIGHER, 39.99, RED),
        (LOWER, 5, GREEN),
        (LOWER, 20, GREEN),
        (LOWER, 20.04, AMBER),
        (LOWER, 40, AMBER),
        (LOWER, 40.01, RED),
        (LOWER, -3, GREEN),  # a surplus where a deficit is measured
        (NEAR, 180, GREEN),
        (NEAR, 200, GREEN),  # at the edge of the tolerance, above and below
        (NEAR, 160, GREEN),
        (NEAR, 200.4, AMBER),  # rounds to 200
        (NEAR, 240, AMBER),
        (NEAR, 120, AMBER),
        (NEAR, 240.1, RED),
        (NEAR, 119.9, RED),
        (HIGHER, 0, RED),  # zero is a figure
    ],
)
def test_a_figure_is_judged_unrounded_and_equality_meets(kpi, value, rating):
    assert rated(kpi, Known(value)) == Rated(rating, kpi.targets[0])


def test_a_share_of_counts_that_is_exactly_on_target_is_green():
    result = evaluate(SHARE, KENT, NOW, evidence(*plans(3 * 171, 5 * 171)))
    assert rate(result).rating is GREEN


CHANGED = a_kpi(targets=(Target("2019/20 Q3", 60, 40, "illustrative"), Target("2023/24 Q3", 80, 50, "plan")))


@pytest.mark.parametrize(
    "quarter, rating, value", [("2023/24 Q2", GREEN, 60), ("2023/24 Q3", AMBER, 80), ("2024/25 Q3", AMBER, 80)]
)
def test_a_quarter_is_judged_by_the_target_in_force_then(quarter, rating, value):
    found = rated(CHANGED, Known(65), Quarter.parse(quarter))
    assert (found.rating, found.target.value) == (rating, value)


def test_a_carried_figure_is_judged_by_the_target_of_the_quarter_it_was_reported_in():
    assert rated(CHANGED, Known(65), Quarter(2023, 3), carried_from=Quarter(2022, 4)).rating is GREEN
    kpi = a_kpi(
        formula=Count(of="phase_transfers"), targets=CHANGED.targets, basis=annual("school", reported_in=4), unit="score"
    )
    result = evaluate(kpi, KENT, Quarter(2023, 3), evidence(figure("phase_transfers", 65, quarter="2022/23 Q4")))
    assert (result.carried_from, rate(result)) == (Quarter(2022, 4), Rated(GREEN, CHANGED.targets[0]))


def test_before_the_first_target_nothing_is_rated():
    assert rated(HIGHER, Known(75), Quarter(2019, 2)) == Rated(NOT_RATED, None, "no target applies in this quarter")


@pytest.mark.parametrize(
    "value, reason",
    [
        (649, "an activity indicator, below its expected range"),
        (650, "an activity indicator, within its expected range"),
        (1100, "an activity indicator, within its expected range"),
        (1100.1, "an activity indicator, above its expected range"),
    ],
)
def test_an_activity_indicator_has_a_range_and_no_rating(value, reason):
    assert rated(ACTIVITY, Known(value)) == Rated(NOT_RATED, None, reason)


def test_an_activity_indicator_may_have_no_range():
    assert rated(a_kpi(better=None, targets=()), Known(9)).reason == "an activity indicator with no agreed range"


@pytest.mark.parametrize("reason", Reason)
def test_what_is_not_known_is_not_rated_and_says_why(reason):
    assert rated(HIGHER, Unknown(reason, "detail")) == Rated(NOT_RATED, HIGHER.targets[0], f"{reason} (detail)")


@pytest.mark.parametrize(
    "figures, reason",
    [
        (plans(0, 0), "nothing to divide by (plans_issued)"),
        (plans("c", 30), "suppressed (plans_issued_within_20_weeks)"),
        ([], "not returned (plans_issued_within_20_weeks for 2024/25 Q3)"),
    ],
)
def test_the_reason_comes_from_the_figures(figures, reason):
    assert rate(evaluate(SHARE, KENT, NOW, evidence(*figures))) == Rated(NOT_RATED, SHARE.targets[0], reason)


def test_part_of_a_rolling_year_is_not_rated():
    known = evidence(*plans(90, 100), *plans(90, 100, quarter="2024/25 Q2"))
    found = rate(evaluate(a_kpi(basis=R12M), KENT, NOW, known))
    assert found.rating is NOT_RATED
    assert found.reason == "part of the period is missing (2023/24 Q4 not returned, 2024/25 Q1 not returned)"


@pytest.mark.parametrize("replies, rating", [(50, GREEN), (49, NOT_RATED)])
def test_a_survey_with_few_replies_is_shown_and_not_rated(replies, rating):
    survey = a_kpi(rated_from=50)
    assert rated(survey, Known(75, 0.75 * replies, replies)).rating is rating
    assert rated(survey, Known(75, 24, 32)).reason == "only 32 counted, and fewer than 50 are not rated"


COUNT = a_kpi(unit="count", areas=(KENT, *DISTRICTS))


def test_a_district_is_not_judged_by_kents_count():
    assert rated(COUNT, Known(75), area=DISTRICTS[0]) == Rated(NOT_RATED, None, "its target is for Kent as a whole")
    assert rated(COUNT, Known(75)).rating is GREEN
    assert rated(a_kpi(areas=(KENT, *DISTRICTS)), Known(75), area=DISTRICTS[0]).rating is GREEN


def test_a_district_is_not_held_against_kents_expected_range():
    kpi = a_kpi(better=None, targets=(), expected=ACTIVITY.expected, unit="count", areas=(KENT, *DISTRICTS))
    assert rated(kpi, Known(80), area=DISTRICTS[0]).reason == "its expected range is for Kent as a whole"


RANK = [RED, AMBER, GREEN]


@given(st.floats(-1000, 1000), st.floats(-1000, 1000))
def test_a_better_figure_is_never_rated_worse(one, other):
    for kpi, better in ((HIGHER, lambda x: x), (LOWER, lambda x: -x), (NEAR, lambda x: -abs(x - 180))):
        worse, best = sorted((one, other), key=better)
        assert RANK.index(rated(kpi, Known(worse)).rating) <= RANK.index(rated(kpi, Known(best)).rating)
