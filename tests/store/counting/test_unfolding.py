from dataclasses import replace

from programme.areas import KENT
from store.counting.unfolding import unfold
from tests.store.counting.test_standing import version
from tests.store.submissions import ISSUED, Q3, figure

KEY = (ISSUED, KENT.code, Q3)


def brought(number: int, value: float) -> tuple:
    made = figure(ISSUED, value)
    return 3, replace(made, source=replace(made.source, version=number))


def told(versions, figures) -> list[tuple]:
    return [
        (change.version.number, change.old and change.old.value, change.new and change.new.value)
        for change in unfold(versions, figures)
    ]


def test_a_first_figure_comes():
    (change,) = unfold([version(1)], [brought(1, 41)])
    assert (change.version.number, change.key, change.old, change.new.value) == (1, KEY, None, 41)


def test_a_correction_changes_it_and_its_withdrawal_changes_it_back():
    versions = [version(1), version(2), version(3, withdraws=2)]
    assert told(versions, [brought(1, 41), brought(2, 44)]) == [(1, None, 41), (2, 41, 44), (3, 44, 41)]


def test_a_correction_that_leaves_it_out_takes_it_away():
    assert told([version(1), version(2)], [brought(1, 41)]) == [(1, None, 41), (2, 41, None)]


def test_the_same_value_from_another_cell_is_a_change_of_its_source():
    assert told([version(1), version(2)], [brought(1, 41), brought(2, 41)]) == [(1, None, 41), (2, 41, 41)]


def test_a_version_that_brings_nothing_tells_nothing():
    assert told([version(1), version(2, workstreams=(5,))], [brought(1, 41)]) == [(1, None, 41)]
