from dataclasses import replace

import pytest

from disclosure import decide as deciding
from disclosure import solver
from disclosure.decide import decide, decided_alone, decider
from disclosure.knowledge import Knowledge
from programme.areas import DISTRICTS, KENT
from programme.hidden import MomentCells, WhyHidden
from tests.disclosure.tables import EXCLUSIONS, Q3, column, district, kent, moment
from tests.disclosure.test_totals import IN_PRINT, RECEIVED
from tests.reports.build import a_figure

FIRST = moment(column(EXCLUSIONS, [3] + [9] * 11))
LARGER = moment(column(EXCLUSIONS, [12] + [9] * 11), change=2)


def hidden(*decided):
    return {item for each in decided for item in each.hidden}


def test_each_change_is_decided_on_its_own_with_its_reasons():
    first, second = decide([FIRST, moment(column(EXCLUSIONS, [9] * 12, Q3 + 1), change=2)], (), (), b"secret")
    assert sorted(first.hidden.values()) == [WhyHidden.SMALL, WhyHidden.BESIDE]
    assert (first.change, first.protected, first.solver, first.withheld) == (1, 1, "HiGHS", "")
    assert (second.change, second.hidden) == (2, {})


def test_once_hidden_stays_hidden_whatever_it_says_now():
    first, second = decide([FIRST, LARGER], (), (), b"secret")
    assert district(0) in first.hidden
    assert district(0) not in second.hidden  # it still is: nothing takes it out of what was hidden before


def test_what_was_decided_before_is_not_decided_again():
    (first,) = decide([FIRST], (), (), b"secret")
    (second,) = decide([FIRST, LARGER], [first], (), b"another")
    assert second.change == 2


def test_what_other_rules_hid_stays_hidden_and_what_they_showed_was_seen():
    (former,) = decide([FIRST], (), (), b"secret")
    (anew,) = decide([FIRST], (), [former], b"another")
    assert hidden(anew) == hidden(former)


def test_without_a_solver_whole_columns_are_hidden_and_it_is_said(monkeypatch):
    monkeypatch.setattr(solver, "highspy", None)
    (decided,) = decide([FIRST], (), (), b"secret")
    assert decided.solver == ""
    assert hidden(decided) == {district(place) for place in range(12)}


def test_what_takes_too_long_is_decided_by_the_rule_without_a_solver(monkeypatch):
    monkeypatch.setattr(deciding, "SECONDS", -1.0)
    (decided,) = decide([FIRST], (), (), b"secret")
    assert (decided.solver, len(decided.hidden)) == ("", 12)


def test_the_same_secret_makes_the_same_choice_and_another_need_not():
    choices = {secret: frozenset(hidden(*decide([FIRST], (), (), secret))) for secret in (b"a", b"b", b"c", b"d", b"e")}
    assert frozenset(hidden(*decide([FIRST], (), (), b"a"))) == choices[b"a"]
    assert len(set(choices.values())) > 1


def test_facts_that_no_store_holds_are_decided_by_themselves():
    facts = {each.key: each for each in (a_figure(EXCLUSIONS, 3), a_figure("schools", 3))}
    assert decided_alone(facts).items == {kent()}


@pytest.mark.parametrize("part", ["spans_of", "ties"])
def test_other_rules_have_another_fingerprint(monkeypatch, part):
    before = decider().rules
    decider.cache_clear()
    monkeypatch.setattr(deciding, part, lambda *_: [])
    after = decider().rules
    decider.cache_clear()
    assert before != after


def test_what_was_never_shown_and_is_put_right_keeps_readers_from_nothing():
    """The year in print is known, three quarters of it were seen, and the fourth came in as 3: it was 33."""
    quarters = [moment({(RECEIVED, KENT.code, Q3 - back): 30.0 for back in (1, 2, 3)}, change=2)]
    wrong, right = (moment({(RECEIVED, KENT.code, Q3): count}, change=at) for at, count in ((3, 3.0), (4, 33.0)))
    later = moment(column(EXCLUSIONS, [9] * 12, Q3 + 1), change=5)
    decided = decide([MomentCells(1, {}, (IN_PRINT,)), *quarters, wrong, right, later], (), (), b"secret")
    assert [bool(each.withheld) for each in decided] == [False, False, True, False, False]


def test_a_column_that_was_thin_while_nothing_was_shown_is_open_no_more():
    known, thin = Knowledge(), column(EXCLUSIONS, [3] + [0] * 11)
    known.take_in(moment(thin))
    assert known.open_columns == {(EXCLUSIONS, Q3)}
    known.take_in(moment(column(EXCLUSIONS, [3] + [9] * 11), change=2))  # nothing was shown in between
    assert known.open_columns == set()
    assert {(cell.low, cell.high) for cell in known.cells if cell.key[1] == DISTRICTS[0].code} == {(1.0, 4.0)}


def test_what_is_decided_about_the_same_change_after_the_same_ones_is_asked_of_the_solver_once(monkeypatch):
    (first,) = decide([FIRST], (), (), b"once")
    chosen, conceal = [], deciding.conceal
    monkeypatch.setattr(deciding, "conceal", lambda known, secret: chosen.append(secret) or conceal(known, secret))
    tried, accepted = (decide([FIRST, LARGER], [first], (), b"once") for _ in range(2))
    assert (tried, chosen) == (accepted, [b"once"])
    restated = moment(column(EXCLUSIONS, [3] + [9] * 10 + [8]))
    (before,) = decide([restated], (), (), b"once")
    for moments, known in (([FIRST, LARGER], [replace(first, hidden={})]), ([restated, LARGER], [before])):
        chosen.clear()
        decide(moments, known, (), b"once")
        assert chosen == [b"once"], "after another history it is decided anew"


def test_what_was_given_up_for_want_of_time_is_tried_again(monkeypatch):
    (first,) = decide([FIRST], (), (), b"again")
    smaller = moment(column(EXCLUSIONS, [2] + [9] * 11), change=2)
    with monkeypatch.context() as hurried:
        hurried.setattr(deciding, "SECONDS", -1.0)
        assert [each.solver for each in decide([FIRST, smaller], [first], (), b"again")] == [""]
    assert [each.solver for each in decide([FIRST, smaller], [first], (), b"again")] == ["HiGHS"]
