import pytest

from programme.areas import KENT
from store.counting.unfolding import Offer, touched_after, unfold
from tests.store.counting.test_standing import history, version
from tests.store.submissions import EXCLUSIONS, IN_TIME, ISSUED, NHS, Q2, Q3

KEY = (ISSUED, KENT.code, Q3)


def brought(number: int, value: float, measure: str = ISSUED) -> Offer[float]:
    return Offer(3, number, (measure, KENT.code, Q3), value)


def told(versions, offers) -> list[tuple]:
    return [(effect.version.number, effect.old, effect.new) for effect in unfold(versions, offers)]


def test_a_first_figure_comes():
    (change,) = unfold([version(1)], [brought(1, 41)])
    assert (change.version.number, change.key, change.old, change.new) == (1, KEY, None, 41)


def test_a_correction_changes_it_and_its_withdrawal_changes_it_back():
    versions = [version(1), version(2), version(3, withdraws=2)]
    assert told(versions, [brought(1, 41), brought(2, 44)]) == [(1, None, 41), (2, 41, 44), (3, 44, 41)]


def test_a_correction_that_leaves_it_out_takes_it_away():
    assert told([version(1), version(2)], [brought(1, 41)]) == [(1, None, 41), (2, 41, None)]


def test_the_same_value_from_another_version_is_an_effect_too():
    assert told([version(1), version(2)], [brought(1, 41), brought(2, 41)]) == [(1, None, 41), (2, 41, 41)]


def test_a_version_that_brings_nothing_tells_nothing():
    assert told([version(1), version(2, workstreams=(5,))], [brought(1, 41)]) == [(1, None, 41)]


def test_every_figure_is_told_with_its_own_whoever_else_was_given_by_the_same_versions():
    versions = [version(1), version(2)]
    offers = [brought(1, 41), brought(1, 90, IN_TIME), brought(2, 80, IN_TIME)]
    found = [(effect.version.number, effect.key[0], effect.old, effect.new) for effect in unfold(versions, offers)]
    assert found == [(1, ISSUED, None, 41), (1, IN_TIME, None, 90), (2, ISSUED, 41, None), (2, IN_TIME, 90, 80)]


LONG = [
    version(1, workstreams=(3, 5)),
    history(2),
    version(3, quarter=Q2),
    version(4),
    version(5, organisation=NHS),
    version(6, withdraws=4),
    version(7, workstreams=(5,)),
]
BROUGHT = [
    brought(1, 41),
    brought(1, 30, IN_TIME),
    brought(2, 12),
    brought(2, 9, EXCLUSIONS),
    brought(3, 50),
    brought(4, 44),
    brought(5, 45),
    brought(5, 31, IN_TIME),
]


@pytest.mark.parametrize("begun", range(len(LONG) + 1))
def test_begun_later_it_tells_what_it_tells_of_those_versions_when_all_are_gone_through(begun):
    """And needs no more than the figures that those versions touch."""
    after = [effect for effect in unfold(LONG, BROUGHT) if effect.version.number > begun]
    assert list(unfold(LONG, BROUGHT, begun)) == after
    touched = {each.key for each in BROUGHT if each.version in touched_after(LONG, begun)}
    assert list(unfold(LONG, [each for each in BROUGHT if each.key in touched], begun)) == after


def test_a_version_touches_itself_and_those_that_it_replaces_or_brings_back():
    assert touched_after([version(1), version(2, workstreams=(5,)), version(3)], 2) == {1, 3}
    assert touched_after([version(1), version(2), version(3, withdraws=2)], 2) == {1, 2}
    assert touched_after([version(1)], 1) == set()
