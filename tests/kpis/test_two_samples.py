"""The tests hold the share of errors they promise: worked out over every pair, and drawn at random as evaluators would."""

from math import comb

import numpy as np
import pytest

from kpis.two_samples import chance_of_counts, chance_of_shares, rate_error, share_error

RARE = 0.05


def mid_p_of_shares(before, now):
    """The same test as a person would explain it: add up every table with the same margins."""
    (a, n1), (b, n2) = before, now
    ways = {k: comb(n2, k) * comb(n1, a + b - k) for k in range(max(0, a + b - n1), min(n2, a + b) + 1)}
    upper = sum(each for k, each in ways.items() if k > b) + ways[b] / 2
    lower = sum(each for k, each in ways.items() if k < b) + ways[b] / 2
    return min(1, 2 * min(upper, lower) / sum(ways.values()))


def mid_p_of_counts(before, now, share=0.5):
    both = before + now
    parts = [comb(both, k) * share**k * (1 - share) ** (both - k) for k in range(both + 1)]
    return min(1, 2 * min(sum(parts[now + 1 :]) + parts[now] / 2, sum(parts[:now]) + parts[now] / 2))


@pytest.mark.parametrize(
    ("before", "now"),
    [((1, 2), (4, 13)), ((80, 200), (100, 200)), ((0, 30), (5, 40)), ((30, 30), (25, 30)), ((3, 7), (3, 7))],
)
def test_shares_as_a_person_would_add_them_up(before, now):
    assert chance_of_shares(before, now) == pytest.approx(mid_p_of_shares(before, now))
    assert chance_of_shares(now, before) == pytest.approx(mid_p_of_shares(before, now))


@pytest.mark.parametrize(("before", "now", "share"), [(30, 45, 0.5), (45, 30, 0.5), (4, 11, 0.3), (0, 6, 0.5), (7, 0, 0.6)])
def test_counts_as_a_person_would_add_them_up(before, now, share):
    assert chance_of_counts(before, now, share) == pytest.approx(mid_p_of_counts(before, now, share))


def test_one_of_two_is_no_evidence_and_nothing_against_nothing_is_certain():
    assert chance_of_shares((1, 2), (4, 13)) > 0.5
    assert (chance_of_shares((0, 10), (0, 10)), chance_of_counts(0, 0)) == (1, 1)
    assert chance_of_shares((80, 200), (100, 200)) == pytest.approx(0.04536, abs=1e-5)


def test_samples_of_millions_are_worked_out():
    assert chance_of_shares((500_000, 3_500_000), (500_000, 3_500_000)) > 0.99
    assert chance_of_shares((500_000, 3_500_000), (510_000, 3_500_000)) < 1e-9


@pytest.mark.parametrize(("cases", "share"), [(200, 0.4), (100, 0.5), (30, 0.2), (1000, 0.03), (60, 0.9)])
def test_unchanged_shares_are_rarely_called_changed(cases, share):
    drawn = np.random.default_rng(11).binomial(cases, share, size=(5000, 2))
    changed = np.mean([chance_of_shares((int(a), cases), (int(b), cases)) < RARE for a, b in drawn])
    assert changed <= 0.06
    assert cases < 200 or changed >= 0.03


@pytest.mark.parametrize("expected", [3, 10, 30, 100])
def test_unchanged_counts_are_rarely_called_changed(expected):
    drawn = np.random.default_rng(12).poisson(expected, size=(5000, 2))
    changed = np.mean([chance_of_counts(int(a), int(b)) < RARE for a, b in drawn])
    assert changed <= 0.06
    assert expected < 30 or changed >= 0.03


@pytest.mark.parametrize(("before", "now"), [(1000, 400), (500, 1500)])
def test_unchanged_rates_on_other_bases_are_rarely_called_changed(before, now):
    chance = np.random.default_rng(13)
    drawn = zip(chance.poisson(0.05 * before, 5000), chance.poisson(0.05 * now, 5000), strict=True)
    changed = np.mean([chance_of_counts(int(a), int(b), now / (before + now)) < RARE for a, b in drawn])
    assert 0.03 <= changed <= 0.06


def test_a_real_change_is_found():
    assert chance_of_shares((80, 200), (120, 200)) < 0.001
    assert chance_of_counts(30, 60) < 0.01
    assert chance_of_counts(30, 60, 2 / 3) > 0.9


def test_errors_by_chance_alone():
    assert share_error((50, 100), (50, 100)) == pytest.approx(0.07071, abs=1e-5)
    assert rate_error((30, 1), (30, 1)) == pytest.approx(60**0.5)
    assert rate_error((5, 1000), (15, 1000)) == pytest.approx((20 / 2000 * 2 / 1000) ** 0.5)
    assert share_error((0, 10), (0, 10)) == 0
