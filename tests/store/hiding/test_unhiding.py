from dataclasses import replace
from datetime import UTC, datetime, timedelta

import pytest

from disclosure.decide import decider
from programme.access import NotAllowed, Person, Role
from programme.areas import DISTRICTS, KENT
from programme.hidden import Decider, Item, WhyHidden
from record.audited import audited
from store.errors import StoreError
from store.hiding.hidden import bring_up_to_date, decisions
from store.hiding.unhiding import ask_to_unhide, askings, refuse_to_unhide, unhide
from store.order import ledger
from store.returns.versions import accept
from store.snapshot import snapshot
from tests.accepting import by
from tests.store.submissions import EXCLUSIONS, Q3, exclusions

DAY = datetime(2025, 1, 20, 9, tzinfo=UTC)
SMALL = Item(EXCLUSIONS, DISTRICTS[0].code, Q3, 1)
ANALYST = Person("A. Nalyst", "a@desk-1", frozenset({Role.ANALYST}))
ADMINISTRATOR = Person("A. Dmin", "d@desk-2", frozenset({Role.ADMINISTRATOR}))


def later(days):
    return DAY + timedelta(days=days)


def asked(reason="it was published in the council's own report", day=1):
    return replace(by(reason=reason, at=later(day)), by=ANALYST)


def ruled(reason="seen in print, page 12", day=2):
    return replace(by(reason=reason, at=later(day)), by=ADMINISTRATOR)


def returned(database, counts, day=0):
    return accept(database, exclusions(counts), by(at=later(day)), decider())


@pytest.fixture
def database(database):
    returned(database, [3] + [9] * 11)
    return database


def hidden(database, as_at=None):
    with snapshot(database, as_at) as known:
        return known.hidden(decider().rules).items


def cover(database):
    (found,) = hidden(database) - {SMALL}
    return found


def test_what_is_granted_is_hidden_no_longer_and_earlier_moments_are_as_they_were(database):
    before = hidden(database)
    number = ask_to_unhide(database, SMALL, asked(), decider())
    assert hidden(database) == before
    unhide(database, number, ruled(), decider())
    assert hidden(database) == before - {SMALL}
    assert hidden(database, later(1.5)) == before
    assert hidden(database, later(2)) == before - {SMALL}
    with snapshot(database) as known:
        assert SMALL in known.hidden(decider().rules).ever  # so that no correction of it is listed


def test_who_asked_and_who_granted_when_and_why_is_kept(database):
    unhide(database, ask_to_unhide(database, SMALL, asked(), decider()), ruled(), decider())
    (found,) = askings(database)
    assert (found.number, found.item, found.at, found.doer) == (1, SMALL, later(1), "A. Nalyst (a@desk-1)")
    assert found.reason == "it was published in the council's own report"
    ruling = found.ruling
    assert (ruling.granted, ruling.at, ruling.doer) == (True, later(2), "A. Dmin (d@desk-2)")
    assert ruling.reason == "seen in print, page 12"
    assert [each.ruling for each in askings(database, later(1.5))] == [None]
    assert askings(database, later(0.5)) == []


def test_a_grant_is_a_change_to_the_store_and_what_is_asked_or_refused_is_none(database):
    with database.cursor() as cursor:
        assert ledger.newest_change(cursor) == 1
        refuse_to_unhide(database, ask_to_unhide(database, SMALL, asked(), decider()), ruled())
        assert ledger.newest_change(cursor) == 1
        unhide(database, ask_to_unhide(database, SMALL, asked(day=3), decider()), ruled(day=4), decider())
        assert ledger.newest_change(cursor) == 2
        assert [(each.change, set(each.released)) for each in decisions(cursor)] == [(1, set()), (2, {SMALL})]


def test_what_is_refused_stays_hidden_with_the_reason(database):
    refuse_to_unhide(database, ask_to_unhide(database, SMALL, asked(), decider()), ruled("not in print"))
    assert SMALL in hidden(database)
    (found,) = askings(database)
    assert (found.ruling.granted, found.ruling.reason, found.ruling.doer) == (False, "not in print", "A. Dmin (d@desk-2)")


def test_what_would_give_another_count_away_cannot_be_asked_for_and_an_analyst_is_told_which(database):
    with pytest.raises(StoreError) as refused:
        ask_to_unhide(database, cover(database), asked(), decider())
    assert str(refused.value) == (
        "What is shown again must leave every other small count protected, got one with which could be worked out: "
        f"{SMALL.told}. Nothing was changed."
    )
    assert askings(database) == []


def test_what_would_give_another_away_by_now_is_not_granted_and_it_is_not_said_which(database):
    number = ask_to_unhide(database, SMALL, asked(), decider())
    covering = cover(database)
    returned(database, [3] + [2 if area.code == covering.area else 9 for area in DISTRICTS[1:]], day=2)
    before = hidden(database)
    assert {SMALL, covering} <= before  # 3 and 2: whoever knows the one knows the other
    with pytest.raises(StoreError) as refused:
        unhide(database, number, ruled(day=3), decider())
    assert str(refused.value) == (
        "What is shown again must leave every other small count protected, got: 1 that could be worked out with "
        f"{SMALL.told}. It stays hidden. Nothing was changed."
    )
    assert hidden(database) == before
    assert askings(database)[-1].ruling is None


def test_a_small_count_that_follows_one_that_was_released_is_protected_again(database):
    """Its cover is no secret any more: it is Kent's new total that goes."""
    unhide(database, ask_to_unhide(database, SMALL, asked(), decider()), ruled(), decider())
    returned(database, [2] + [9] * 11, day=4)
    assert {SMALL, Item(EXCLUSIONS, KENT.code, Q3, 1)} <= hidden(database)
    assert audited(database).audit.narrowed == ()


def test_what_was_released_stays_seen_while_it_says_the_same_and_by_other_rules(database):
    unhide(database, ask_to_unhide(database, SMALL, asked(), decider()), ruled(), decider())
    returned(database, [3] + [9] * 10 + [8], day=3)
    assert SMALL not in hidden(database)
    bring_up_to_date(database, Decider("other rules", decider().decide))
    with snapshot(database) as known:
        assert SMALL not in known.hidden("other rules").items


def test_a_number_that_was_hidden_when_it_was_small_can_be_asked_for_unless_it_tells_what_it_was(database):
    returned(database, [12] + [9] * 11, day=1)
    with pytest.raises(StoreError, match="could be worked out"):
        ask_to_unhide(database, SMALL, asked(day=2), decider())  # 12 of 111 leaves 9 for its cover, and 3 for it before


@pytest.mark.parametrize("role", [role for role in Role if role is not Role.ANALYST])
def test_only_an_analyst_asks(database, role):
    with pytest.raises(NotAllowed, match=r"^Only an analyst may do this"):
        ask_to_unhide(database, SMALL, replace(asked(), by=Person("x", "", frozenset({role}))), decider())


@pytest.mark.parametrize("role", [role for role in Role if role is not Role.ADMINISTRATOR])
def test_only_an_administrator_grants_or_refuses(database, role):
    number = ask_to_unhide(database, SMALL, asked(), decider())
    who = replace(ruled(), by=Person("x", "", frozenset({role})))
    with pytest.raises(NotAllowed, match=r"^Only an administrator may do this"):
        unhide(database, number, who, decider())
    with pytest.raises(NotAllowed, match=r"^Only an administrator may do this"):
        refuse_to_unhide(database, number, who)
    assert SMALL in hidden(database)


def test_nobody_grants_what_they_asked_for_but_they_may_think_better_of_it(database):
    both = Person("A. Dmin, by another name", "a@desk-1", frozenset({Role.ANALYST, Role.ADMINISTRATOR}))
    number = ask_to_unhide(database, SMALL, asked(), decider())
    with pytest.raises(NotAllowed) as refused:
        unhide(database, number, replace(ruled(), by=both), decider())
    assert str(refused.value) == (
        "A release must be granted by another person than the one who asked for it, got: number 1, asked for and to be "
        "granted by A. Nalyst (a@desk-1). Nothing was changed."
    )
    assert SMALL in hidden(database)
    refuse_to_unhide(database, number, replace(ruled(), by=both))
    assert askings(database)[0].ruling.granted is False


def test_where_nobody_is_asked_to_sign_in_one_person_asks_and_grants(database):
    alone = replace(ANALYST, roles=frozenset(Role), alone=True)
    number = ask_to_unhide(database, SMALL, replace(asked(), by=alone), decider())
    unhide(database, number, replace(ruled(), by=alone), decider())
    assert SMALL not in hidden(database)


def test_nobody_asks_or_rules_without_a_reason(database):
    with pytest.raises(
        StoreError, match=r"^What is asked for must say who asks and why, got: nothing\. Nothing was changed\.$"
    ):
        ask_to_unhide(database, SMALL, asked(" "), decider())
    number = ask_to_unhide(database, SMALL, asked(), decider())
    with pytest.raises(StoreError, match=r"^A grant must say who grants and why, got: tbc\. Nothing was changed\.$"):
        unhide(database, number, ruled("tbc"), decider())
    with pytest.raises(StoreError, match=r"^A refusal must say who refuses and why, got: nothing\. Nothing was changed\.$"):
        refuse_to_unhide(database, number, ruled(""))


def test_what_is_seen_or_asked_for_already_cannot_be_asked_for(database):
    seen = Item(EXCLUSIONS, KENT.code, Q3, 1)
    with pytest.raises(StoreError, match=r"^Only what is hidden can be shown again, got: .*, Kent, 2024/25 Q3\. Nothing"):
        ask_to_unhide(database, seen, asked(), decider())
    ask_to_unhide(database, SMALL, asked(), decider())
    with pytest.raises(StoreError, match=r"^This is asked for already, as number 1 by A\. Nalyst \(a@desk-1\)\. Nothing"):
        ask_to_unhide(database, SMALL, asked(day=2), decider())


def test_what_is_ruled_already_or_was_never_asked_for_is_said(database):
    with pytest.raises(StoreError, match=r"^It must be one of the 0 that were asked for, got: number 7\."):
        unhide(database, 7, ruled(), decider())
    number = ask_to_unhide(database, SMALL, asked(), decider())
    unhide(database, number, ruled(), decider())
    for again in (lambda: unhide(database, number, ruled(), decider()), lambda: refuse_to_unhide(database, number, ruled())):
        with pytest.raises(StoreError, match=r"^Number 1 was granted already, by A\. Dmin \(d@desk-2\)\. Nothing"):
            again()


def test_nothing_is_shown_again_while_readers_keep_the_state_before(database):
    real = decider()

    def withholding(*given):
        return [replace(each, hidden={SMALL: WhyHidden.SMALL}, withheld="a figure") for each in real.decide(*given)]

    with pytest.raises(StoreError, match=r"^Nothing can be shown again while readers keep the state before a return"):
        ask_to_unhide(database, SMALL, asked(), Decider("withholding", withholding))


def test_a_grant_is_never_before_what_was_stored_before_it(database):
    """A past moment would show what nobody looked at together."""
    number = ask_to_unhide(database, SMALL, asked(), decider())
    returned(database, [3] + [8] * 11, day=4)
    with pytest.raises(ValueError, match=r"^What is stored next must not be earlier than 2025-01-24"):
        unhide(database, number, ruled(day=3), decider())


def test_a_machine_whose_day_nobody_confirmed_is_asked_about(database):
    for doing in (lambda by_now: ask_to_unhide(database, SMALL, by_now, decider()),):
        with pytest.raises(StoreError, match=r"^More than 120 days after the newest thing that is stored"):
            doing(replace(asked(), at=None))


def test_a_rolling_year_says_over_how_many_quarters():
    text = Item("plans_issued", KENT.code, Q3, 4).told
    assert text == "Plans issued, excluding exceptions, Kent, the 4 quarters to 2024/25 Q3"
