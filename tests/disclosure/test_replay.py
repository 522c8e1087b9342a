import pytest
from hypothesis import given
from hypothesis import strategies as st

from disclosure.knowledge import public_knowledge
from disclosure.replay import Replay
from programme.hidden import Decided, WhyHidden
from tests.disclosure.tables import EXCLUSIONS, IN_TIME, ISSUED, Q3, column, district, moment

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
        assert replay.after(moments[:many], decided[:many]) == anew(moments[:many], decided[:many])


@given(changes=CHANGES, others=CHANGES)
def test_another_history_is_begun_anew(changes, others):
    replay = Replay()
    replay.after(*history(changes))
    assert replay.after(*history(others)) == anew(*history(others))


def test_it_is_gone_on_from_where_it_ended(monkeypatch):
    moments, decided = history([(EXCLUSIONS, [9] * 12, 0, False, False), (ISSUED, [9] * 12, 0, False, False)])
    replay = Replay()
    known = replay.after(moments[:1], decided[:1])
    taken = []
    monkeypatch.setattr(type(known), "take_in", lambda _, each: taken.append(each.change))
    replay.after(moments, decided)
    assert taken == [2]


def test_what_is_done_with_what_was_given_is_not_known_to_the_next():
    moments, decided = history([(EXCLUSIONS, [3] + [9] * 11, 0, True, False)])
    replay = Replay()
    first = replay.after(moments, decided)
    first.take_in(moment(column(EXCLUSIONS, [1] * 12), change=2))
    first.cells[0].low = -1.0
    assert replay.after(moments, decided) == anew(moments, decided)


def test_who_breaks_off_leaves_nothing_half_done(monkeypatch):
    moments, decided = history([(EXCLUSIONS, [9] * 12, 0, False, False), (ISSUED, [9] * 12, 0, False, False)])
    replay = Replay()
    known = replay.after(moments[:1], decided[:1])
    with monkeypatch.context() as patched:
        patched.setattr(type(known), "show", lambda _: 1 / 0)
        with pytest.raises(ZeroDivisionError):
            replay.after(moments, decided)
    assert replay.after(moments, decided) == anew(moments, decided)


def test_of_more_than_is_kept_nothing_is_kept(monkeypatch):
    monkeypatch.setattr("disclosure.replay.MOST_CELLS", 12)
    moments, decided = history([(EXCLUSIONS, [9] * 12, 0, False, False)])
    replay = Replay()
    assert replay.after(moments, decided) == anew(moments, decided)
    assert replay._last is None
