from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kpis.trajectory import PlanStanding, Trajectory, plan_standing
from programme.quarter import Quarter

NOW = Quarter(2024, 3)
COURSE = Trajectory({"2019/20 Q3": 60, "2023/24 Q3": 80, "2019/20 Q1": 30}, "the plan", date(2019, 5, 1))


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
        ("2023/24 Q4", None),
    ],
)
def test_a_course_is_linear_between_its_points_and_nothing_is_planned_outside(quarter, value):
    assert COURSE.planned(Quarter.parse(quarter)) == value


def test_its_points_stand_in_order_of_time():
    assert [str(quarter) for quarter, _ in COURSE.dated] == ["2019/20 Q1", "2019/20 Q3", "2023/24 Q3"]


def test_one_point_plans_one_quarter():
    one = Trajectory({str(NOW): 80}, "the plan", date(2024, 1, 1))
    assert [one.planned(NOW + step) for step in (-1, 0, 1)] == [None, 80, None]


def test_it_binds_no_quarter_that_had_ended_when_it_was_agreed():
    assert [COURSE.binds(Quarter.parse(each)) for each in ("2018/19 Q4", "2019/20 Q1", "2024/25 Q3")] == [False, True, True]
    assert Trajectory({str(NOW): 80}, "the plan", NOW.end).binds(NOW)


@pytest.mark.parametrize(("points", "got"), [({}, "got none"), ({"spring": 60}, "got: spring")])
def test_a_course_without_a_quarter_is_none(points, got):
    with pytest.raises(ValueError, match=got):
        Trajectory(points, "the plan", date(2024, 1, 1))


@given(st.integers(-4, 30))
def test_the_course_stays_between_its_corners(steps):
    plan = COURSE.planned(Quarter(2019, 1) + steps)
    assert plan is None if not 0 <= steps <= 18 else 30 <= plan <= 80


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
