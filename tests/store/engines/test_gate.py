import threading

import pytest

from store.engines.gate import Gate
from store.errors import StoreError


def test_who_is_inside_may_go_in_again_and_nobody_else_while_it_is_closed():
    gate, went_in, closed = Gate(), [], threading.Event()

    def close():
        with gate.closed():
            closed.set()
            went_in.append("closed")

    with gate.passing():
        closing = threading.Thread(target=close)
        closing.start()
        while not gate._closed:
            pass
        with gate.passing():
            went_in.append("again")
        other = threading.Thread(target=lambda: _pass(gate, went_in))
        other.start()
        assert not closed.wait(0.05)
    closing.join()
    other.join()
    assert went_in == ["again", "closed", "other"]


def _pass(gate, went_in):
    with gate.passing():
        went_in.append("other")


def test_who_stays_too_long_keeps_it_open():
    gate = Gate(longest=0.05)
    told = "Nobody may be reading the database at the moment when its file is exchanged"
    with gate.passing(), pytest.raises(StoreError, match=told), gate.closed():
        pytest.fail("somebody is inside")
    with gate.closed():
        told = []
        waiting = threading.Thread(target=lambda: told.append(_refused(gate)))
        waiting.start()
        waiting.join()
    assert told == ["The file of the database is being exchanged and was for 0 seconds. Try again. Nothing was lost."]


def test_who_stays_for_long_keeps_nobody_else_out(monkeypatch):
    """A page that reads a past moment holds up a redaction, and not the other pages."""
    monkeypatch.setattr("store.engines.gate.SPELL", 0.01)
    gate, long_over, went_in = Gate(), threading.Event(), []

    def stay():
        with gate.passing():
            inside.set()
            long_over.wait(10)

    def close():
        with gate.closed():
            went_in.append("closed")

    inside = threading.Event()
    threads = [threading.Thread(target=stay), threading.Thread(target=close)]
    threads[0].start()
    inside.wait(10)
    threads[1].start()
    while not gate._closed:
        pass
    _pass(gate, went_in)
    long_over.set()
    for each in threads:
        each.join()
    assert went_in == ["other", "closed"]


def _refused(gate):
    with pytest.raises(StoreError) as refused, gate.passing():
        pass
    return str(refused.value)
