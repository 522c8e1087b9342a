"""The benchmark of planted errors, with a few of them; what it plants, and that what it says is so."""

import random

import pytest

from benchmarks import plants
from loaders.rules.case import number_in
from tests.factories import read_here


@pytest.fixture(scope="module")
def newest():
    with pytest.MonkeyPatch.context() as patched:
        patched.setattr(plants, "read_workbook", read_here)
        return plants.returns()[-1]


def test_the_sound_returns_bring_no_finding(newest):
    assert newest.found({}) == set()


def test_what_is_planted_is_what_its_name_says(newest):
    numbers = {key: number_in(row) for key, row in newest.numbers().items()}
    ((key, value),) = plants.times(2)(newest, random.Random(1)).items()
    assert value == 2 * numbers[key]
    moved = plants.slipped(newest, random.Random(1))
    assert sorted(moved.values()) == sorted(numbers[key] for key in moved)
    one, other = plants.exchanged(newest, random.Random(1)).items()
    assert (one[1], other[1]) == (numbers[other[0]], numbers[one[0]])
    more = plants.doubled_in_a_district(newest, random.Random(1))
    district, kent = more.items()
    assert district[1] == 2 * numbers[district[0]]
    assert kent[1] == numbers[kent[0]] + numbers[district[0]]
    again = plants.repeated(newest, random.Random(1))
    assert all(newest.facts[key[0], key[1], key[2] - 1].value == value for key, value in again.items())


def test_of_a_few_errors_most_are_noticed():
    found = plants.planted("10 times as much", 1, wanted=4)
    assert (found.material, found.noticed) == (4, 4)


def test_revisions_add_up(newest):
    changes = plants.revision(newest, random.Random(2))
    assert changes
    assert newest.found(changes) == set()
