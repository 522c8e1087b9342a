from dataclasses import replace
from datetime import UTC, datetime, timedelta

import pytest

from disclosure import decide as deciding
from disclosure.decide import decider
from programme.hidden import Decided, Decider, Item, WhyHidden
from programme.published import PublishedFile
from store.comparators import save_release, withdraw_release
from store.database import Database
from store.hiding.hidden import Undecided, bring_up_to_date, cell_changes, decisions, kept_back_after, trial, undecided
from store.returns.versions import accept, versions, withdraw
from store.snapshot import snapshot
from tests.accepting import by
from tests.store.rows.test_published_rows import FIGURE
from tests.store.submissions import IN_TIME, ISSUED, Q3, in_kent, standard

DAY = datetime(2025, 1, 20, 9, tzinfo=UTC)
SMALL = Item(IN_TIME, "E10000016", Q3, 1)


def returned(database, in_time, day=0, decide=True):
    submission = standard({ISSUED: 60, IN_TIME: in_time})
    at = DAY + timedelta(days=day)
    return accept(database, submission, by("analyst", at=at), decider() if decide else None)


def hidden(database, as_at=None):
    with snapshot(database, as_at) as known:
        return known.hidden(decider().rules)


def test_what_is_hidden_is_decided_with_the_return_and_kept_for_each_moment(database):
    returned(database, 30)
    returned(database, 3, day=1)
    assert SMALL in hidden(database).items
    assert hidden(database, DAY).items == frozenset()
    with database.reading() as cursor:
        first, second = decisions(cursor)
    assert (first.hidden, second.change, second.hidden[SMALL]) == ({}, 2, WhyHidden.SMALL)
    assert second.solver == "HiGHS" and second.protected == 1


def test_a_withdrawal_is_decided_too_and_what_was_hidden_stays_hidden(database):
    returned(database, 30)
    returned(database, 3, day=1)
    withdraw(database, 2, by("analyst", "sent by mistake", at=DAY + timedelta(days=2)), decider())
    with database.reading() as cursor:
        assert [each.change for each in decisions(cursor)] == [1, 2, 3]
        assert [(moment.change, dict(moment.cells)) for moment in cell_changes(cursor)] == [
            (1, in_kent({ISSUED: 60.0, IN_TIME: 30.0})),
            (2, in_kent({IN_TIME: 3.0})),
            (3, in_kent({IN_TIME: 30.0})),
        ]
    assert SMALL in hidden(database).items


def test_nothing_is_given_out_while_it_is_undecided(database):
    returned(database, 3, decide=False)
    with pytest.raises(Undecided, match="must be decided what readers may not see"):
        hidden(database)
    bring_up_to_date(database, decider())
    assert SMALL in hidden(database).items


def test_other_rules_decide_about_every_change_anew_and_are_told_what_was_hidden(database):
    returned(database, 3)
    asked = []

    def decide(moments, before, former, secret):
        asked.append((len(moments), list(before), [set(each.hidden) for each in former], len(secret)))
        return [Decided(moment.change, {SMALL: WhyHidden.SMALL}) for moment in moments]

    other = Decider("other rules", decide)
    bring_up_to_date(database, other)
    assert asked == [(1, [], [set(hidden_once(database))], 32)]
    with database.reading() as cursor:
        assert not undecided(cursor, other)
        assert undecided(cursor, decider())


def test_a_release_of_published_figures_and_its_withdrawal_are_decided_about_in_their_transactions(database):
    returned(database, 3)
    asked = []

    def decide(moments, before, *_):
        asked.append([(moment.change, [each.series for each in moment.published]) for moment in moments])
        return [Decided(moment.change) for moment in moments[len(before) :]]

    other = Decider("other rules", decide)
    bring_up_to_date(database, other)
    file = PublishedFile("2025", "plans.csv", "f" * 64, (replace(FIGURE, loaded=None),))
    number = save_release(database, file, by(at=DAY + timedelta(days=1)), other)
    withdraw_release(database, number, by(reason="the wrong year", at=DAY + timedelta(days=2)), other)
    printed = [(1, []), (2, ["plans_within_20_weeks"])]
    assert asked == [printed[:1], printed, [*printed, (3, [])]]
    with database.reading() as cursor:
        assert [each.change for each in decisions(cursor)] == [1, 2, 3]
        assert not undecided(cursor, other)


def test_a_release_about_which_nobody_decided_leaves_it_undecided(database):
    returned(database, 3)
    file = PublishedFile("2025", "plans.csv", "f" * 64, (replace(FIGURE, loaded=None),))
    save_release(database, file, by(at=DAY + timedelta(days=1)))
    with pytest.raises(Undecided):
        hidden(database)


def test_what_would_be_decided_is_tried_without_keeping_anything(database):
    returned(database, 30)
    with database.reading() as cursor:
        tried = trial(cursor, decider(), database.kept, in_kent({IN_TIME: 3.0}))
        assert (tried.change, tried.hidden[SMALL]) == (2, WhyHidden.SMALL)
        assert [each.change for each in decisions(cursor)] == [1]
    returned(database, 3, day=1)
    assert hidden(database).items == set(tried.hidden)


def tried(database, in_time):
    with database.reading() as cursor:
        return trial(cursor, decider(), database.kept, in_kent({IN_TIME: in_time}))


@pytest.fixture
def chosen(monkeypatch):
    """Every choice that was made: one that was made before and is found again is none."""
    found, conceal = [], deciding.conceal
    monkeypatch.setattr(deciding, "conceal", lambda known, secret: found.append(secret) or conceal(known, secret))
    return found


def test_what_was_tried_is_what_is_decided_when_it_is_stored_and_is_not_chosen_again(database, chosen):
    returned(database, 30)
    chosen.clear()
    foreseen = tried(database, 3.0)
    returned(database, 3, day=1)
    with database.reading() as cursor:
        assert decisions(cursor)[-1] == foreseen
    assert len(chosen) == 1


def test_what_was_tried_is_decided_anew_where_another_stored_something_meanwhile(database, chosen):
    returned(database, 30)
    chosen.clear()
    tried(database, 3.0)
    returned(database, 20, day=1)
    returned(database, 3, day=1)
    assert len(chosen) == 3
    with database.reading() as cursor:
        last = decisions(cursor)[-1]
    assert (last.change, last.hidden[SMALL]) == (3, WhyHidden.SMALL)


def test_what_was_tried_of_other_numbers_is_no_answer(database, chosen):
    returned(database, 30)
    chosen.clear()
    tried(database, 20.0)
    returned(database, 3, day=1)
    assert len(chosen) == 2
    assert SMALL in hidden(database).items


def hidden_once(database):
    with database.reading() as cursor:
        return {item for each in decisions(cursor, 1) for item in each.hidden}


def test_a_decision_that_fails_takes_the_return_with_it(database):
    def decide(*_):
        raise ValueError("no")

    with pytest.raises(ValueError, match="no"):
        accept(database, standard({ISSUED: 60}), by("analyst"), Decider("rules", decide))
    assert versions(database) == []


def test_where_the_newest_return_is_withheld_readers_keep_the_state_before(database):
    def decide(moments, before, *_):
        done = len(before)
        return [Decided(each.change, withheld="plans issued, Kent" * (each.change == 2)) for each in moments[done:]]

    by_rules = Decider("rules", decide)
    for day in (0, 1):
        accept(database, standard({ISSUED: 60 + day}), by("analyst", at=DAY + timedelta(days=day)), by_rules)
    with snapshot(database) as known:
        found = known.hidden("rules")
    assert (found.withheld, found.before) == ("plans issued, Kent", DAY)


def test_each_store_has_a_secret_of_its_own(tmp_path):
    secrets = set()
    for name in "ab":
        with Database.open(tmp_path / f"{name}.duckdb") as database:
            returned(database, 3)
            with database.reading() as cursor:
                secrets.add(cursor.execute("SELECT secret FROM hidden_rounds").fetchone()[0])
    assert len(secrets) == 2 and {len(secret) for secret in secrets} == {32}


def test_a_total_that_was_let_go_is_kept_back_no_longer():
    item = Item(IN_TIME, "E10000016", Q3, 4)
    kept, let_go = Decided(2, {item: WhyHidden.PRINTED}), Decided(3, {}, frozenset({item}))
    assert kept_back_after([kept]) == {(2, item)}
    assert kept_back_after([kept, let_go]) == frozenset()
