from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from disclosure.rule import Hidden, NoFigure, Number
from kpis.kpi import Expected, Target
from kpis.outcome import Reason
from kpis.registry import registry
from programme.published import published_figures
from reports.language.numbers import (
    amount_text,
    count_text,
    described,
    figure_text,
    number_text,
    published_text,
    shown_text,
    target_and_floor,
    target_text,
    title_in_sentence,
    typed_text,
)
from tests.reports.build import a_figure

SHARE = registry()["plans_within_20_weeks"]
SIXTY = Target(since="2019/20 Q3", value=60, floor=40, basis="test")


@pytest.mark.parametrize(
    ("value", "decimals", "text"),
    [
        (0.5, 0, "1"),
        (1.5, 0, "2"),
        (2.5, 0, "3"),
        (-2.5, 0, "−3"),
        (41.35, 1, "41.4"),
        (41.25, 1, "41.3"),
        (0.0, 1, "0.0"),
        (-0.04, 1, "0.0"),
        (1080.0, 0, "1,080"),
    ],
)
def test_numbers_round_half_away_from_zero(value, decimals, text):
    assert number_text(value, decimals) == text


@given(st.integers(-(10**9), 10**9))
def test_a_whole_number_reads_back_as_itself(number):
    assert int(number_text(number, 0).replace(",", "").replace("−", "-")) == number


def test_amounts_carry_their_unit():
    assert amount_text(SHARE, 41.4) == "41.4%"
    assert amount_text(replace(SHARE, unit="weeks", decimals=0), 1) == "1 week"
    assert amount_text(replace(SHARE, unit="weeks", decimals=0), 26) == "26 weeks"
    assert amount_text(replace(SHARE, unit="rate", per="per 1,000 plans"), 8.2) == "8.2 per 1,000 plans"
    assert amount_text(replace(SHARE, unit="count", decimals=0), 1080) == "1,080"


def test_rounding_never_hides_a_miss():
    assert shown_text(SHARE, Number(59.96), SIXTY) == "59.96%"
    assert shown_text(SHARE, Number(60.04), SIXTY) == "60.0%"
    assert shown_text(SHARE, Number(39.97), SIXTY) == "39.97%"
    lower = replace(SHARE, better="lower")
    assert shown_text(lower, Number(60.04), Target(since="2019/20 Q3", value=60, floor=70, basis="test")) == "60.04%"


def test_a_miss_takes_up_to_four_decimals_and_then_words():
    assert shown_text(SHARE, Number(59.9996), SIXTY) == "59.9996%"
    assert shown_text(SHARE, Number(59.99996), SIXTY) == "60.0%, just below 60.0%"
    assert shown_text(SHARE, Number(39.99999), SIXTY) == "40.0%, just below 40.0%"
    assert shown_text(SHARE, Number(60.00001), SIXTY) == "60.0%"
    lower = replace(SHARE, better="lower")
    at_most = Target(since="2019/20 Q3", value=60, floor=70, basis="test")
    assert shown_text(lower, Number(60.0004), at_most) == "60.0004%"
    assert shown_text(lower, Number(60.00004), at_most) == "60.0%, just above 60.0%"
    assert shown_text(lower, Number(70.00004), at_most) == "70.0%, just above 70.0%"


@pytest.mark.parametrize(
    ("value", "text"),
    [
        (200.0, "200"), (200.4, "200.4"), (200.003, "200.003"), (200.00003, "200, just above 200"),
        (160.0, "160"), (159.98, "159.98"), (159.99999, "160, just below 160"),
        (240.2, "240.2"), (119.7, "119.7"), (199.6, "200"), (240.0, "240"),
    ],
)  # fmt: skip
def test_a_miss_of_the_tolerance_shows_on_either_side(value, text):
    caseload = replace(SHARE, unit="ratio", decimals=0, better="target")
    close = Target(since="2021/22 Q3", value=180, floor=60, basis="test", tolerance=20)
    assert shown_text(caseload, Number(value), close) == text


def test_a_figure_outside_the_range_that_is_expected_shows_it():
    expected = Expected(40, 50, "test")
    asked = replace(SHARE, better=None, targets=(), expected=expected, decimals=0)
    assert [shown_text(asked, Number(value)) for value in (50, 50.3, 50.000004, 39.8, 40.4)] == [
        "50%", "50.3%", "50%, just above 50%", "39.8%", "40%",
    ]  # fmt: skip


@given(st.floats(0, 120), st.sampled_from([0, 1, 2]), st.sampled_from(["higher", "lower", "target"]))
def test_what_is_missed_never_reads_as_met(value, decimals, better):
    kpi = replace(SHARE, unit="ratio", decimals=decimals, better=better)
    floor = {"higher": 40, "lower": 80, "target": 20}[better]
    target = Target(since="2019/20 Q3", value=60, floor=floor, basis="test", tolerance=10)
    text = shown_text(kpi, Number(value), target)
    seen = float(text.split(",")[0])
    for edge, sign in {
        "higher": ((60, -1), (40, -1)), "lower": ((60, 1), (80, 1)), "target": ((70, 1), (80, 1), (50, -1), (40, -1)),
    }[better]:  # fmt: skip
        if (value - edge) * sign > 0:
            assert (seen - edge) * sign > 0 or text.endswith(f"just {'above' if sign > 0 else 'below'} {edge:.{decimals}f}")
        else:
            assert (seen - edge) * sign <= 0


def test_missing_and_hidden_figures_say_which_they_are():
    assert shown_text(SHARE, NoFigure(Reason.NOT_RETURNED)) == "no figure: not returned"
    assert shown_text(SHARE, Hidden()) == "c"


def test_targets_in_words():
    assert target_text(SHARE, SIXTY) == "at least 60.0%"
    assert target_text(replace(SHARE, better="lower"), SIXTY) == "at most 60.0%"
    assert target_text(SHARE, None) == "none"
    caseload = replace(SHARE, unit="ratio", decimals=0, better="target")
    assert (
        target_text(caseload, Target(since="2021/22 Q3", value=180, floor=60, basis="test", tolerance=20))
        == "180, give or take 20"
    )


def test_target_and_floor_in_words():
    assert target_and_floor(SHARE, SIXTY) == "at least 60.0%, floor 40.0%"
    assert target_and_floor(SHARE, None) == "none"
    caseload = replace(SHARE, unit="ratio", decimals=0, better="target")
    close = Target(since="2021/22 Q3", value=180, floor=60, basis="test", tolerance=20)
    assert target_and_floor(caseload, close) == "180, give or take 20, floor 60 away"


def test_no_sentence_begins_with_a_number():
    assert title_in_sentence(SHARE) == SHARE.title
    assert title_in_sentence(replace(SHARE, title="16 year olds")) == "KPI “16 year olds”"


def test_a_reason_says_what_is_counted_and_no_measures_id():
    assert described("not returned (plans_issued for 2024/25 Q3)") == (
        "not returned (“Plans issued, excluding exceptions” for 2024/25 Q3)"
    )
    assert described("its target is for Kent as a whole") == "its target is for Kent as a whole"
    assert described("schools were closed") == "schools were closed"


def test_figures_read_as_typed():
    assert figure_text(a_figure("plans_issued", 1080)) == "1,080"
    assert figure_text(a_figure("educational_psychology_posts_vacant", 12.5)) == "12.5"
    assert figure_text(a_figure("plans_issued", "c")) == "c"
    assert figure_text(None) == "no figure"


def test_counts_stand_whole_and_a_missing_one_is_left_empty():
    assert (count_text(1080.0), count_text(0), count_text(None)) == ("1,080", "0", "")
    assert (typed_text(1080.0), typed_text(12.5), typed_text(0)) == ("1,080", "12.5", "0")


@pytest.mark.parametrize(("unit", "text"), [("percent", "55.0%"), ("rate", "55.0")])
def test_a_published_rate_stands_in_its_own_unit(unit, text):
    published = replace(next(iter(published_figures().values())), unit=unit)
    assert (published_text(published, 55.0), published_text(published, None)) == (text, "not published")
