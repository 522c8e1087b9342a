"""What would count after the next return or withdrawal is what does count once it has happened."""

import pytest

from programme.submission import Entry
from store.returns.versions import accept, withdraw
from store.snapshot import snapshot
from tests.accepting import by
from tests.store.submissions import ENTRY, ISSUED, Q2, figure, history, in_kent, shown, standard

JUDGED = Entry(" commentary ", 2, "KPI", "A2", "plans_within_20_weeks")


def told(counted):
    """Everything that counts, without the moment at which the last version was accepted."""
    typed = {
        sheet: [(version.number, entry) for version, entry in counted.entries(sheet)] for sheet in ("Actions", "Commentary")
    }
    rows = [(version.number, [row.cells for row in rows]) for version, rows in counted.rows("Commentary")]
    return counted.standing, shown(counted.facts), typed, rows


@pytest.fixture
def two_returns(database):
    accept(database, standard({ISSUED: 100}, entries=(ENTRY,)), by())
    accept(database, standard({ISSUED: 110}, entries=(JUDGED,)), by())
    return database


@pytest.mark.parametrize(
    "submission",
    [
        standard({ISSUED: 120}, entries=(ENTRY, JUDGED)),
        standard({"permanent_exclusions_send": 9}, workstreams=(2,), entries=(JUDGED,)),
        standard({ISSUED: 120}, quarter=Q2),
        history((figure(ISSUED, 90, quarter=Q2),)),
    ],
    ids=["a correction", "another workstream", "another quarter", "a history"],
)
def test_a_return_that_is_only_thought_of_counts_as_it_will(two_returns, submission):
    with snapshot(two_returns) as known:
        promised = told(known.after(submission))
    accept(two_returns, submission, by())
    with snapshot(two_returns) as known:
        assert told(known) == promised


def test_without_a_version_the_one_before_counts_again(two_returns):
    with snapshot(two_returns) as known:
        standing, figures, typed, rows = told(known.without(2))
    withdraw(two_returns, 2, by(reason="wrong file"))
    with snapshot(two_returns) as known:
        assert (
            told(known)[1:]
            == (figures, typed, rows)
            == (in_kent({ISSUED: 100}), {"Actions": [(1, ENTRY)], "Commentary": []}, [])
        )
    assert standing == {1: frozenset({3})}


def test_the_words_of_one_quarter(two_returns):
    with snapshot(two_returns) as known:
        after = known.after(standard({ISSUED: 120}, quarter=Q2, entries=(JUDGED,)))
        assert [version.number for version, _ in after.entries("Commentary")] == [2, 3]
        assert [version.number for version, _ in after.entries("Commentary", Q2)] == [3]
        assert [version.number for version, _ in after.entries("Commentary", Q2 + 1)] == [2]
