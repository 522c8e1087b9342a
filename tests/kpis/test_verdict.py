import pytest

from kpis.basis import R12M
from kpis.kpi import Target
from kpis.spc import Assurance, Variation
from kpis.trajectory import Outlook, PlanStanding
from kpis.trend import Direction
from kpis.verdict import direction, verdict
from programme.quarter import Quarter
from tests.kpis.series import kpi

NOW = Quarter.parse("2024/25 Q3")
TARGET = Target("2019/20 Q1", 60, 50, "plan")
STEADY = [41, 44, 40, 43, 42, 45, 41, 44, 43, 42, 44, 41, 43]


def series(*values, last=NOW):
    return dict(zip(last.last(len(values)), values, strict=True))


def of(*values, target=TARGET, here=True, **definition):
    definition = {"targets": (target,) if target else ()} | definition
    return verdict(kpi(**definition), series(*values), target, here)


def test_everything_is_said_of_the_newest_quarter():
    found = of(*STEADY, 43)
    assert (found.direction.direction, found.direction.since) == (Direction.SAME, NOW - 1)
    assert (found.variation, found.assurance) == (Variation.COMMON_CAUSE, Assurance.CONSISTENT_FAIL)
    assert (found.planned, found.plan_standing) == (60, PlanStanding.BEHIND)
    assert found.course.outlook is Outlook.NOT_AT_THIS_PACE
    assert found.quarters == tuple(found.series) == tuple(NOW.last(14))


def test_the_series_begins_with_the_first_figure_and_keeps_its_gaps():
    found = of(None, None, 40, None, 42)
    assert found.series == series(40, None, 42)
    assert [point.value for point in found.chart] == [40, None, 42]


@pytest.mark.parametrize("values", [(), (None, None)])
def test_without_a_figure_only_the_plan_is_known(values):
    found = of(*values)
    assert (found.series, found.quarters, len(found.chart)) == ({}, (), 0)
    assert (found.direction, found.trend, found.variation, found.assurance, found.plan_standing) == (None,) * 5
    assert found.planned == (60 if values else None)


def test_a_gap_now_is_neither_ahead_nor_behind():
    found = of(40, None)
    assert (found.direction, found.planned, found.plan_standing) == (None, 60, None)


def test_where_targets_do_not_apply_there_is_no_plan():
    found = of(40, 42, here=False, target=None)
    assert (found.planned, found.plan_standing, found.course, found.assurance) == (None, None, None, None)
    assert found.direction.direction is Direction.IMPROVED


def test_an_activity_indicator_has_no_plan_and_rises_or_falls():
    found = of(40, 42, better=None)
    assert (found.planned, found.plan_standing, found.course) == (None, None, None)
    assert found.direction.direction is Direction.RISING


def test_rolling_figures_have_no_chart():
    found = of(*STEADY, basis=R12M)
    assert (found.quarters, len(found.chart), found.variation, found.assurance) == ((), 0, None, None)
    assert found.trend.direction is Direction.NO_CLEAR_TREND


def test_the_plan_begins_at_the_first_figure_where_the_target_is_dated_later():
    found = of(40, 44, target=Target(str(NOW + 1), 60, 50, "plan"))
    assert (found.planned, found.plan_standing) == (50, PlanStanding.BEHIND)


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


def test_a_seasonal_kpi_is_held_against_last_year_and_the_others_against_the_last_figure():
    values = series(30, 20, 20, 20, 25)
    assert direction(kpi(seasonal=True), values, TARGET).since == NOW - 4
    assert direction(kpi(), values, TARGET).since == NOW - 1


def test_close_to_target_without_a_target_has_no_better_direction():
    assert direction(kpi(better="target", targets=()), series(1, 2), None).direction is Direction.RISING
    close = Target("2019/20 Q1", 3, 2, "plan", tolerance=1)
    assert direction(kpi(better="target", targets=(close,)), series(1, 2), close).direction is Direction.IMPROVED
