"""Parts add up to their total, and none exceeds its limit."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from demonstration.apportion import apportion


def test_the_largest_remainders_are_rounded_up():
    assert apportion(10, [1, 1, 1]) == [4, 3, 3]
    assert apportion(7, [5.0, 2.6, 2.4]) == [3, 2, 2]


def test_what_has_no_room_goes_to_the_others():
    assert apportion(10, [8, 1, 1], [4, 9, 9]) == [4, 3, 3]


def test_nothing_is_shared_out_as_nothing():
    assert apportion(0, [3, 1], [0, 0]) == [0, 0]


def test_a_total_with_no_room_is_refused():
    with pytest.raises(ValueError, match=r"room for the total of 5, got: limits that add up to 4"):
        apportion(5, [1, 1], [2, 2])


@given(st.lists(st.tuples(st.floats(0.01, 100), st.integers(0, 500)), min_size=1, max_size=12), st.data())
def test_parts_add_up_and_keep_within_their_limits(parts, data):
    weights, limits = zip(*parts, strict=True)
    total = data.draw(st.integers(0, sum(limits)))
    shared = apportion(total, weights, limits)
    assert sum(shared) == total
    assert all(0 <= part <= limit for part, limit in zip(shared, limits, strict=True))
