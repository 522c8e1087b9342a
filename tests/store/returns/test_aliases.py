from datetime import UTC, datetime, timedelta

import pytest

from loaders.naming import naming
from programme.access import NotAllowed, Person, Role
from programme.aliases import Alias, Thing
from programme.submission import Acceptance
from store.errors import StoreError
from store.log.log import log_rows
from store.returns.aliases import aliases_of, keep_alias, withdraw_alias
from store.snapshot import snapshot
from tests.accepting import by

SHEPWAY = Alias(Thing.AREA, "E07000112", "Shepway")
THEN = datetime(2025, 6, 2, 12, tzinfo=UTC)


def kept(database, alias=SHEPWAY, at=THEN, reason="we still say so"):
    return keep_alias(database, alias, by("Ann", reason, at=at), naming())


def test_an_alias_is_kept_with_who_when_and_why_and_is_in_the_log(database):
    kept(database)
    (found,) = aliases_of(database)
    assert (found.number, found.alias, found.at, found.by, found.reason) == (1, SHEPWAY, THEN, "Ann", "we still say so")
    with database.cursor() as cursor:
        (row,) = log_rows(cursor)
    assert (row.deed, row.what) == ("added an alias", "number 1: the area E07000112 is called Shepway")


def test_a_moment_knows_the_aliases_of_its_own(database):
    kept(database)
    withdraw_alias(database, 1, by("Bo", "the old name is gone", at=THEN + timedelta(days=2)))
    moments = {days: aliases_of(database, THEN + timedelta(days=days)) for days in (-1, 0, 1, 2)}
    told = {days: [each.withdrawal and each.withdrawal.by for each in found] for days, found in moments.items()}
    assert told == {-1: [], 0: [None], 1: [None], 2: ["Bo"]}
    with snapshot(database, THEN) as known:
        assert known.aliases == moments[0]


def test_a_name_that_was_taken_back_may_mean_another_thing(database):
    kept(database)
    withdraw_alias(database, 1, by("Bo", "it was the wrong district", at=THEN))
    dover = Alias(Thing.AREA, "E07000108", "Shepway")
    assert kept(database, dover, THEN + timedelta(days=1)).number == 2


@pytest.mark.parametrize(
    "alias, sentence",
    [
        (
            Alias(Thing.AREA, "E07000112", "Ashford"),
            "An alias must be no name of another area, Ashford, got: Ashford for Folkestone and Hythe. Nothing was stored.",
        ),
        (
            Alias(Thing.AREA, "E07000108", "SHEPWAY"),
            "An alias must be no name of another area, Folkestone and Hythe, got: SHEPWAY for Dover. Nothing was stored.",
        ),
        (
            SHEPWAY,
            "An alias must be new: Folkestone and Hythe is called so already, got: Shepway for Folkestone and Hythe. "
            "Nothing was stored.",
        ),
        (
            Alias(Thing.AREA, "E07000112", " "),
            "An alias must have letters or digits, and at most 300 signs, got: nothing for Folkestone and Hythe. "
            "Nothing was stored.",
        ),
    ],
)
def test_an_alias_that_cannot_be_one_is_refused(database, alias, sentence):
    kept(database)
    with pytest.raises(StoreError) as refused:
        kept(database, alias)
    assert str(refused.value) == sentence
    assert len(aliases_of(database)) == 1


def test_nobody_is_nobody(database):
    with pytest.raises(StoreError, match=r"^Whoever adds an alias must give a name or role, got: nothing\."):
        keep_alias(database, SHEPWAY, by(" "), naming())


def test_taking_back_needs_a_number_a_reason_and_one_that_stands(database):
    with pytest.raises(StoreError, match=r"^It must be one of the 0 aliases that were added here, got: number 1\."):
        withdraw_alias(database, 1, by("Bo", "wrong"))
    kept(database)
    with pytest.raises(StoreError, match=r"^A withdrawal must say who withdraws and why, got: nothing\."):
        withdraw_alias(database, 1, by("Bo"))
    withdraw_alias(database, 1, by("Bo", "the old name is gone", at=THEN))
    with pytest.raises(StoreError, match=r"^The alias number 1 was withdrawn already, by Bo\. Nothing was changed\.$"):
        withdraw_alias(database, 1, by("Bo", "the old name is gone"))


def test_only_analysts_may(database):
    lead = Person("Lee", "", frozenset({Role.LEAD}))
    with pytest.raises(NotAllowed):
        keep_alias(database, SHEPWAY, Acceptance(lead), naming())
