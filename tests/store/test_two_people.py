from datetime import UTC, datetime

import pytest

from programme.access import NotAllowed, Person, Role
from programme.redaction import RedactedKind, RedactedPlace, Redaction, RedactionRuling
from store.errors import StoreError
from store.two_people import refuse_the_same_person, refuse_unsaid, waiting
from tests.accepting import by

AT = datetime(2026, 1, 5, tzinfo=UTC)
MUST = "It must be another"
ANN = Person("Ann", "local:1", frozenset({Role.ANALYST}))


def named(number=1, ruling=None, account="local:1"):
    return Redaction(number, RedactedPlace(RedactedKind.NAME), AT, "Ann", account, "why", ruling)


@pytest.mark.parametrize("reason", ["", "  ", "tbc"])
def test_who_and_why_must_be_said(reason):
    with pytest.raises(StoreError, match=f"^It must be said, got: {reason.strip() or 'nothing'}. Nothing was changed.$"):
        refuse_unsaid(by(reason=reason), "It must be said")
    refuse_unsaid(by(reason="the family asked"), "It must be said")


def test_the_one_that_waits_is_found_by_its_number():
    assert waiting([named(1), named(2)], 2, "named") == named(2)
    with pytest.raises(StoreError, match=r"^It must be one of the 1 that were named, got: number 2\. Nothing"):
        waiting([named()], 2, "named")


@pytest.mark.parametrize(("so", "word"), [(True, "carried out"), (False, "refused")])
def test_what_was_ruled_on_is_not_ruled_on_again(so, word):
    with pytest.raises(StoreError, match=rf"^Number 1 was {word} already, by Bo\. Nothing was changed\.$"):
        waiting([named(ruling=RedactionRuling(so, AT, "Bo", "", "why"))], 1, "named")


def test_nobody_rules_on_what_they_asked_for_whatever_name_they_give():
    with pytest.raises(NotAllowed, match=r"^It must be another, got: number 1, named and ruled on by Ann \("):
        refuse_the_same_person(named(), Person("Bo", "local:1", ANN.roles), MUST, "named and ruled on")
    refuse_the_same_person(named(), Person("Ann", "local:2", ANN.roles), MUST, "named and ruled on")
    with pytest.raises(NotAllowed):
        refuse_the_same_person(named(account=""), Person("Ann", "", ANN.roles), MUST, "named and ruled on")
