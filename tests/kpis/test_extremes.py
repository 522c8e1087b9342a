import pytest
from hypothesis import given
from hypothesis import strategies as st

from kpis.extremes import BEATEN, Extreme, LongestRun, extreme, longest_run
from programme.quarter import Quarter

NOW = Quarter(2024, 3)


def series(*values):
    return dict(zip(NOW.last(len(values)), values, strict=True))


@pytest.mark.parametrize(
    ("values", "found"),
    [
        ((5, 9, 9, 9, 9, 5), Extreme(False, 4, NOW - 5)),  # as low before, and not since
        ((4, 9, 9, 9, 9, 5), Extreme(False, 4, NOW - 5)),
        ((9, 9, 9, 9, 9, 5), Extreme(False, 5, None)),
        ((9, 1, 1, 1, 1, 5), Extreme(True, 4, NOW - 5)),
        ((9, None, 1, 1, 1, 1, 5), Extreme(True, 4, NOW - 6)),
        ((9, 9, 9, 5), None),  # too few are beaten
        ((9, 9, 9, 5, 9, 5), None),
        ((9, 9, 9, 9, 9, None), None),  # there is no newest figure
        ((5, 5, 5, 5, 5, 5), None),
        ((), None),
    ],
)
def test_the_newest_figure_is_the_lowest_or_highest_since_one_that_was_as_much_so(values, found):
    assert extreme(series(*values)) == found


@pytest.mark.parametrize(
    ("values", "found"),
    [
        ((1, 2, 3, 4), LongestRun(True, 3)),
        ((4, 3, 2, 1), LongestRun(False, 3)),
        ((1, 2, 3, 4, 1, 2, 3, 4), None),  # as long before
        ((1, 2, 3, 1, 2, 3, 4), LongestRun(True, 3)),
        ((9, 7, 6, 5, 1, 2, 3, 4), LongestRun(True, 3)),  # runs of falls are other runs
        ((1, 2, 3, 3), None),  # a tie ends it
        ((1, 2, 3), None),
        ((1, 2, 3, 4, None), None),
        ((), None),
    ],
)
def test_a_run_is_said_where_none_before_it_was_as_long(values, found):
    assert longest_run(series(*values)) == found


@given(st.lists(st.one_of(st.none(), st.integers(0, 9)), min_size=1, max_size=20))
def test_what_is_said_is_so(values):
    known, found = [each for each in values if each is not None], extreme(series(*values))
    if found is None:
        return
    *earlier, now = known
    assert values[-1] == now and found.beaten >= BEATEN
    beaten = earlier[len(earlier) - found.beaten :]
    assert all((now > each) if found.high else (now < each) for each in beaten)
    if found.since:
        then = series(*values)[found.since]
        assert (then >= now) if found.high else (then <= now)
    else:
        assert len(beaten) == len(earlier)
