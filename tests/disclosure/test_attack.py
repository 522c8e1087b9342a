import shutil
from dataclasses import replace
from random import Random

import pytest
from hypothesis import Phase, given, settings
from hypothesis import strategies as st

from disclosure import solver
from disclosure.ties import group_of
from programme.areas import KENT
from programme.hidden import Item
from store.database import Database
from tests.disclosure.attack import Attack
from tests.disclosure.hard import (
    FIRST,
    KINDS,
    attacked,
    attacked_in_print,
    attacked_store,
    given_at_every_moment,
    history,
    printed,
    shown_at_every_moment,
)
from tests.disclosure.tables import EXCLUSIONS, IN_TIME, ISSUED, Q3, column
from tests.disclosure.test_totals import IN_PRINT, PRINTED, RECEIVED, RETURNED


@pytest.mark.parametrize("told", [False, True], ids=["untold", "told which are small"])
@pytest.mark.parametrize("kind", KINDS)
@given(chance=st.randoms(use_true_random=False))
@settings(max_examples=4, phases=[Phase.explicit, Phase.reuse, Phase.generate])  # a smaller failure would take minutes
def test_no_small_count_is_narrowed_by_anything_a_reader_was_ever_shown(kind, told, chance):
    assert attacked(history(chance, kind), told=told).narrowed() == []


def test_hard_histories_tell_nothing():
    """A twentieth of the two hundred here, all of them in `benchmarks/disclosed.py`: a quarter of a second each."""
    for seed in range(0, 200, 20):
        assert attacked(history(Random(seed), list(KINDS)[seed % 3]), told=True).narrowed() == [], seed


@pytest.mark.parametrize(
    "counts",
    [[1, 1] + [9] * 10, [4, 4] + [9] * 10, [1, 1, 1] + [20] * 9, [3] + [5] * 11, [1] + [0] * 11, [204, 1, 1] + [0] * 9],
)
def test_sums_that_pin_their_parts_tell_nothing(counts):
    attack = attacked([column(EXCLUSIONS, counts)], told=True)
    assert len(attack.wanted) > 0
    assert attack.narrowed() == []


def test_the_rule_without_a_solver_tells_nothing_either(monkeypatch):
    monkeypatch.setattr(solver, "highspy", None)
    for seed in range(6):
        changes = history(Random(seed), list(KINDS)[seed % 3])
        assert attacked(changes, told=False).narrowed() == []


def test_the_attacker_finds_what_is_there_to_be_found():
    """With nothing hidden but the small counts themselves it recovers them: it can fail."""
    truth = column(EXCLUSIONS, [3] + [9] * 11)
    attack = Attack(told=False)
    (hidden,) = [item for item in _items(truth) if truth[item.cells[0]] == 3]
    attack.looks(truth, printed(truth, {hidden}))
    assert attack.narrowed() == [f"{EXCLUSIONS}, {Q3}: 3.0"]


def _items(truth):
    return [Item(*key, 1) for key in truth]


def test_taking_one_hidden_figure_back_gives_a_small_count_away():
    ((truth, _),) = shown_at_every_moment([column(EXCLUSIONS, [1, 1] + [9] * 10)])
    small = {item for item in _items(truth) if truth[item.cells[0]] == 1}
    attack = Attack(told=False)
    attack.looks(truth, printed(truth, small))  # without the third that covers them
    assert len(attack.narrowed()) == 2


@pytest.fixture(scope="module")
def demonstration_given(demonstration_file, tmp_path_factory):
    """What readers were given of the demonstration at every moment, read once for all that is attacked."""
    with Database.open(shutil.copy(demonstration_file, tmp_path_factory.mktemp("given"))) as database:
        yield given_at_every_moment(database)


@pytest.mark.parametrize("named", ["permanent_exclusions_send", "send_16_17", "plans_issued"])
def test_nothing_of_the_demonstration_is_narrowed_at_any_moment(demonstration_given, named):
    attack = attacked_store(demonstration_given, group_of(named))
    assert len(attack.wanted) > 5
    assert attack.narrowed() == []


YEAR = replace(PRINTED, period_basis="financial year", period="2023/24")


def test_what_publishers_print_afterwards_tells_nothing_either():
    """What a year of a hard history comes to, its districts and their rolling years seen, is printed at its end."""
    for seed in (1, 4, 7):
        changes = history(Random(seed), "part and whole over rolling years")
        said = {key: each for change in changes for key, each in change.items() if key[1] != KENT.code}
        year = {key: each for key, each in said.items() if key[2] < FIRST + 4}
        in_time, issued = (sum(each for key, each in year.items() if key[0] == name) for name in (IN_TIME, ISSUED))
        in_print = replace(YEAR, numerator=in_time, denominator=issued)
        assert attacked_in_print(changes, in_print).narrowed() == [], seed


def test_a_total_that_pins_a_quarter_is_found_where_it_is_printed():
    attack = Attack(told=True)
    attack.looks(RETURNED, printed(RETURNED, {Item(RECEIVED, KENT.code, Q3 - 1, 1)}))
    assert attack.narrowed() == []
    attack.reads_print(RETURNED, [IN_PRINT])
    assert attack.narrowed() == [f"{RECEIVED}, {Q3 - 1}: 3.0"]
    assert attacked_in_print([RETURNED], IN_PRINT).narrowed() == []


@pytest.mark.parametrize("seed", [22, 25, 28])
def test_what_is_taken_back_and_sent_again_tells_nothing(seed):
    *before, last = history(Random(seed), "part and whole over rolling years" if seed == 22 else "alone")
    said = {key: each for change in before for key, each in change.items()}
    taken_back = {key: said.get(key) for key in last}
    assert attacked([*before, last, taken_back, last], told=True).narrowed() == []
