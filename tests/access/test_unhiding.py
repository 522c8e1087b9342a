from datetime import UTC, datetime, timedelta

import pytest

from access.unhiding import ask_for, asked_for, grant, refuse
from disclosure.decide import decider
from programme.areas import DISTRICTS
from programme.hidden import Item
from record.records import read
from store.errors import StoreError
from store.returns.versions import accept
from tests.accepting import by
from tests.store.submissions import EXCLUSIONS, Q3, exclusions

DAY = datetime(2025, 1, 20, 9, tzinfo=UTC)
SMALL = Item(EXCLUSIONS, DISTRICTS[0].code, Q3, 1)


def because(day):
    return by(reason="it was in print", at=DAY + timedelta(days=day))


def test_what_is_asked_refused_asked_again_and_granted_is_shown(database):
    accept(database, exclusions([3] + [9] * 11), by(at=DAY), decider())
    (first,) = ask_for(database, [SMALL], because(1))
    refuse(database, first, because(2))
    (second,) = ask_for(database, [SMALL], because(3))
    assert SMALL in read(database).hidden.items
    assert grant(database, second, by("administrator", reason="so it was", at=DAY + timedelta(days=4))).item == SMALL
    assert SMALL not in read(database).hidden.items
    assert SMALL in read(database, DAY + timedelta(days=3)).hidden.items
    assert [each.ruling.granted for each in asked_for(database)] == [False, True]
    assert [each.ruling is None for each in asked_for(database, DAY + timedelta(days=3))] == [False, True]


@pytest.mark.parametrize("reason", ["it was 3 in print", "Three, says the paper", "page 12: 3.", "3"])
def test_a_reason_that_says_the_hidden_number_is_refused(database, reason):
    accept(database, exclusions([3] + [9] * 11), by(at=DAY), decider())
    with pytest.raises(StoreError, match=r"^A reason must not say the hidden number itself"):
        ask_for(database, [SMALL], by(reason=reason, at=DAY + timedelta(days=1)))
    assert asked_for(database) == []
    assert ask_for(database, [SMALL], by(reason="in print, page 33, since 2023", at=DAY + timedelta(days=1))) == [1]
