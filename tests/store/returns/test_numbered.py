from datetime import UTC, datetime, timedelta

import pytest

from loaders.naming import naming
from programme.access import TakenBack
from programme.aliases import Alias, Thing
from store.errors import StoreError
from store.returns.aliases import keep_alias, withdraw_alias
from store.returns.layouts import keep_layout, withdraw_layout
from store.returns.numbered import rows_numbered, taken_back
from tests.accepting import by

DAY = datetime(2025, 1, 20, 9, tzinfo=UTC)
LATER = timedelta(days=1)


def a_layout(database):
    return keep_layout(database, "Ours", 'name = "Ours"\n', by("Ann", "every month", at=DAY))


def an_alias(database):
    return keep_alias(database, Alias(Thing.AREA, "E07000112", "Shepway"), by("Ann", "as ever", at=DAY), naming())


KINDS = {"layout": (a_layout, withdraw_layout), "alias": (an_alias, withdraw_alias)}


@pytest.mark.parametrize(("keep", "withdraw"), KINDS.values(), ids=KINDS)
def test_what_is_taken_back_happens_after_it_was_kept_and_needs_who_and_why(database, keep, withdraw):
    made = keep(database)
    with pytest.raises(ValueError, match="What is stored next must not be earlier than"):
        withdraw(database, made.number, by("Bo", "too early", at=DAY - LATER))
    with pytest.raises(StoreError, match=r"^A withdrawal must say who withdraws and why, got: nothing\."):
        withdraw(database, made.number, by("", "", at=DAY + LATER))
    gone = withdraw(database, made.number, by("Bo", "another came", at=DAY + LATER)).withdrawal
    assert (gone.at, gone.doer, gone.reason) == (DAY + LATER, "Bo", "another came")


def test_what_was_not_taken_back_says_nothing_of_it():
    assert taken_back(None, "", "", "") is None
    assert taken_back(datetime(2025, 1, 20, 9), "Bo", "7", "why") == TakenBack(DAY, "Bo", "7", "why")


def test_things_come_in_the_order_kept_each_with_how_it_was_taken_back(database):
    kept = "SELECT number, name FROM layouts"
    gone = "SELECT number, withdrawn_at, withdrawn_by, account, reason FROM layout_withdrawals"
    with database.cursor() as cursor:
        assert rows_numbered(cursor, kept, gone) == []
    for _ in range(2):
        a_layout(database)
    how = withdraw_layout(database, 1, by("Bo", "another came", at=DAY + LATER)).withdrawal
    with database.cursor() as cursor:
        assert rows_numbered(cursor, kept, gone) == [((1, "Ours"), how), ((2, "Ours"), None)]
