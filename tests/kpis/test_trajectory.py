import pytest
from hypothesis import given
from hypothesis import strategies as st

from kpis.kpi import Target
from kpis.trajectory import Baseline, PlanStanding, plan_standing, planned
from programme.quarter import Quarter

TARGETS = (
    Target(since="2019/20 Q3", value=60, floor=40, basis="illustrative"),
    Target(since="2023/24 Q3", value=80, floor=40, basis="the plan"),
)
BASELINE = Baseline(Quarter(2019, 1), 30)
NOW = Quarter(2024, 3)


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
