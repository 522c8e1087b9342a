from fractions import Fraction
from math import comb, exp, factorial

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kpis.chance import RARE, USUAL, Spread, binomial_spread, poisson_spread


def binomial_by_hand(trials: int, share: Fraction, outside: float) -> Spread:
    """The same by exact fractions: the first count whose added-up chance reaches each tail."""
    total, low = Fraction(0), None
    for count in range(trials + 1):
        total += comb(trials, count) * share**count * (1 - share) ** (trials - count)
        if low is None and total >= Fraction(outside) / 2:
            low = count
        if total >= 1 - Fraction(outside) / 2:
            return Spread(low, count)
    raise AssertionError("chances add up to one")


@given(st.integers(1, 60), st.integers(1, 99), st.sampled_from([USUAL, RARE]))
def test_binomial_limits_are_those_of_exact_fractions(trials, percent, outside):
    assert binomial_spread(trials, percent / 100, outside) == binomial_by_hand(trials, Fraction(percent, 100), outside)


@given(st.floats(0.1, 40), st.sampled_from([USUAL, RARE]))
def test_poisson_limits_hold_what_they_promise(expected, outside):
    found = poisson_spread(expected, outside)
    chances = [exp(-expected) * expected**count / factorial(count) for count in range(found.high + 1)]
    assert sum(chances[: found.low]) < outside / 2 + 1e-12
    assert sum(chances) >= 1 - outside / 2 - 1e-9
    assert sum(chances[:-1]) < 1 - outside / 2 + 1e-9


def test_a_published_table_of_the_poisson_distribution():
    # Expected 10: 4 and 17 are the usual two-sided 95% points of the tables.
    assert poisson_spread(10, USUAL) == Spread(4, 17)


@pytest.mark.parametrize(
    ("trials", "share", "spread"), [(50, 0, Spread(0, 0)), (50, 1, Spread(50, 50)), (0, 0.5, Spread(0, 0))]
)
def test_what_is_certain_has_no_spread(trials, share, spread):
    assert binomial_spread(trials, share, USUAL) == spread


def test_nothing_expected_is_nothing():
    assert poisson_spread(0, USUAL) == Spread(0, 0)


def test_large_counts_do_not_underflow():
    found = binomial_spread(20_000, 0.36, USUAL)
    assert found.low < 7_200 < found.high
    assert 250 < found.high - found.low < 280  # 3.92 standard deviations of 67.9


@given(st.integers(1, 3000), st.floats(0.01, 0.99))
def test_the_rare_limits_lie_around_the_usual_ones(trials, share):
    usual, rare = (binomial_spread(trials, share, outside) for outside in (USUAL, RARE))
    assert rare.low <= usual.low <= usual.high <= rare.high
