from dataclasses import replace
from datetime import date

import pytest

from kpis.basis import R12M
from kpis.direction import Direction, Proof
from kpis.kpi import Target
from kpis.outcome import Known
from kpis.pace import Outlook
from kpis.spc import Assurance, Variation
from kpis.trajectory import PlanStanding, Trajectory
from kpis.trend import DirectionOfTravel
from kpis.verdict import verdict
from programme.areas import DISTRICTS, KENT
from programme.quarter import Quarter
from tests.kpis.series import kpi

NOW = Quarter.parse("2024/25 Q3")
TARGET = Target("2019/20 Q1", 60, 50, "plan")
STEADY = [41, 44, 40, 43, 42, 45, 41, 44, 43, 42, 44, 41, 43]


def series(*values, last=NOW):
    return dict(zip(last.last(len(values)), values, strict=True))


COURSE = Trajectory({str(NOW - 20): 40, str(NOW): 60}, "plan", date(2019, 4, 1))


def of(*values, target=TARGET, area=KENT, course=COURSE, **definition):
    definition = {"targets": (target,) if target else ()} | definition
    known = {quarter: None if value is None else Known(value) for quarter, value in series(*values).items()}
    return verdict(kpi(**definition), area, known, target, course)


def test_everything_is_said_of_the_newest_quarter():
    found = of(*STEADY, 43)
    assert (found.since_last.direction, found.since_last.since) == (DirectionOfTravel.SAME, NOW - 1)
    assert (found.direction, found.step.since, found.step.proof) == (Direction.NO_REAL_CHANGE, NOW - 1, Proof.RANGE)
    assert (found.variation, found.assurance) == (Variation.COMMON_CAUSE, Assurance.CONSISTENT_FAIL)
    assert (found.planned, found.plan_standing) == (60, PlanStanding.BEHIND)
    assert found.pace.outlook is Outlook.NOT_TRIED
    assert found.quarters == tuple(found.series) == tuple(NOW.last(14))


def test_the_series_begins_with_the_first_figure_and_keeps_its_gaps():
    found = of(None, None, 40, None, 42)
    assert found.series == series(40, None, 42)
    assert [point.value for point in found.chart] == [40, None, 42]


@pytest.mark.parametrize("values", [(), (None, None)])
def test_without_a_figure_only_the_plan_is_known(values):
    found = of(*values)
    assert (found.series, found.quarters, len(found.chart)) == ({}, (), 0)
    assert (found.since_last, found.trend, found.variation, found.assurance, found.plan_standing) == (None,) * 5
    assert found.direction is Direction.CANNOT_BE_SAID
    assert found.planned == (60 if values else None)


def test_a_gap_now_is_neither_ahead_nor_behind():
    found = of(40, None)
    assert (found.since_last, found.planned, found.plan_standing) == (None, 60, None)


def test_a_target_is_no_plan():
    found = of(40, 44, course=None)
    assert (found.trajectory, found.planned, found.plan_standing) == (None, None, None)


def test_where_targets_do_not_apply_there_is_no_pace():
    found = of(40, 44, area=DISTRICTS[0], unit="count", target=None, course=None)
    assert (found.planned, found.plan_standing, found.pace, found.assurance) == (None, None, None, None)
    assert (found.since_last.direction, found.direction) == (DirectionOfTravel.IMPROVED, Direction.IMPROVING)


def test_an_activity_indicator_has_no_plan_and_rises_or_falls():
    found = of(40, 44, better=None, course=None)
    assert (found.planned, found.plan_standing, found.pace) == (None, None, None)
    assert (found.since_last.direction, found.direction) == (DirectionOfTravel.RISING, Direction.RISING)


def test_rolling_figures_have_no_chart():
    found = of(*STEADY, basis=R12M)
    assert (found.quarters, len(found.chart), found.variation, found.assurance) == ((), 0, None, None)
    assert found.trend.direction is DirectionOfTravel.NO_CLEAR_TREND


def test_a_figure_is_held_against_the_course_and_not_against_the_target():
    assert of(40, 50, course=replace(COURSE, points={str(NOW): 45})).plan_standing is PlanStanding.AHEAD
    assert of(40, 50, course=replace(COURSE, points={str(NOW + 1): 45})).plan_standing is None


def test_a_course_agreed_after_the_quarter_judges_nothing():
    late = replace(COURSE, agreed_on=(NOW + 1).end)
    found = of(40, 50, course=late)
    assert (found.trajectory, found.planned, found.plan_standing) == (late, 60, None)


def test_close_to_target_is_on_plan_within_the_tolerance():
    close = Target("2019/20 Q1", 60, 20, "plan", tolerance=15)
    assert of(50, 70, target=close, better="target").plan_standing is PlanStanding.ON_PLAN
    assert of(50, 80, target=close, better="target").plan_standing is PlanStanding.BEHIND


def test_a_break_begins_the_limits_anew():
    found = of(*STEADY, *[each + 20 for each in STEADY], breaks={str(NOW - 12): "another return"})
    assert (found.chart.latest.centre, found.chart[0].centre) == (
        pytest.approx(62.538, abs=0.001),
        pytest.approx(42.538, abs=0.001),
    )
    assert found.variation is Variation.COMMON_CAUSE


def test_neither_rule_crosses_a_break():
    found = of(*STEADY, 71, 72, breaks={str(NOW - 1): "another return"})
    assert (found.trend.since, found.since_last.since, found.broken.quarter) == (NOW - 1, NOW - 1, NOW - 1)
    found = of(*STEADY, 71, breaks={str(NOW): "another return"})
    assert (found.since_last, found.direction, found.step.broken) == (None, Direction.CANNOT_BE_SAID, found.broken)
    assert of(*STEADY).broken is None


def test_a_seasonal_series_has_no_chart_that_could_judge_it():
    found = of(*[10, 50, 10, 50] * 4, seasonal=True)
    assert (found.quarters, found.variation, found.assurance, found.direction) == ((), None, None, Direction.NO_REAL_CHANGE)


def test_a_seasonal_kpi_is_held_against_last_year_and_the_others_against_the_last_figure():
    assert of(30, 20, 20, 20, 25, seasonal=True).since_last.since == NOW - 4
    assert of(30, 20, 20, 20, 25).since_last.since == NOW - 1


def test_close_to_target_without_a_target_has_no_better_direction():
    assert of(1, 2, better="target", target=None).since_last.direction is DirectionOfTravel.RISING
    close = Target("2019/20 Q1", 3, 2, "plan", tolerance=1)
    assert of(1, 2, better="target", target=close).since_last.direction is DirectionOfTravel.IMPROVED
