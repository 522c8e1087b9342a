"""Every test of a step with series invented for it: what is real, what is not, and what cannot be said."""

import random

import pytest
from hypothesis import given
from hypothesis import strategies as some

from kpis.basis import MS, R12M, YTD, annual
from kpis.breaks import Break
from kpis.direction import Barrier, Direction, Proof, latest_step, steps_since
from kpis.formulas import Count, Latest, Rate
from kpis.kpi import Target
from kpis.outcome import Known
from programme.areas import DISTRICTS, KENT
from programme.quarter import Quarter
from tests.kpis.series import kpi

NOW = Quarter.parse("2024/25 Q3")
TARGET = Target("2019/20 Q1", 60, 40, "plan")


def seen(*values, last=NOW, of=None):
    """Known figures up to `last`; with `of`, shares of so many cases: the values are then the hits."""
    known = (
        None if value is None else Known(float(value)) if of is None else Known(100 * value / of, value, of)
        for value in values
    )
    return dict(zip(last.last(len(values)), known, strict=True))


def step(values, *, area=KENT, target=TARGET, of=None, last=NOW, **changes):
    return latest_step(
        kpi(**{"rated_from": 10, "least_change": 3.0, **changes}), area, seen(*values, of=of, last=last), target
    )


def counts(*values, **changes):
    return step(values, **{"formula": Count("complaints_received"), "unit": "count", "better": "lower", **changes})


# Seven in a row


def test_seven_figures_in_a_row_are_real_however_small_the_steps():
    found = step([50, 50.1, 50.2, 50.3, 50.4, 50.5, 50.6])
    assert (found.direction, found.proof, found.since) == (Direction.IMPROVING, Proof.ROW, NOW - 1)
    assert found.change == pytest.approx(0.1)
    assert step([50.6, 50.5, 50.4, 50.3, 50.2, 50.1, 50]).direction is Direction.WORSENING


@pytest.mark.parametrize(
    "values",
    [
        [50.1, 50.2, 50.3, 50.4, 50.5, 50.6],  # six
        [50, 50.1, 50.1, 50.3, 50.4, 50.5, 50.6],  # a tie
        [50, 50.1, 50.2, 50.3, 50.4, 50.5, 50.6, 50.5],  # the newest does not end the row
    ],
)
def test_a_row_is_of_seven_without_a_tie_and_ends_with_the_newest(values):
    assert step(values).direction is Direction.NO_REAL_CHANGE


def test_a_row_does_not_cross_a_break():
    rising = [50, 50.1, 50.2, 50.3, 50.4, 50.5, 50.6]
    assert step(rising, breaks={str(NOW - 2): "another return"}).direction is Direction.NO_REAL_CHANGE
    assert step(rising, breaks={str(NOW - 6): "another return"}).direction is Direction.IMPROVING


@pytest.mark.parametrize("changes", [{"seasonal": True}, {"basis": YTD}])
def test_seasons_and_years_to_date_make_rows_that_mean_nothing(changes):
    assert step([50, 50.1, 50.2, 50.3, 50.4, 50.5, 50.6], **changes).proof is Proof.LEAST


def test_a_row_of_rolling_years_is_a_row():
    found = step([50, 50.1, 50.2, 50.3, 50.4, 50.5, 50.6], basis=R12M)
    assert (found.direction, found.proof, found.since) == (Direction.IMPROVING, Proof.ROW, NOW - 4)


def test_figures_of_which_none_are_neighbours_have_no_usual_step():
    every_second = [value for each in [50, 51] * 6 for value in (each, None)][:-1]
    assert step(every_second).proof is Proof.LEAST


def test_a_step_up_followed_by_eleven_falling_figures_is_never_improving():
    for height in (10, 30, 80):
        values = [10.0, 10.0, 10.0, 90.0, *(90.0 - fall * height / 100 for fall in range(1, 12))]
        for end in range(5, len(values) + 1):
            assert step(values[:end]).direction is not Direction.IMPROVING
        assert step(values).direction is Direction.WORSENING


# Moving ranges

STEADY = [41, 44, 40, 43, 42, 45, 41, 44, 43, 42, 44, 41]


def test_a_step_beyond_its_usual_ones_is_real():
    """The eleven usual steps add up to 28: 3.267 times their mean is 8.316."""
    assert step([*STEADY, 41 + 8.3]).direction is Direction.NO_REAL_CHANGE
    found = step([*STEADY, 41 + 8.4])
    assert (found.direction, found.proof, found.least) == (Direction.IMPROVING, Proof.RANGE, pytest.approx(8.316))


def test_the_step_itself_is_left_out_of_the_usual_ones():
    assert step([50] * 11 + [50.5]).direction is Direction.IMPROVING
    assert step([50] * 12).direction is Direction.NO_REAL_CHANGE


def test_eleven_figures_are_too_few_for_the_usual_steps():
    assert step([*STEADY[1:-1], 41.5]).proof is Proof.LEAST
    assert step([*STEADY[1:], 41.5]).proof is Proof.RANGE


@pytest.mark.parametrize("changes", [{"seasonal": True}, {"basis": R12M}, {"basis": annual("calendar", reported_in=3)}])
def test_only_quarters_without_seasons_have_usual_steps(changes):
    values = [*STEADY, *STEADY]
    assert step(values, **changes).proof is Proof.LEAST


def test_a_phase_begins_with_a_break():
    assert step([*STEADY, *STEADY], breaks={str(NOW - 11): "another return"}).proof is Proof.RANGE
    assert step([*STEADY, *STEADY], breaks={str(NOW - 10): "another return"}).proof is Proof.LEAST


# Counts


def test_counts_of_both_sides_decide_where_there_is_no_chart():
    found = step([80, 100], of=200)
    assert (found.direction, found.proof, found.change) == (Direction.IMPROVING, Proof.SAMPLES, 10.0)
    assert found.chance == pytest.approx(0.04536, abs=1e-5)
    assert step([80, 99], of=200).direction is Direction.NO_REAL_CHANGE


def test_the_earlier_figure_is_never_taken_as_known():
    """40% of 200 taken as known would make 94 of 200 a change (two-sided 5%); as a sample it is none."""
    assert step([80, 94], of=200).direction is Direction.NO_REAL_CHANGE


def test_one_of_two_actions_decides_nothing():
    early = {NOW - 1: Known(50.0, 1, 2), NOW: Known(100 * 4 / 13, 4, 13)}
    found = latest_step(kpi(rated_from=10), KENT, early, TARGET)
    assert (found.direction, found.barrier, found.since) == (Direction.CANNOT_BE_SAID, Barrier.TOO_FEW_BEFORE, NOW - 1)
    assert latest_step(kpi(rated_from=1), KENT, early, TARGET).direction is Direction.NO_REAL_CHANGE


def test_events_are_held_against_events():
    assert counts(30, 45).direction is Direction.NO_REAL_CHANGE
    assert counts(30, 50).direction is Direction.WORSENING
    assert counts(50, 30).direction is Direction.IMPROVING


def test_rates_know_their_bases():
    rate = {"formula": Rate("complaints_received", "plans_in_place", 1000), "unit": "rate", "better": "lower"}
    figures = {NOW - 1: Known(6.0, 60, 10_000), NOW: Known(6.0, 120, 20_000)}
    assert latest_step(kpi(**rate), KENT, figures, TARGET).direction is Direction.NO_REAL_CHANGE
    figures[NOW] = Known(10.0, 200, 20_000)
    assert latest_step(kpi(**rate), KENT, figures, TARGET).direction is Direction.WORSENING


def test_rolling_years_are_held_against_four_quarters_earlier():
    found = step([80, 90, 100, 110, 120], of=200, basis=R12M)
    assert (found.since, found.direction) == (NOW - 4, Direction.IMPROVING)
    assert step([110, 80, 80, 80, 120], of=200, basis=R12M).direction is Direction.NO_REAL_CHANGE
    assert step([100, 110, 120], of=200, basis=R12M).barrier is Barrier.NOTHING_BEFORE


def test_counts_that_spread_more_than_chance_ask_for_a_wider_step():
    wild = [100, 160, 90, 170, 95, 165]
    found = counts(*wild, 100)
    assert (found.direction, found.proof) == (Direction.NO_REAL_CHANGE, Proof.SPREAD)
    assert found.chance < 0.001
    assert found.least > 65
    assert counts(100, 104, 97, 103, 99, 165).proof is Proof.SAMPLES


def test_a_steady_course_is_no_spread():
    found = step([400, 500, 602, 699, 801, 900], of=2000)
    assert (found.direction, found.proof, found.least) == (Direction.IMPROVING, Proof.SAMPLES, None)


# The least change


def test_without_counts_the_stated_least_change_decides():
    assert step([50, 52.9]).direction is Direction.NO_REAL_CHANGE
    found = step([50, 53])
    assert (found.direction, found.proof, found.least) == (Direction.IMPROVING, Proof.LEAST, 3)


def test_the_least_change_holds_though_binary_digits_fall_short():
    assert step([0.1, 0.4], least_change=0.3).direction is Direction.IMPROVING


def test_stocks_overlap_and_are_no_samples():
    assert step([80, 120], of=200, basis=MS).proof is Proof.LEAST


def test_a_part_has_its_share_of_the_least_change_of_a_count():
    stock = {"formula": Latest("assessments_overdue"), "unit": "count", "better": "lower", "basis": MS, "least_change": 24.0}
    where = {"areas": (KENT, *DISTRICTS)}
    assert step([40, 38], **stock, **where).direction is Direction.NO_REAL_CHANGE
    assert step([40, 38], area=DISTRICTS[0], **stock, **where).direction is Direction.IMPROVING
    assert step([40, 39], area=DISTRICTS[0], **stock, **where).direction is Direction.NO_REAL_CHANGE


# What is comparable


def test_a_seasonal_series_is_held_against_its_own_season_and_never_judged_by_its_raw_chart():
    swings = [10, 50, 10, 50] * 5
    found = step([*swings, 90], seasonal=True)
    assert (found.since, found.change, found.proof) == (NOW - 4, 80, Proof.LEAST)
    for end in range(5, len(swings)):
        assert step(swings[:end], seasonal=True).direction is Direction.NO_REAL_CHANGE


def test_a_seasonal_figure_without_last_years_cannot_be_said():
    assert step([50, 40, 40, 60], seasonal=True).barrier is Barrier.NOTHING_BEFORE
    assert step([None, 40, 40, 40, 60], seasonal=True).barrier is Barrier.NOTHING_BEFORE


def test_a_seasonal_figure_is_held_against_the_last_one_of_its_season_that_there_is():
    assert step([50, 1, 1, 1, None, 1, 1, 1, 60], seasonal=True).since == NOW - 8
    assert step([50, 1, 1, 1, 55, 1, 1, 1, 60], seasonal=True).since == NOW - 4


def test_the_last_figure_before_a_gap_is_comparable():
    assert step([50, None, 60]).since == NOW - 2


@pytest.mark.parametrize(
    ("values", "barrier"), [([], Barrier.NO_FIGURE), ([50, None], Barrier.NO_FIGURE), ([50], Barrier.NOTHING_BEFORE)]
)
def test_what_is_not_there_cannot_be_said(values, barrier):
    found = step(values)
    assert (found.direction, found.barrier, found.said) == (Direction.CANNOT_BE_SAID, barrier, False)


def test_too_few_counted_now_cannot_be_said():
    assert step([4, 5], of=9).barrier is Barrier.TOO_FEW


def test_figures_from_too_few_are_passed_over():
    figures = {NOW - 2: Known(40.0, 80, 200), NOW - 1: Known(50.0, 1, 2), NOW: Known(60.0, 120, 200)}
    assert latest_step(kpi(rated_from=10), KENT, figures, TARGET).since == NOW - 2


def test_a_break_between_is_named():
    found = step([50, 60], breaks={str(NOW): "another return"})
    assert (found.direction, found.barrier, found.broken) == (
        Direction.CANNOT_BE_SAID,
        Barrier.BREAK,
        Break(NOW, "another return"),
    )


def test_a_rolling_year_that_mixes_definitions_cannot_be_said():
    for back in range(3):
        found = step([50] * 8 + [60], basis=R12M, breaks={str(NOW - back): "another return"})
        assert (found.barrier, found.broken.quarter) == (Barrier.BREAK, NOW - back)
    assert step([50] * 8 + [60], basis=R12M, breaks={str(NOW - 6): "another return"}).barrier is Barrier.BREAK
    assert step([50] * 8 + [60], basis=R12M, breaks={str(NOW - 7): "another return"}).direction is Direction.IMPROVING


def test_close_to_target_is_about_the_distance():
    close = Target("2019/20 Q1", 180, 60, "plan", tolerance=20)
    about = {"better": "target", "targets": (close,), "target": close, "least_change": 10.0}
    assert step([200, 150], **about).direction is Direction.WORSENING
    assert step([200, 165], **about).direction is Direction.NO_REAL_CHANGE
    assert step([200, 185], **about).direction is Direction.IMPROVING
    assert step([200, 190], **about | {"target": None}).barrier is Barrier.NO_TARGET


def test_a_distance_is_no_sample():
    close = Target("2019/20 Q1", 50, 30, "plan", tolerance=5)
    assert step([80, 120], of=200, better="target", target=close).direction is Direction.NO_REAL_CHANGE


def test_an_activity_indicator_rises_or_falls():
    assert step([80, 120], of=200, better=None).direction is Direction.RISING
    assert step([120, 80], of=200, better=None).direction is Direction.FALLING


# Against a reference


def test_a_reference_is_judged_by_the_same_tests_but_the_row():
    rising = kpi(rated_from=10, least_change=3.0)
    figures = seen(50, 50.1, 50.2, 50.3, 50.4, 50.5, 50.6)
    assert latest_step(rising, KENT, figures, TARGET).proof is Proof.ROW
    found = steps_since(rising, KENT, figures, TARGET, [NOW - 6])[0]
    assert (found.direction, found.proof, found.since) == (Direction.NO_REAL_CHANGE, Proof.LEAST, NOW - 6)
    assert steps_since(rising, KENT, seen(80, 90, 130, of=200), TARGET, [NOW - 2])[0].direction is Direction.IMPROVING


def test_a_reference_that_cannot_be_compared_says_why():
    broken = kpi(rated_from=10, breaks={str(NOW - 1): "another return"})
    assert steps_since(broken, KENT, seen(50, 50, 60), TARGET, [NOW - 2])[0].barrier is Barrier.BREAK
    assert steps_since(broken, KENT, seen(50, 50, 60), TARGET, [None])[0].barrier is Barrier.NOTHING_BEFORE
    few = {NOW - 2: Known(50.0, 1, 2), NOW: Known(50.0, 100, 200)}
    assert steps_since(kpi(rated_from=10), KENT, few, TARGET, [NOW - 2])[0].barrier is Barrier.TOO_FEW_BEFORE


# Whatever the series


@given(some.lists(some.one_of(some.none(), some.integers(0, 200)), max_size=20), some.booleans(), some.booleans())
def test_better_and_worse_are_each_others_mirror(hits, seasonal, rolling):
    changes = {"seasonal": seasonal, "of": 200} | ({"basis": R12M} if rolling else {})
    up, down = step(hits, better="higher", **changes), step(hits, better="lower", **changes)
    mirror = {Direction.IMPROVING: Direction.WORSENING, Direction.WORSENING: Direction.IMPROVING}
    assert down.direction is mirror.get(up.direction, up.direction)
    assert (up.since, up.change, up.proof) == (down.since, down.change, down.proof)


@given(some.lists(some.integers(0, 200), min_size=2, max_size=20))
def test_a_real_step_goes_where_the_number_goes(hits):
    found = step(hits, of=200)
    assert found.direction in (Direction.NO_REAL_CHANGE, Direction.IMPROVING if hits[-1] > hits[-2] else Direction.WORSENING)
    assert hits[-1] != hits[-2] or found.direction is Direction.NO_REAL_CHANGE


@pytest.mark.parametrize("length", [2, 6, 13])
def test_a_series_in_which_nothing_happens_is_rarely_said_to_move(length):
    chance = random.Random(7)
    runs = [[sum(chance.random() < 0.4 for _ in range(100)) for _ in range(length)] for _ in range(600)]
    moved = sum(step(hits, of=100).direction is not Direction.NO_REAL_CHANGE for hits in runs)
    assert moved <= 0.075 * len(runs)
