import pytest

from kpis.basis import annual
from kpis.kpi import Target
from kpis.movement import Shift, baseline, movement
from programme.quarter import Quarter
from tests.kpis.series import kpi, result, results

YEARLY = kpi(basis=annual("academic", reported_in=3))


def since_baseline(about, first, *values):
    return movement(results(about, first, *values)).since_baseline


def since_last(about, first, *values):
    return movement(results(about, first, *values)).since_last


@pytest.mark.parametrize(("better", "up", "down"), [("higher", "improved", "worsened"), ("lower", "worsened", "improved")])
def test_since_the_baseline_follows_polarity(better, up, down):
    assert since_baseline(kpi(better=better), "2019/20 Q1", 40, 0, 0, 0, 41).change == up
    assert since_baseline(kpi(better=better), "2019/20 Q1", 40, 0, 0, 0, 39).change == down
    assert since_baseline(kpi(better=better), "2019/20 Q1", 40, 0, 0, 0, 40).change == "unchanged"


def test_the_baseline_is_the_same_quarter_of_2019_20():
    found = baseline(results(kpi(), "2019/20 Q1", 1, 2, 3, 4, 5, 6))
    assert (found.quarter, found.value) == (Quarter(2019, 2), 2)


def test_without_a_figure_in_that_quarter_it_is_the_first_of_the_year():
    found = baseline(results(kpi(), "2019/20 Q1", None, None, 3, 4, 5, 6))
    assert (found.quarter, found.value) == (Quarter(2019, 3), 3)


def test_a_kpi_that_began_later_has_no_baseline():
    late = results(kpi(), "2019/20 Q1", None, None, None, None, 5, 6)
    assert baseline(late) is None
    assert movement(late).since_baseline.change is Shift.NOTHING_BEFORE
    assert movement(late).since_last.change is Shift.IMPROVED


def test_the_baseline_is_not_compared_with_itself():
    assert since_baseline(kpi(), "2019/20 Q1", 40).change is Shift.NOTHING_BEFORE


def test_an_annual_figure_is_compared_with_the_one_reported_in_2019_20():
    yearly = [
        result(YEARLY, "2019/20 Q1", 7, carried_from="2018/19 Q3"),
        result(YEARLY, "2019/20 Q3", 8),
        result(YEARLY, "2019/20 Q4", 8, carried_from="2019/20 Q3"),
        result(YEARLY, "2024/25 Q1", 9, carried_from="2023/24 Q3"),
    ]
    found = movement(yearly)
    assert (found.since_baseline.change, found.since_baseline.before.value) == (Shift.IMPROVED, 8)
    assert found.since_last.change is Shift.NO_NEW_FIGURE


def test_an_annual_figure_new_this_quarter_is_compared_with_the_one_in_force_before():
    yearly = [result(YEARLY, "2024/25 Q2", 9, carried_from="2023/24 Q3"), result(YEARLY, "2024/25 Q3", 8)]
    assert movement(yearly).since_last.change is Shift.WORSENED


def test_since_last_quarter_is_the_quarter_before_and_no_older_one():
    assert since_last(kpi(), "2024/25 Q1", 40, 42).change is Shift.IMPROVED
    assert since_last(kpi(), "2024/25 Q1", 40, None, 42).change is Shift.NOTHING_BEFORE


def test_a_seasonal_kpi_is_compared_with_last_years_quarter():
    step = since_last(kpi(seasonal=True), "2023/24 Q3", 40, 10, 20, 30, 45)
    assert (step.change, step.before.quarter) == (Shift.IMPROVED, Quarter(2023, 3))
    assert since_last(kpi(seasonal=True), "2024/25 Q2", 30, 45).change is Shift.NOTHING_BEFORE


def test_no_figure_now_is_neither_better_nor_worse():
    found = movement(results(kpi(), "2019/20 Q1", 40, 41, 42, 43, None))
    assert (found.since_baseline.change, found.since_last.change) == (Shift.NO_FIGURE, Shift.NO_FIGURE)


def test_an_activity_indicator_is_not_judged():
    found = movement(results(kpi(better=None), "2019/20 Q1", 40, 41, 42, 43, 44))
    assert (found.since_baseline.change, found.since_last.change) == (Shift.NOT_JUDGED, Shift.NOT_JUDGED)


def test_close_to_target_is_held_against_the_target_in_force_now():
    targets = (
        Target(since="2019/20 Q1", value=100, floor=60, basis="old", tolerance=20),
        Target(since="2020/21 Q1", value=180, floor=60, basis="new", tolerance=20),
    )
    close = kpi(better="target", targets=targets)
    assert since_baseline(close, "2019/20 Q1", 110, 0, 0, 0, 200).change is Shift.IMPROVED
    assert since_baseline(close, "2019/20 Q1", 170, 0, 0, 0, 200).change is Shift.WORSENED
    assert since_baseline(kpi(better="target", targets=()), "2019/20 Q1", 1, 0, 0, 0, 2).change is Shift.NOTHING_BEFORE


def test_a_break_in_the_series_is_told_with_the_comparison():
    broken = kpi(breaks={"2020/21 Q1": "another return", "2018/19 Q1": "before", "2030/31 Q1": "after"})
    step = since_baseline(broken, "2019/20 Q1", 40, 41, 42, 43, 44)
    assert (step.change, step.breaks) == (Shift.IMPROVED, ("another return",))
    assert since_last(broken, "2019/20 Q1", 40, 41, 42, 43, 44, 45).breaks == ()


def test_too_few_replies_to_rate_are_no_evidence():
    survey = kpi(rated_from=50)
    before, few = result(survey, "2019/20 Q1", 40, denominator=50), result(survey, "2020/21 Q1", 60, denominator=49)
    assert movement([before, few]).since_baseline.change is Shift.NO_FIGURE
