import random
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st
from statprocon import XmR

from kpis.basis import MS, R12M, YTD, Q
from kpis.spc import Assurance, Rebase, Variation, assurance, chartable, rebases, variation, variation_of, xmr
from kpis.spc_rules import SpecialCause
from programme.quarter import Quarter
from tests.kpis.series import kpi

NELSON = [1, 2, 1, 2, 10, 1, 2, 1, 2, 1, 2, 1, 2, 1, 2, 1, 2, 1]
FLAT = [10, 11, 9, 10, 11, 9, 10, 11, 9, 10, 11, 9]
ITS_ROUNDING = 0.003  # statprocon rounds mean, moving range and limit to three decimals each
VALUES = st.lists(st.integers(-1000, 1000).map(lambda tenths: tenths / 10), min_size=12, max_size=40)


def lines(point):
    return tuple(None if line is None else round(line, 2) for line in (point.lower, point.centre, point.upper))


def causes(chart):
    return [point.special_cause for point in chart]


def test_the_worked_example_with_and_without_screening():
    assert lines(xmr(NELSON)[0]) == (-0.72, 1.94, 4.60)
    assert lines(xmr(NELSON, screen_outliers=False)[0]) == (-3.06, 1.94, 6.95)
    assert [index for index, point in enumerate(xmr(NELSON)) if point.special_cause != "common_cause"] == [4]
    assert xmr(NELSON)[4].special_cause == "above_upper_limit"


def test_a_tie_is_no_trend():
    assert not {"rising_trend", "falling_trend"} & set(causes(xmr([1, 2, 3, 3, 4, 5, 6])))


def test_two_points_near_opposite_limits_are_no_special_cause():
    values = [*FLAT, 14, 6, *FLAT]
    chart = xmr(values)
    high, low = chart[12], chart[13]
    assert high.centre + (high.upper - high.centre) * 2 / 3 < 14 < high.upper
    assert low.lower < 6 < low.centre - (low.centre - low.lower) * 2 / 3
    assert set(causes(chart)) == {"common_cause"}


@pytest.mark.parametrize("seed", range(20))
def test_limits_agree_with_another_implementation(seed):
    chance = random.Random(seed)
    values = [round(chance.gauss(50, 12), 1) for _ in range(chance.randint(7, 40))]
    other = XmR(values).x_to_dict()
    chart = xmr(values, screen_outliers=False)
    assert [point.upper for point in chart] == pytest.approx([float(line) for line in other["unpl"]], abs=ITS_ROUNDING)
    assert [point.centre for point in chart] == pytest.approx([float(line) for line in other["cl"]], abs=ITS_ROUNDING)
    assert [point.lower for point in chart] == pytest.approx([float(line) for line in other["lnpl"]], abs=ITS_ROUNDING)


@given(VALUES)
def test_screened_limits_agree_with_a_second_calculation(values):
    ranges = [abs(after - before) for before, after in pairwise(values)]
    mean_range = sum(ranges) / len(ranges)
    kept = [each for each in ranges if each < 3.267 * mean_range]
    reach = 2.66 * (sum(kept) / len(kept) if any(kept) else mean_range)
    assert xmr(values)[0].upper - xmr(values)[0].centre == pytest.approx(reach, abs=1e-6)


@given(VALUES, st.integers(1, 50), st.integers(-100, 100))
def test_another_unit_gives_the_same_causes(values, scale, shift):
    assert causes(xmr([value * scale + shift for value in values])) == causes(xmr(values))


@given(VALUES)
def test_upside_down_gives_the_opposite_causes(values):
    opposite = {
        "above_upper_limit": "below_lower_limit",
        "rising_trend": "falling_trend",
        "two_of_three_high": "two_of_three_low",
        "run_above_centre": "run_below_centre",
    }
    opposite |= {after: before for before, after in opposite.items()} | {"common_cause": "common_cause"}
    assert causes(xmr([-value for value in values])) == [opposite[cause] for cause in causes(xmr(values))]


@given(st.floats(-1e6, 1e6), st.integers(7, 30))
def test_a_value_that_never_changes_is_common_cause(value, count):
    assert set(causes(xmr([value] * count))) == {"common_cause"}


def test_fewer_than_seven_points_have_no_limits():
    chart = xmr([1, 2, 3, 4, 5, 60])
    assert {lines(point) for point in chart} == {(None, 12.5, None)}
    assert set(causes(chart)) == {"common_cause"}
    assert not chart[0].trial
    assert xmr([1, 2, 1, 2, 1, 2, 1])[0].upper is not None


def test_fewer_than_twelve_points_are_trial_limits():
    assert all(point.trial for point in xmr(FLAT[:11]))
    assert not any(point.trial for point in xmr(FLAT))


def test_gaps_do_not_count_as_points():
    assert xmr([1, 2, 1, None, 2, 1, 2])[0].upper is None
    assert xmr([1, 2, 1, None, 2, 1, 2, 1])[0].upper is not None


def test_a_gap_is_a_point_without_value_or_cause_on_the_lines_of_its_phase():
    chart = xmr([*FLAT[:6], None, *FLAT[6:]])
    assert (chart[6].value, chart[6].special_cause) == (None, None)
    assert lines(chart[6]) == lines(chart[0])


def test_no_moving_range_is_taken_across_a_gap():
    with_jump = xmr([1, 2, 1, 2, 1, 2, None, 2, 1, 2, 1, 2, 1])
    assert with_jump[0].upper - with_jump[0].centre == pytest.approx(2.66)
    assert lines(xmr([10, 10, 10, 10, None, 50, 50, 50, 50])[0]) == (None, 30, None)


def test_a_gap_neither_breaks_nor_extends_a_run():
    high, low = [11, 15, 11, 15, 11, 15, 11], [9, 5, 9, 5, 9, 5, 9]
    chart = xmr([*low, *high[:3], None, None, *high[3:]])
    assert causes(chart)[7:] == ["run_above_centre"] * 3 + [None, None] + ["run_above_centre"] * 4
    assert "run_above_centre" not in causes(xmr([*low, 5, *high[:3], None, *high[3:6], 9]))


def test_a_gap_neither_breaks_nor_extends_a_trend():
    rising = [20, 24, 20, 24, 18, 19, 20, 21, None, 22, 23, 24, 21]
    assert causes(xmr(rising))[4:12] == [*["rising_trend"] * 4, None, *["rising_trend"] * 3]
    assert "rising_trend" not in causes(xmr([20, 24, 20, 24, 19, 20, 21, None, 22, 23, 24, 21]))


def test_leaving_gaps_out_brings_the_numbers_of_the_nhs_tool_back():
    gapped = [10, 12, None, 20, 18, 19, 21, 20, 18]
    assert lines(xmr(gapped)[0]) != lines(xmr([value for value in gapped if value is not None])[0])


@pytest.mark.parametrize(("jump", "kept"), [(3.70, True), (3.86, False)])
def test_a_moving_range_of_3_267_times_their_mean_or_more_is_left_out(jump, kept):
    values = [1, 2, 1, 2, 1, 2, 1, 2, 1, *[1 + jump, jump] * 4, 1 + jump]
    mean_range = (16 + jump) / 17
    assert (jump < 3.267 * mean_range) is kept
    point = xmr(values)[0]
    assert point.upper - point.centre == pytest.approx(2.66 * (mean_range if kept else 1))


def test_the_latest_point_is_the_last_that_is_known():
    chart = xmr([*FLAT, None, None])
    assert (chart.latest_index, chart.latest) == (11, chart[11])
    assert xmr([None]).latest_index is None


def test_screening_that_would_leave_no_movement_is_not_applied():
    chart = xmr([5] * 8 + [6] * 8)
    assert chart[0].upper - chart[0].centre == pytest.approx(2.66 / 15)


def test_each_phase_has_its_own_limits_and_no_rule_looks_across():
    chart = xmr([*FLAT, *[value + 50 for value in FLAT]], rebase_at=[12])
    assert (chart[0].centre, chart[12].centre) == (10, 60)
    assert set(causes(chart)) == {"common_cause"}
    assert "common_cause" not in causes(xmr([*FLAT, *[value + 50 for value in FLAT]]))


def test_a_phase_that_has_just_begun_has_no_limits_yet():
    chart = xmr([*FLAT, 60, 61], rebase_at=[12])
    assert chart[11].upper is not None
    assert lines(chart[12]) == (None, 60.5, None)
    assert variation(chart, "higher") is None
    assert assurance(chart, 50, "higher") is None


def test_rebasing_at_the_start_changes_nothing():
    assert xmr(FLAT, rebase_at=(0,)) == xmr(FLAT)


@pytest.mark.parametrize("index", [-1, 12])
def test_a_phase_must_begin_inside_the_series(index):
    with pytest.raises(ValueError, match=rf"must begin inside the series of 12 values, got: \[{index}\]"):
        xmr(FLAT, rebase_at=[index])


@pytest.mark.parametrize("value", [float("nan"), float("inf")])
def test_a_value_must_be_a_number(value):
    with pytest.raises(ValueError, match="finite number, or None for a gap"):
        xmr([1, value])


@pytest.mark.parametrize("values", [[], [None, None]])
def test_nothing_known_gives_nothing(values):
    chart = xmr(values)
    assert len(chart) == len(values)
    assert chart.latest is None
    assert variation(chart, "higher") is None
    assert assurance(chart, 1, "higher") is None
    assert all(point.centre is None for point in chart)


@pytest.mark.parametrize(
    ("last", "better", "expected"),
    [
        (30, "higher", Variation.IMPROVING),
        (30, "lower", Variation.CONCERNING),
        (-10, "higher", Variation.CONCERNING),
        (-10, "lower", Variation.IMPROVING),
        (30, None, Variation.NEITHER),
        (30, "target", Variation.NEITHER),
        (10, "higher", Variation.COMMON_CAUSE),
        (10, None, Variation.COMMON_CAUSE),
    ],
)
def test_variation_follows_polarity(last, better, expected):
    assert variation(xmr([*FLAT, last]), better) is expected
    assert variation(xmr([*FLAT, last, None]), better) is expected


def test_a_falling_trend_that_is_still_above_the_centre_is_concerning():
    chart = xmr([0, 8, 0, 8, 0, 8, 0, 8, 9, 8.5, 8, 7.5, 7, 6.5, 6])
    assert chart.latest.special_cause is SpecialCause.FALLING_TREND
    assert chart.latest.value > chart.latest.centre
    assert variation(chart, "higher") is Variation.CONCERNING


@pytest.mark.parametrize(
    ("target", "better", "expected"),
    [
        (5, "higher", Assurance.CONSISTENT_PASS),
        (5, "lower", Assurance.CONSISTENT_FAIL),
        (20, "higher", Assurance.CONSISTENT_FAIL),
        (20, "lower", Assurance.CONSISTENT_PASS),
        (10, "higher", Assurance.INCONSISTENT),
        (10, "target", None),
        (10, None, None),
        (None, "higher", None),
    ],
)
def test_assurance_holds_the_target_against_the_limits(target, better, expected):
    assert assurance(xmr(FLAT), target, better) is expected


def test_a_target_on_the_limit_is_inconsistent():
    point = xmr(FLAT)[0]
    assert assurance(xmr(FLAT), point.lower, "higher") is Assurance.INCONSISTENT
    assert assurance(xmr(FLAT), point.upper, "higher") is Assurance.INCONSISTENT


def test_rebases_come_from_the_dated_breaks_of_a_kpi():
    quarters = Quarter.parse("2022/23 Q1").to(Quarter.parse("2023/24 Q4"))
    assert rebases({"2022/23 Q4": "another return"}, quarters) == (Rebase(3, Quarter(2022, 4), "another return"),)
    assert rebases({"2030/31 Q1": "later"}, quarters) == ()
    assert rebases({"2019/20 Q1": "before the series began"}, quarters) == ()


def test_a_break_in_a_quarter_without_a_figure_begins_at_the_next():
    yearly = [Quarter(2021, 3), Quarter(2022, 3), Quarter(2023, 3)]
    assert rebases({"2022/23 Q4": "another return"}, yearly) == (Rebase(2, Quarter(2023, 3), "another return"),)


def test_a_rebase_must_give_its_reason():
    with pytest.raises(ValueError, match="must give its reason, got none for 2022/23 Q4"):
        Rebase(3, Quarter(2022, 4), " ")


def test_figures_that_share_quarters_are_not_charted():
    assert [chartable(kpi(basis=basis)) for basis in (Q, MS, R12M, YTD)] == [True, True, False, False]


def test_what_a_cause_means_follows_the_better_direction():
    high, low = SpecialCause.RUN_ABOVE_CENTRE, SpecialCause.RUN_BELOW_CENTRE
    assert variation_of(high, "higher") is variation_of(low, "lower") is Variation.IMPROVING
    assert variation_of(low, "higher") is variation_of(high, "lower") is Variation.CONCERNING
    assert variation_of(high, None) is variation_of(low, "target") is Variation.NEITHER
    assert variation_of(SpecialCause.COMMON_CAUSE, None) is Variation.COMMON_CAUSE
