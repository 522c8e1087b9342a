from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from disclosure.knowledge import Knowledge, public_knowledge
from disclosure.replay import MOST_CHOICES, MOST_REPLAYED, Replay
from programme.hidden import Decided, WhyHidden
from tests.disclosure.tables import EXCLUSIONS, IN_TIME, ISSUED, Q3, column, district, moment
from tests.disclosure.test_totals import IN_PRINT

MEASURES = [EXCLUSIONS, IN_TIME, ISSUED]
CHANGES = st.lists(
    st.tuples(
        st.sampled_from(MEASURES),
        st.lists(st.integers(0, 20), min_size=12, max_size=12),
        st.integers(0, 2),
        st.booleans(),
        st.booleans(),
    ),
    min_size=1,
    max_size=4,
)


def history(changes):
    """Changes, each of one column, and what is decided about each."""
    moments = [
        moment(column(measure, counts, Q3 - back), change=number)
        for number, (measure, counts, back, *_) in enumerate(changes, 1)
    ]
    decided = [
        Decided(number, {district(0, measure, Q3 - back): WhyHidden.SMALL} if hidden else {}, withheld="it" if kept else "")
        for number, (measure, _, back, hidden, kept) in enumerate(changes, 1)
    ]
    return moments, decided


def anew(moments, decided):
    known = public_knowledge()
    for taken, each in zip(moments, decided, strict=True):
        known.take_in(taken)
        known.hide(each.hidden)
        if not each.withheld:
            known.show()
    return known


@given(changes=CHANGES, order=st.lists(st.integers(0, 4), min_size=1, max_size=4))
def test_whatever_was_asked_for_before_it_is_what_comes_of_taking_all_in_again(changes, order):
    (moments, decided), replay = history(changes), Replay()
    for many in order:
        assert replay.after(moments[:many], decided[:many]).knowledge() == anew(moments[:many], decided[:many])


@given(changes=CHANGES, others=CHANGES)
def test_another_history_is_begun_anew(changes, others):
    replay = Replay()
    replay.after(*history(changes))
    assert replay.after(*history(others)).knowledge() == anew(*history(others))


def test_it_is_gone_on_from_where_it_ended(monkeypatch):
    moments, decided = history([(EXCLUSIONS, [9] * 12, 0, False, False), (ISSUED, [9] * 12, 0, False, False)])
    replay = Replay()
    known = replay.after(moments[:1], decided[:1]).knowledge()
    taken = []
    monkeypatch.setattr(type(known), "take_in", lambda _, each: taken.append(each.change))
    replay.after(moments, decided)
    assert taken == [2]


def test_what_is_done_with_what_was_given_is_not_known_to_the_next():
    moments, decided = history([(EXCLUSIONS, [3] + [9] * 11, 0, True, False)])
    replay = Replay()
    first = replay.after(moments, decided).knowledge()
    first.take_in(moment(column(EXCLUSIONS, [1] * 12), change=2))
    first.cells[0].low = -1.0
    assert replay.after(moments, decided).knowledge() == anew(moments, decided)


def test_who_breaks_off_leaves_nothing_half_done(monkeypatch):
    moments, decided = history([(EXCLUSIONS, [9] * 12, 0, False, False), (ISSUED, [9] * 12, 0, False, False)])
    replay = Replay()
    known = replay.after(moments[:1], decided[:1]).knowledge()
    with monkeypatch.context() as patched:
        patched.setattr(type(known), "show", lambda _: 1 / 0)
        with pytest.raises(ZeroDivisionError):
            replay.after(moments, decided)
    assert replay.after(moments, decided).knowledge() == anew(moments, decided)


def test_stores_that_take_turns_are_each_gone_on_from(monkeypatch):
    """As many as are kept; of one more, the one asked for longest ago is begun anew."""
    histories = [history([(ISSUED, [9 + each] * 12, 0, False, False)]) for each in range(MOST_REPLAYED + 1)]
    replay, taken = Replay(), []
    for each in histories[:-1]:
        replay.after(*each)
    first = Knowledge.take_in
    monkeypatch.setattr(Knowledge, "take_in", lambda known, each: taken.append(each) or first(known, each))
    for each in histories[:-1]:
        replay.after(*each)
    assert taken == []
    for each in (histories[-1], histories[1], histories[0]):
        assert replay.after(*each).knowledge() == anew(*each)
    assert taken == [histories[-1][0][0]] * 2 + histories[1][0] + histories[0][0] * 2  # those taken in by `anew` too


def test_of_more_than_is_kept_nothing_is_kept(monkeypatch):
    monkeypatch.setattr("disclosure.replay.MOST_CELLS", 12)
    moments, decided = history([(EXCLUSIONS, [9] * 12, 0, False, False)])
    replay = Replay()
    assert replay.after(moments, decided).knowledge() == anew(moments, decided)
    assert replay._replayed == []


FIRST = [(EXCLUSIONS, [3] + [9] * 11, 0, True, False)]
NEXT = moment(column(ISSUED, [3] + [9] * 11), change=2)
MADE = Decided(2, {district(0, ISSUED): WhyHidden.SMALL}, solver="HiGHS")


def chosen(past, following=NEXT, setting=(b"secret", True), made=MADE):
    """What is decided about a change after a past, and whether it was chosen now."""
    asked = []
    return past.choice(following, setting, lambda: asked.append(following) or made), bool(asked)


def test_what_is_decided_about_the_same_change_after_the_same_past_is_decided_once():
    replay = Replay()
    assert chosen(replay.after(*history(FIRST))) == (MADE, True)
    assert chosen(replay.after(*history(FIRST)), moment(dict(NEXT.cells), change=2)) == (MADE, False)


@pytest.mark.parametrize(
    "others",
    [
        [(EXCLUSIONS, [3] + [9] * 10 + [8], 0, True, False)],
        [(EXCLUSIONS, [3] + [9] * 11, 1, True, False)],
        [(EXCLUSIONS, [3] + [9] * 11, 0, False, False)],
        [(EXCLUSIONS, [3] + [9] * 11, 0, True, True)],
        [*FIRST, *FIRST],
        [],
    ],
    ids=["another number", "another quarter", "hidden otherwise", "withheld", "one change more", "nothing"],
)
def test_after_another_past_it_is_decided_anew(others):
    replay = Replay()
    chosen(replay.after(*history(FIRST)))
    assert chosen(replay.after(*history(others))) == (MADE, True)


@pytest.mark.parametrize(
    "following",
    [
        moment({**NEXT.cells, (ISSUED, "E10000016", Q3): 200.0}, change=2),
        moment(dict(reversed(NEXT.cells.items())), change=2),
        NEXT._replace(change=3),
        NEXT._replace(released=frozenset({district(0)})),
        NEXT._replace(published=(IN_PRINT,)),
    ],
    ids=["one cell more", "in another order", "as another change", "with a release", "with what is in print"],
)
def test_another_change_is_decided_anew(following):
    past = Replay().after(*history(FIRST))
    chosen(past)
    assert chosen(past, following) == (MADE, True)


@pytest.mark.parametrize("setting", [(b"another", True), (b"secret", False)], ids=["secret", "solver"])
def test_in_another_setting_it_is_decided_anew(setting):
    past = Replay().after(*history(FIRST))
    chosen(past)
    assert chosen(past, setting=setting) == (MADE, True)


def test_what_the_solver_did_not_choose_is_decided_anew():
    past = Replay().after(*history(FIRST))
    given_up = replace(MADE, solver="")
    assert [chosen(past, made=given_up), chosen(past), chosen(past)] == [(given_up, True), (MADE, True), (MADE, False)]


def test_as_many_choices_are_kept_as_there_is_room_for():
    past = Replay().after(*history(FIRST))
    for change in range(2, MOST_CHOICES + 3):
        chosen(past, NEXT._replace(change=change))
    assert [chosen(past, NEXT._replace(change=change))[1] for change in (3, MOST_CHOICES + 2, 2)] == [False, False, True]
