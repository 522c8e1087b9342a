import pytest
from hypothesis import given
from hypothesis import strategies as st

from kpis.kpi import Target
from kpis.trajectory import Baseline, Course, Outlook, PlanStanding, course, plan_standing, planned
from programme.quarter import Quarter
from tests.kpis.series import series

TARGETS = (
    Target(since="2019/20 Q3", value=60, floor=40, basis="illustrative"),
    Target(since="2023/24 Q3", value=80, floor=40, basis="the plan"),
)
BASELINE = Baseline(Quarter(2019, 1), 30)
NOW = Quarter(2024, 3)


def aim(value, tolerance=None):
    return Target(since="2019/20 Q1", value=value, floor=value, basis="illustrative", tolerance=tolerance)


def paced(*values):
    return series(str(NOW - (len(values) - 1)), *values)


@pytest.mark.parametrize(
    ("quarter", "value"),
    [
        ("2018/19 Q4", None),
        ("2019/20 Q1", 30),
        ("2019/20 Q2", 45),
        ("2019/20 Q3", 60),
        ("2021/22 Q3", 70),
        ("2023/24 Q2", 78.75),
        ("2023/24 Q3", 80),
        ("2029/30 Q4", 80),
    ],
)
def test_the_plan_is_linear_between_dated_targets_and_level_after_the_last(quarter, value):
    assert planned(Quarter.parse(quarter), TARGETS, BASELINE) == value


def test_a_stepped_plan_holds_each_value_until_the_next_applies():
    assert planned(Quarter(2019, 2), TARGETS, BASELINE, "step") == 30
    assert planned(Quarter(2023, 2), TARGETS, BASELINE, "step") == 60


def test_without_a_baseline_the_plan_begins_with_the_first_target():
    assert planned(Quarter(2019, 2), TARGETS) is None
    assert planned(Quarter(2019, 3), TARGETS) == 60


def test_a_baseline_later_than_the_first_target_is_not_used():
    assert planned(Quarter(2021, 3), TARGETS, Baseline(Quarter(2020, 1), 10)) == 70


def test_without_targets_there_is_no_plan_but_the_baseline():
    assert planned(NOW, ()) is None
    assert planned(NOW, (), BASELINE) == 30


@given(st.integers(-4, 30))
def test_the_plan_stays_between_its_corners(steps):
    plan = planned(Quarter(2019, 1) + steps, TARGETS, BASELINE)
    assert plan is None if steps < 0 else 30 <= plan <= 80


@pytest.mark.parametrize(
    ("value", "better", "expected"),
    [
        (61, "higher", PlanStanding.AHEAD),
        (60, "higher", PlanStanding.ON_PLAN),
        (59, "higher", PlanStanding.BEHIND),
        (61, "lower", PlanStanding.BEHIND),
        (59, "lower", PlanStanding.AHEAD),
        (75, "target", PlanStanding.ON_PLAN),
        (45, "target", PlanStanding.ON_PLAN),
        (76, "target", PlanStanding.BEHIND),
        (61, None, None),
    ],
)
def test_ahead_or_behind_follows_polarity(value, better, expected):
    assert plan_standing(value, 60, better, tolerance=15 if better == "target" else 0) is expected


def test_at_a_steady_pace_the_target_is_met_when_counting_says_so():
    found = course(paced(40, 41, 42, 43, 44, 45, 46, 47), NOW, aim(60), "higher")
    assert (found.outlook, found.value, found.since, found.target) == (Outlook.ON_COURSE, 47, NOW, 60)
    assert found.pace.slope == pytest.approx(1)
    assert found.meets == found.earliest == found.latest == NOW + 13


def test_a_part_of_a_quarter_counts_as_the_next():
    found = course(paced(40, 41, 42, 43, 44, 45, 46, 47), NOW, aim(60.5), "higher")
    assert found.meets == NOW + 14


def test_a_noisy_pace_gives_a_range_around_its_quarter():
    found = course(paced(40, 44, 43, 49, 47, 54, 51, 56), NOW, aim(80), "higher")
    assert found.outlook is Outlook.ON_COURSE
    assert found.earliest < found.meets < found.latest


def test_where_the_slow_end_never_gets_there_the_latest_quarter_is_open():
    found = course(paced(40, 50, 38, 52, 41, 49, 45, 52), NOW, aim(60), "higher")
    assert (found.outlook, found.latest) == (Outlook.ON_COURSE, None)
    assert found.earliest < found.meets


def test_lower_is_better_counts_downwards():
    assert course(paced(60, 59, 58, 57, 56, 55, 54, 53), NOW, aim(50), "lower").meets == NOW + 3


@pytest.mark.parametrize(
    "values",
    [(47, 46, 45, 44, 43, 42, 41, 40), (40, 40, 40, 40, 40, 40, 40, 40), (40, 40.1, 40.2, 40.3, 40.4, 40.5, 40.6, 40.7)],
)
def test_falling_back_standing_still_or_creeping_is_not_at_this_pace(values):
    found = course(paced(*values), NOW, aim(60), "higher")
    assert (found.outlook, found.meets, found.earliest, found.latest) == (Outlook.NOT_AT_THIS_PACE, None, None, None)


def test_a_target_already_met_is_met_and_equality_meets():
    assert course(paced(40, 41, 42, 43, 44, 45, 46, 60), NOW, aim(60), "higher").outlook is Outlook.MET
    assert course(paced(60), NOW, aim(60), "lower") == Course(Outlook.MET, 60, 60, NOW)


def test_only_the_last_eight_quarters_count():
    long_ago = (10, 90, 10, 90, 10, 90)
    recent = (40, 41, 42, 43, 44, 45, 46, 47)
    assert course(paced(*long_ago, *recent), NOW, aim(60), "higher") == course(paced(*recent), NOW, aim(60), "higher")


def test_figures_after_the_quarter_are_not_looked_at():
    later = {**paced(40, 41, 42, 43, 44, 45, 46, 47), NOW + 1: 99.0}
    assert course(later, NOW, aim(60), "higher").meets == NOW + 13


def test_the_count_starts_at_the_latest_figure():
    found = course(paced(40, 41, 42, 43, 44, 45, 46, None), NOW, aim(60), "higher")
    assert (found.since, found.value, found.meets) == (NOW - 1, 46, NOW + 13)


def test_fewer_than_six_of_the_eight_are_too_few_to_say():
    found = course(paced(40, None, 42, None, 44, None, 46, 47), NOW, aim(60), "higher")
    assert found == Course(Outlook.TOO_FEW_FIGURES, 60, 47, NOW)
    assert course({}, NOW, aim(60), "higher") == Course(Outlook.TOO_FEW_FIGURES, 60)


def test_close_to_target_is_met_within_its_tolerance():
    approaching = paced(235, 230, 225, 220, 215, 210, 207, 205)
    found = course(approaching, NOW, aim(180, tolerance=20), "target")
    assert (found.outlook, found.target, found.value) == (Outlook.ON_COURSE, 20, 25)
    assert found.meets == NOW + 2


@pytest.mark.parametrize(("target", "better"), [(aim(60), None), (None, "higher")])
def test_no_course_without_a_target_or_a_better_direction(target, better):
    assert course(paced(40, 41, 42, 43, 44, 45, 46, 47), NOW, target, better) is None
