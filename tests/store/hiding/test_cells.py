from contextlib import contextmanager
from datetime import UTC, datetime, timedelta

import pytest

from disclosure.decide import decider
from plumbing.kept import Kept
from programme.hidden import Decider
from programme.symbols import Symbol
from store.engines.engine import MOST_KEPT
from store.hiding import cells
from store.hiding.cells import cells_by_version, cells_of_next
from store.order.ledger import read_ledger
from store.returns.versions import accept, versions, withdraw
from tests.accepting import by
from tests.store.submissions import EXCLUSIONS, IN_TIME, ISSUED, NHS, Q2, in_kent, standard

DAY = datetime(2025, 1, 20, 9, tzinfo=UTC)
DONE = {
    1: in_kent({ISSUED: 60.0, IN_TIME: 30.0}),
    2: in_kent({ISSUED: None, IN_TIME: Symbol.SUPPRESSED}),
    3: in_kent({ISSUED: 60.0, IN_TIME: 30.0}),
}


@pytest.fixture
def three(database):
    """A return, another in its place, and that one taken back."""
    accept(database, standard({ISSUED: 60, IN_TIME: 30}), by(at=DAY))
    accept(database, standard({IN_TIME: Symbol.SUPPRESSED}), by(at=DAY + timedelta(1)))
    withdraw(database, 2, by(reason="sent by mistake", at=DAY + timedelta(2)))
    return database


def done(database, kept=None, settled=0):
    with database.reading() as cursor:
        return cells_by_version(cursor, read_ledger(cursor), kept, settled)


@contextmanager
def versions_read(monkeypatch):
    """From which version on what they did is read."""
    begun, reads = [], cells._read
    with monkeypatch.context() as patched:
        patched.setattr(cells, "_read", lambda cursor, known, first: begun.append(first + 1) or reads(cursor, known, first))
        yield begun


def test_each_version_did_what_is_another_after_it_than_before(three):
    assert done(three) == DONE


@pytest.mark.parametrize("settled", [0, 1, 2, 3])
def test_what_is_settled_is_read_once_and_what_is_not_each_time(three, monkeypatch, settled):
    kept = Kept(MOST_KEPT)
    with versions_read(monkeypatch) as begun:
        assert [done(three, kept, settled) for _ in range(2)] == [DONE, DONE]
    assert begun == ([1, settled + 1] if 0 < settled < 3 else [1, 1] if settled == 0 else [1])
    assert len(kept) == settled


def test_what_comes_to_be_settled_is_read_without_what_was_before(three, monkeypatch):
    kept = Kept(MOST_KEPT)
    done(three, kept, 2)
    with versions_read(monkeypatch) as begun:
        assert [done(three, kept, 3) for _ in range(2)] == [DONE, DONE]
    assert begun == [3]


def test_of_more_than_is_kept_nothing_is_kept(three, monkeypatch):
    kept = Kept(MOST_KEPT)
    kept.answer("another's", lambda: "stays")
    monkeypatch.setattr(cells, "MOST_CELLS", 5)
    assert done(three, kept, 3) == DONE
    assert (len(kept), "another's" in kept) == (1, True)


@pytest.mark.parametrize(
    "submission",
    [
        standard({IN_TIME: 3, ISSUED: 60}),
        standard({IN_TIME: 3}),
        standard({ISSUED: 60, IN_TIME: 30}),
        standard({IN_TIME: Symbol.SUPPRESSED, ISSUED: 50}, quarter=Q2),
        standard({ISSUED: 61}, organisation=NHS),
        standard({EXCLUSIONS: 4}, workstreams=(2,)),
    ],
    ids=["a correction", "one left out", "the same again", "another quarter", "of another", "another workstream"],
)
def test_what_a_return_would_do_is_what_it_does_in_the_same_order(three, submission):
    with three.reading() as cursor:
        foreseen = cells_of_next(cursor, submission)
    assert len(versions(three)) == 3
    accept(three, submission, by(at=DAY + timedelta(3)))
    assert list(foreseen.items()) == list(done(three)[4].items())


def test_what_was_undone_is_not_taken_for_what_was_accepted_in_its_place(database):
    """At the same moment, under the same number: what is decided about in a transaction that fails is kept by nobody."""
    accept(database, standard({ISSUED: 60}), by(at=DAY), decider())

    def fails(*_):
        raise ValueError("no")

    with pytest.raises(ValueError, match="no"):
        accept(database, standard({ISSUED: 61}), by(at=DAY + timedelta(1)), Decider(decider().rules, fails))
    accept(database, standard({ISSUED: 62}), by(at=DAY + timedelta(1)), decider())
    assert done(database, database.kept, 2) == {1: in_kent({ISSUED: 60.0}), 2: in_kent({ISSUED: 62.0})}


def test_the_first_return_of_all_does_what_it_says(database):
    with database.reading() as cursor:
        assert cells_of_next(cursor, standard({ISSUED: 60})) == in_kent({ISSUED: 60.0})
