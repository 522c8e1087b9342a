from dataclasses import replace

import pytest

from kpis.neighbours import Neighbour, NeighbourSet, neighbour_sets, rate_of
from programme.published import Published
from programme.symbols import Symbol


def published(value, numerator=None, denominator=None, unit="percent", symbol=None):
    return Published(
        "figure",
        "Figure",
        "E1",
        "Area",
        "calendar year",
        "2024",
        numerator,
        denominator,
        value,
        symbol,
        unit,
        "DfE",
        "f.csv",
        2,
    )


def around(own, *figures, better="higher"):
    return NeighbourSet(
        "2021-04", tuple(Neighbour(f"E{i}", f"Area {i}", each) for i, each in enumerate(figures)), own, better
    )


def rates(own, *values, better="higher"):
    return around(own, *[value if value is None else published(value) for value in values], better=better)


def test_the_three_averages_differ_and_each_has_its_name():
    found = around(None, published(50.0, 1, 2), published(10.0, 100, 1000), published(20.0, 2, 10))
    assert found.mean == pytest.approx(80 / 3)
    assert found.median == 20
    assert found.pooled == pytest.approx(100 * 103 / 1012)


def test_the_median_of_an_even_number_lies_between_the_middle_two():
    assert rates(None, 10, 20, 40, 50).median == 30


def test_no_pooled_average_where_a_known_neighbour_has_no_counts():
    found = around(None, published(50.0, 1, 2), published(10.0))
    assert (found.mean, found.pooled) == (30, None)


def test_a_score_is_not_pooled():
    assert around(None, published(15.2, 152, 10, unit="score")).pooled is None


def test_missing_neighbours_are_named_and_left_out_of_every_average():
    hidden = published(None, 5, 0, symbol=Symbol.SUPPRESSED)
    found = around(30, published(20.0, 20, 100), None, hidden, published(40.0, 40, 100))
    assert found.missing == ("Area 1", "Area 2")
    assert (len(found.known), found.mean, found.pooled, found.ranked) == (2, 30, 30, 3)


def test_nobody_known_gives_no_average():
    found = rates(30, None, None)
    assert (found.mean, found.median, found.pooled, found.quartile_line) == (None, None, None, None)
    assert (found.rank, found.ranked) == (1, 1)


def test_rank_follows_polarity_and_equals_share_a_place():
    assert rates(30, 10, 20, 30, 40, 50).rank == 3
    assert rates(30, 10, 20, 30, 40, 50, better="lower").rank == 3
    assert rates(45, 10, 20, 30, 40, 50).rank == 2
    assert rates(45, 10, 20, 30, 40, 50, better="lower").rank == 5
    assert rates(45, 10, 20, 30, 40, 50).ranked == 6


def test_no_rank_without_a_figure_of_its_own_or_a_better_direction():
    assert (rates(None, 10, 20).rank, rates(None, 10, 20).ranked) == (None, 2)
    assert rates(30, 10, 20, better=None).rank is None


def test_the_quartile_line_is_on_the_better_side():
    assert rates(None, 10, 20, 30, 40, 50).quartile_line == 40
    assert rates(None, 10, 20, 30, 40, 50, better="lower").quartile_line == 20
    assert rates(None, 10, 20, 30).quartile_line is None
    assert rates(None, 10, 20, 30, 40, better=None).quartile_line is None


def test_a_rate_is_unrounded_only_where_its_counts_give_what_is_published():
    assert rate_of(published(33.3, 1, 3)) == pytest.approx(100 / 3)
    assert rate_of(published(87.1, 918, 1051)) == 87.1
    assert rate_of(published(87.1)) == 87.1
    assert rate_of(published(None, 1, 3)) is None
    assert rate_of(None) is None


def test_kent_has_two_dated_sets_of_ten_that_share_four():
    sets = neighbour_sets("E10000016")
    assert list(sets) == ["2021-04", "2025-05"]
    assert [len(members) for members in sets.values()] == [10, 10]
    old, new = ({code for code, _ in members} for members in sets.values())
    assert len(old & new) == 4


def test_other_areas_have_none():
    assert neighbour_sets("E54000032") == {}


def test_a_set_is_joined_by_code_so_that_another_name_changes_nothing():
    figure = replace(published(40.0), area="Bedford")
    assert Neighbour("E06000055", "Bedford Borough", figure).rate == 40
