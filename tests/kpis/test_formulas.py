import pytest
from hypothesis import given
from hypothesis import strategies as st

from kpis.formulas import Count, Latest, Maximum, PublishedValue, Rate, Ratio, Share
from kpis.outcome import Known, Reason, Unknown

DIVIDING = [Share("top", "bottom"), Rate("top", "bottom", per=1000), Ratio("top", "bottom")]
ONE = [Count("top"), Latest("top"), Maximum("top")]
ABSENT = Unknown(Reason.NOT_RETURNED, "it")
counts = st.integers(0, 10**6)


@pytest.mark.parametrize(
    "formula, number", [(Share("a", "b"), 25.0), (Rate("a", "b", per=1000), 250.0), (Ratio("a", "b"), 0.25)]
)
def test_a_quotient_remembers_what_it_was_divided_from(formula, number):
    assert formula.work_out({"a": Known(10), "b": Known(40)}) == Known(number, 10, 40)


@pytest.mark.parametrize("formula", DIVIDING)
def test_nothing_can_be_divided_by_zero(formula):
    assert formula.work_out({"top": Known(3), "bottom": Known(0)}) == Unknown(Reason.ZERO_DENOMINATOR, "bottom")
    assert formula.work_out({"top": Known(0), "bottom": Known(0)}) == Unknown(Reason.ZERO_DENOMINATOR, "bottom")


@pytest.mark.parametrize("formula", DIVIDING)
def test_an_absent_part_leaves_no_figure_and_says_which(formula):
    other = Unknown(Reason.SUPPRESSED, "other")
    assert formula.work_out({"top": ABSENT, "bottom": Known(40)}) == ABSENT
    assert formula.work_out({"top": Known(10), "bottom": ABSENT}) == ABSENT
    assert formula.work_out({"top": ABSENT, "bottom": other}) == ABSENT


@pytest.mark.parametrize("formula", DIVIDING)
def test_zero_of_something_is_zero(formula):
    assert formula.work_out({"top": Known(0), "bottom": Known(40)}) == Known(0, 0, 40)


@pytest.mark.parametrize("formula", ONE)
def test_one_measure_is_itself_known_or_not(formula):
    assert formula.measures == ("top",)
    assert formula.work_out({"top": Known(7)}) == Known(7)
    assert formula.work_out({"top": ABSENT}) == ABSENT


def test_a_published_value_needs_no_measure():
    assert PublishedValue("a8").measures == ()
    assert PublishedValue("a8").work_out({"a8": Known(13.3)}) == Known(13.3)


def test_quotients_name_the_part_first():
    assert all(formula.measures == ("top", "bottom") for formula in DIVIDING)


@given(counts, counts.filter(bool))
def test_a_share_meets_a_whole_percentage_exactly_when_the_counts_do(top, bottom):
    share = Share("a", "b").work_out({"a": Known(top), "b": Known(bottom)}).number
    assert (share >= 60) == (100 * top >= 60 * bottom)
