import numpy as np
import pytest

from kpis.basis import MS, R12M, annual
from kpis.kpi import Target
from kpis.pace import Outlook, pace
from programme.quarter import Quarter
from tests.kpis.series import kpi, series

NOW = Quarter(2024, 3)
YEARLY = annual("academic", reported_in=3)


def aim(value, tolerance=None):
    return Target(since="2019/20 Q1", value=value, floor=value, basis="illustrative", tolerance=tolerance)


def paced(*values):
    return series(str(NOW - (len(values) - 1)), *values)


def yearly(*values):
    return {NOW - 4 * back: value for back, value in enumerate(reversed(values))}


def test_the_next_figure_has_an_interval_and_no_date_where_forecasts_were_not_tried_enough():
    found = pace(kpi(), paced(40, 43, 44, 47, 48, 51, 52, 55), aim(60))
    assert (found.outlook, found.points, found.since, found.quarter, found.date) == (
        Outlook.NOT_TRIED,
        8,
        NOW,
        NOW + 1,
        None,
    )
    assert found.per_quarter == pytest.approx(2.0476, abs=0.0001)


@pytest.mark.parametrize(
    "values", [(40, 43, 44, 47, 48, 51, 52, 55), (1, 4, 3, 6, 5, 8, 7, 10), (50, 49, 55, 52, 51, 50, 58, 54)]
)
def test_the_interval_holds_the_doubt_of_the_line_and_of_a_single_figure(values):
    """A second way: numpy's least squares, and the book's formula with t(6) = 2.4469."""
    times = np.arange(8)
    slope, start = np.polyfit(times, values, 1)
    spread = np.sqrt(np.sum((values - start - slope * times) ** 2) / 6)
    margin = 2.4469 * spread * np.sqrt(1 + 1 / 8 + (8 - 3.5) ** 2 / np.sum((times - 3.5) ** 2))
    found = pace(kpi(), paced(*values), aim(99)).expected
    assert found.value == pytest.approx(start + slope * 8)
    assert (found.low, found.high) == pytest.approx((max(0, found.value - margin), found.value + margin), abs=0.001)


def test_an_annual_pace_looks_back_over_six_years_and_one_year_ahead():
    found = pace(kpi(basis=YEARLY), yearly(40, 42, 44, 46, 48, 50), aim(60))
    assert (found.outlook, found.quarter, found.date) == (Outlook.NOT_WITHIN, NOW + 4, None)
    assert (found.expected.low, found.expected.high) == pytest.approx((52, 52))
    dated = pace(kpi(basis=YEARLY), yearly(49, 51, 53, 55, 57, 59), aim(60))
    assert (dated.outlook, dated.date) == (Outlook.DATED, NOW + 4)


def test_a_date_needs_the_worse_end_of_the_interval_to_meet_the_target():
    wide = yearly(49, 53, 51, 57, 55, 59)
    assert pace(kpi(basis=YEARLY), wide, aim(60)).outlook is Outlook.NOT_WITHIN
    lower = kpi(basis=YEARLY, better="lower")
    assert pace(lower, yearly(70, 68, 66, 64, 62, 61), aim(59)).outlook is Outlook.NOT_WITHIN
    assert pace(lower, yearly(71, 69, 67, 65, 63, 61), aim(60)).date == NOW + 4


@pytest.mark.parametrize("basis", [MS, R12M])
def test_a_basis_that_was_never_tried_has_no_date(basis):
    assert pace(kpi(basis=basis), paced(*range(50, 58)), aim(58)).outlook is Outlook.NOT_TRIED


def test_a_target_that_is_met_is_met():
    assert pace(kpi(), paced(70), aim(60)).outlook is Outlook.MET
    assert pace(kpi(), paced(60), aim(60)).outlook is Outlook.MET
    assert pace(kpi(better="lower"), paced(*range(68, 60, -1)), aim(61)).outlook is Outlook.MET


def test_fewer_than_six_of_eight_are_too_few():
    assert pace(kpi(), paced(1, 2, 3, 4, 5), aim(60)).points == 5
    assert pace(kpi(), paced(1, 2, None, 3, 4, 5, None, 6), aim(60)).outlook is Outlook.NOT_TRIED
    assert pace(kpi(), paced(1, 2, None, 3, 4, None, None, 6), aim(60)).outlook is Outlook.TOO_FEW
    assert pace(kpi(), {}, aim(60)).outlook is Outlook.TOO_FEW


def test_only_the_last_eight_quarters_count():
    assert pace(kpi(), paced(90, 90, 90, *range(30, 38)), aim(60)).per_quarter == pytest.approx(1)


def test_seasons_have_no_straight_line():
    found = pace(kpi(seasonal=True), paced(*[10, 50] * 4), aim(60))
    assert (found.outlook, found.per_quarter, found.expected) == (Outlook.SEASONAL, None, None)


def test_no_interval_goes_where_no_figure_can_be():
    found = pace(kpi(), paced(60, 70, 65, 80, 75, 90, 85, 98), aim(100))
    assert found.expected.high == 100
    falling = pace(kpi(unit="count"), paced(40, 30, 35, 20, 25, 10, 15, 2), aim(50))
    assert falling.expected.low == 0


def test_close_to_target_paces_the_distance():
    found = pace(kpi(better="target", unit="ratio"), paced(*range(240, 200, -5)), aim(180, tolerance=20))
    assert (found.per_quarter, found.expected.value) == pytest.approx((-5, 20))
    assert pace(kpi(better="target"), paced(170), aim(180, tolerance=20)).outlook is Outlook.MET


@pytest.mark.parametrize(("target", "better"), [(None, "higher"), (aim(60), None)])
def test_no_pace_without_a_target_or_a_better_direction(target, better):
    assert pace(kpi(better=better), paced(*range(8)), target) is None
