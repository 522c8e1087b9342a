from math import exp, sqrt

import pytest

from loaders.rules.usual import REVISED, Guess, Reach, UsualParts, parts, reach

STEADY = [[10, 20, 30], [20, 40, 60], [10, 20, 30], [30, 60, 90], [10, 20, 30]]


def test_districts_keep_their_parts_of_the_whole():
    found = parts(STEADY)
    assert found.shares == pytest.approx((1 / 6, 1 / 3, 1 / 2))
    assert found.dispersion == pytest.approx(0)
    assert [each.value for each in found.expected(120)] == pytest.approx([20, 40, 60])
    assert found.expected(120)[0].spread == pytest.approx(sqrt(1 / 6))


def test_a_wrong_number_does_not_speak_for_itself():
    assert [each.value for each in parts(STEADY).beside_the_others([100, 20, 30])] == pytest.approx([10, 130 / 2, 120])


def test_the_dispersion_is_the_variance_of_a_count_for_each_one_expected():
    """Three districts of 20 expected: twice as far astray is four times the variance."""

    def swinging(by):
        return [[20 + by, 20 - by, 20], [20, 20 + by, 20 - by], [20 - by, 20, 20 + by]] * 4

    assert parts(swinging(4)).dispersion == pytest.approx(4 * parts(swinging(2)).dispersion, rel=0.01)
    assert 0.1 < parts(swinging(2)).dispersion < 0.4


@pytest.mark.parametrize("before", [[], STEADY[:3], [[1, 2]] * 9, [[0, 0, 0]] * 9, [[1, 1, 98]] * 9])
def test_too_little_to_expect_anything(before):
    assert parts(before) is None


def test_where_sizes_say_more_they_are_asked():
    sizes = [[100, 200, 300], [300, 100, 200], [200, 300, 100], [100, 300, 200], [250, 100, 250], [100, 200, 300]]
    halves = [[number / 2 for number in each] for each in sizes]
    found = parts(halves, sizes, [300, 300, 300])
    assert found.shares == pytest.approx((1 / 3, 1 / 3, 1 / 3))
    assert found.leeway == 2 * REVISED
    assert parts(STEADY, STEADY, [1, 1, 1]).leeway == REVISED


def test_how_far_a_number_is_astray():
    assert Guess(20, 4).astray(28) == 2
    assert UsualParts((0.5, 0.5), 1.0).expected(8)[0].spread == pytest.approx(sqrt(4 + 1 / 6))


def test_a_series_that_never_moves_reaches_as_far_as_late_records():
    assert reach(dict.fromkeys(range(-8, 0), 100.0), 0) == Reach(
        pytest.approx(100 * exp(-REVISED)), pytest.approx(100 * exp(REVISED))
    )


def test_a_series_that_grows_is_expected_to_grow_on():
    series = {at: 100.0 + 10 * (at + 9) for at in range(-9, 0)}
    assert 190 in reach(series, 0)
    assert 100 not in reach(series, 0)


def test_a_season_is_expected_as_a_year_ago():
    series = {at: (100.0, 400.0, 200.0, 300.0)[at % 4] for at in range(-12, 0)}
    assert 100 in reach(series, 0)
    assert 400 in reach(series, 1)


def test_nothing_is_expected_of_a_series_that_has_hardly_begun():
    assert reach({-2: 5.0, -1: 6.0}, 0) is None
    assert reach({}, 0) is None


def test_reaches_are_compared_as_proportions():
    assert Reach(1, 2).wider_than(Reach(90, 110))
    assert not Reach(90, 110).wider_than(Reach(1, 2))
    assert not Reach(1, 2).wider_than(Reach(50, 100))
    assert Reach(0.5, 0.6).times(100) == Reach(50, 60)
