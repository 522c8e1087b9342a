from statistics import linear_regression

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kpis.trend import (
    DirectionOfTravel,
    Slope,
    Travel,
    compared,
    distances,
    fit,
    reported,
    same_quarter_last_year,
    since_last,
    trend,
)
from programme.quarter import Quarter
from tests.kpis.series import kpi, result, series

START = "2019/20 Q1"
ANSCOMBE = (4.26, 5.68, 7.24, 4.82, 6.95, 8.81, 8.04, 8.33, 10.84, 7.58, 9.96)
VALUES = st.lists(st.none() | st.floats(-1000, 1000), min_size=1, max_size=30)


@pytest.mark.parametrize(
    ("better", "up", "down"),
    [("higher", "improved", "worsened"), ("lower", "worsened", "improved"), (None, "rising", "falling")],
)
def test_since_last_follows_polarity(better, up, down):
    expected = Travel("since last figure", DirectionOfTravel(up), 1, Quarter(2019, 1))
    assert since_last(series(START, 40, 41), better) == expected
    assert since_last(series(START, 41, 40), better).direction == down
    assert since_last(series(START, 41, 41), better).direction == "same"


def test_since_last_compares_unrounded_values():
    assert since_last(series(START, 41.24, 41.20), "higher").direction is DirectionOfTravel.WORSENED
    assert since_last(series(START, 0.1 + 0.2, 0.3), "higher").direction is DirectionOfTravel.SAME


def test_since_last_reaches_back_over_a_gap_and_says_how_far():
    travel = since_last(series(START, 40, None, None, 42), "higher")
    assert (travel.direction, travel.since) == (DirectionOfTravel.IMPROVED, Quarter(2019, 1))


@pytest.mark.parametrize("values", [(), (40,), (40, 41, None), (None, None), (None, 41)])
def test_since_last_needs_a_figure_now_and_one_before(values):
    assert since_last(series(START, *values), "higher") is None


def test_close_to_target_is_the_distance_from_it():
    assert since_last(series(START, 150, 190), "target", 180) == Travel(
        "since last figure", DirectionOfTravel.IMPROVED, -20, Quarter(2019, 1)
    )
    assert since_last(series(START, 175, 160), "target", 180).direction is DirectionOfTravel.WORSENED
    assert since_last(series(START, 170, 190), "target", 180).direction is DirectionOfTravel.SAME
    assert distances(series(START, 170, None), 180) == series(START, 10, None)


@pytest.mark.parametrize("rule", [since_last, trend, same_quarter_last_year])
def test_close_to_target_needs_the_target(rule):
    with pytest.raises(ValueError, match="a direction needs the target, got none"):
        rule(series(START, 1, 2), "target")


def test_same_quarter_last_year():
    seasonal = series(START, 4, 9, 5, 6, 3)
    assert same_quarter_last_year(seasonal, "lower") == Travel(
        "same quarter last year", DirectionOfTravel.IMPROVED, -1, Quarter(2019, 1)
    )
    assert same_quarter_last_year(series(START, None, 9, 5, 6, 3), "lower") is None
    assert same_quarter_last_year(series(START, 9, 5, 6, 3), "lower") is None
    assert same_quarter_last_year({}, "lower") is None


def test_the_slope_and_its_interval_are_those_of_a_textbook_case():
    line = fit(series(START, *ANSCOMBE))
    assert (round(line.slope, 4), line.points) == (0.5001, 11)
    assert (round(line.low, 3), round(line.high, 3)) == (0.233, 0.767)


@given(VALUES)
def test_the_slope_agrees_with_the_standard_library(values):
    known = [(time, value) for time, value in enumerate(values) if value is not None]
    line = fit(series(START, *values))
    if len(known) < 6:
        assert line is None
    else:
        slope, _ = linear_regression(*zip(*known, strict=True))
        assert line.slope == pytest.approx(slope, abs=1e-6)
        assert line.low <= line.slope <= line.high


@pytest.mark.parametrize(
    ("better", "up", "down"),
    [("higher", "improving", "worsening"), ("lower", "worsening", "improving"), (None, "rising", "falling")],
)
def test_a_clear_trend_follows_polarity(better, up, down):
    assert trend(series(START, *ANSCOMBE), better).direction == up
    assert trend(series(START, *reversed(ANSCOMBE)), better).direction == down


def test_a_trend_says_its_rule_its_pace_and_where_it_starts():
    travel = trend(series(START, 1, 2, 3, 4, 5, 6), "higher")
    assert (travel.rule, travel.change, travel.since) == ("trend", pytest.approx(1), Quarter(2019, 1))


def test_five_figures_are_no_clear_trend_however_steep():
    assert trend(series(START, 1, 2, 3, 4, 5, None), "higher") == Travel(
        "trend", DirectionOfTravel.NO_CLEAR_TREND, None, Quarter(2019, 1)
    )


def test_a_slope_that_chance_could_give_is_no_clear_trend():
    travel = trend(series(START, 10, 40, 15, 35, 20, 38), "higher")
    assert travel.direction is DirectionOfTravel.NO_CLEAR_TREND
    assert travel.change > 0


def test_a_figure_that_never_moves_has_no_clear_trend():
    assert trend(series(START, *[0.1] * 12), "higher").direction is DirectionOfTravel.NO_CLEAR_TREND
    assert not Slope(0.0, 0.0, 0.0, 12).clear


def test_gaps_keep_their_place_in_time():
    gapped = series(START, 1, 2, None, None, 5, 6, 7, 8)
    assert fit(gapped).slope == pytest.approx(1)
    assert fit(gapped) == fit({quarter: value for quarter, value in gapped.items() if value is not None})
    assert fit(series(START, 1, 2, 5, 6, 7, 8)).slope > 1.2


def test_the_trend_of_a_close_to_target_figure_is_that_of_its_distance():
    approaching = series(START, 120, 130, 141, 150, 159, 171)
    assert trend(approaching, "target", 180).direction is DirectionOfTravel.IMPROVING
    assert trend(approaching, "target", 100).direction is DirectionOfTravel.WORSENING


def test_nothing_has_no_trend():
    assert trend({}, "higher") is None


def test_worse_is_worse_by_either_rule_and_rising_is_not():
    assert since_last(series(START, 41, 40), "higher").worse
    assert trend(series(START, *reversed(ANSCOMBE)), "higher").worse
    assert not since_last(series(START, 40, 41), None).worse
    assert not since_last(series(START, 40, 40), "higher").worse


@given(st.floats(-1e6, 1e6), st.floats(-1e6, 1e6))
def test_there_and_back_are_opposites(before, now):
    opposites = {"improved": "worsened", "worsened": "improved", "same": "same"}
    assert compared(now, before, "higher") == opposites[compared(before, now, "higher")]
    assert compared(before, now, "lower") == opposites[compared(before, now, "higher")]


def test_a_carried_annual_figure_stands_once_where_it_was_reported():
    yearly = kpi()
    results = [
        result(yearly, "2023/24 Q2", 9.0, carried_from="2022/23 Q3"),
        result(yearly, "2023/24 Q3", 10.0),
        result(yearly, "2023/24 Q4", 10.0, carried_from="2023/24 Q3"),
        result(yearly, "2024/25 Q1", 10.0, carried_from="2023/24 Q3"),
    ]
    assert reported(results) == {Quarter(2022, 3): 9.0, Quarter(2023, 3): 10.0}
    assert since_last(reported(results), "higher").since == Quarter(2022, 3)
