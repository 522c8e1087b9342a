"""Districts add up to Kent, and each district's parts stay within its wholes."""

import pytest

from demonstration.districts import by_district, split
from demonstration.series import LAST, QUARTERS, series
from programme.areas import DISTRICTS
from programme.measures import measures

SHARED_OUT = [measure for measure in measures().values() if measure.collected == "return" and measure.areas[1:] == DISTRICTS]


@pytest.mark.parametrize("measure", SHARED_OUT, ids=lambda measure: measure.id)
def test_districts_add_up_to_kent_and_keep_within_their_wholes(measure):
    for quarter in QUARTERS:
        if measure.due(quarter):
            shared = by_district(measure.id, quarter)
            assert tuple(shared) == DISTRICTS
            assert sum(shared.values()) == series(measure.id)[quarter]
            if measure.at_most:
                whole = by_district(measure.at_most, quarter)
                assert all(shared[district] <= whole[district] for district in DISTRICTS)


def test_small_counts_are_small_and_sometimes_nothing():
    counts = [count for quarter in QUARTERS[1:] for count in by_district("permanent_exclusions_send", quarter).values()]
    assert min(counts) == 0 and set(counts) >= {0, 1, 2, 3, 4} and max(counts) <= 5


def test_no_two_districts_have_the_same_figures():
    for quarter in QUARTERS[1:]:
        rows = [
            tuple(by_district(measure.id, quarter)[district] for measure in SHARED_OUT if measure.due(quarter))
            for district in DISTRICTS
        ]
        assert len(set(rows)) == len(DISTRICTS)


def test_another_total_is_split_in_the_same_proportions():
    own = by_district("annual_reviews_overdue", LAST)
    double = split("annual_reviews_overdue", LAST, 2 * sum(own.values()))
    assert all(abs(double[district] - 2 * own[district]) <= 1 for district in DISTRICTS)
