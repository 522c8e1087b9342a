from dataclasses import replace
from datetime import UTC, datetime, timedelta

import pytest

from programme.access import NotAllowed, Person, Role, person_here
from programme.log import Logged
from store import moments
from store.accounts import people
from store.accounts.tokens import TokenAsked, keep_token, revoke_token, token_hashed, tokens
from store.errors import StoreError
from store.log.log import log_rows
from tests.accepting import person

ADMINISTRATOR = Person("Head of data", "local:9", frozenset({Role.ADMINISTRATOR}))
POWER_BI = TokenAsked("Power BI", Role.READER, timedelta(days=90))
ANALYSTS = replace(POWER_BI, name="Model", role=Role.ANALYST)


@pytest.fixture
def ann(database):
    return people.enrol(database, "Ann Field", {Role.ANALYST, Role.CHAIR}, ADMINISTRATOR)


def kept(database, owner, asked=POWER_BI, digest="h"):
    return keep_token(database, asked, digest, (owner.number, owner.account), person_here("me"))


def logged(database) -> list[str]:
    with database.cursor() as cursor:
        told = {Logged.MADE_TOKEN, Logged.REVOKED_TOKEN}
        return [f"{row.deed}: {row.what}" for row in log_rows(cursor) if row.deed in told]


def test_a_token_is_kept_by_its_hash_and_found_by_it(database, ann, monkeypatch):
    monkeypatch.setattr(moments, "now", lambda: datetime(2026, 11, 26, 12))
    token = kept(database, ann)
    assert (token.number, token.name, token.role, token.person, token.account) == (1, "Power BI", Role.READER, 1, "local:1")
    assert token.expires_at == datetime(2027, 2, 24, 12, tzinfo=UTC)
    assert (token_hashed(database, "h"), token_hashed(database, "other"), tokens(database)) == (token, None, [token])
    assert token.over(token.expires_at - timedelta(microseconds=1)) == ""
    assert token.over(token.expires_at) == "it has expired"
    assert logged(database) == ["made a token: token 1 (Power BI) of local:1: reader, until 2027-02-24"]


@pytest.mark.parametrize(
    ("role", "maker", "owner"),
    [
        (Role.ANALYST, {Role.ADMINISTRATOR}, {Role.ANALYST}),
        (Role.ANALYST, {Role.ADMINISTRATOR, Role.ANALYST}, {Role.LEAD}),
        (Role.LEAD, {Role.ADMINISTRATOR}, {Role.LEAD}),
        (Role.READER, {Role.ADMINISTRATOR}, ()),
    ],
)
def test_it_is_shown_no_more_than_its_maker_and_its_owner(database, role, maker, owner):
    owned = people.enrol(database, "Bo", owner, ADMINISTRATOR)
    with pytest.raises(
        NotAllowed, match=rf"^A token may be shown no more than who makes it .* got: one for the {role}, and "
    ):
        keep_token(database, replace(POWER_BI, role=role), "h", (1, owned.account), Person("A", "local:7", frozenset(maker)))
    assert tokens(database) == []


def test_for_somebody_else_only_an_administrator_makes_one(database, ann):
    with pytest.raises(NotAllowed, match=r"^Only an administrator may do this \(manage people\)"):
        keep_token(database, POWER_BI, "h", (1, ann.account), Person("Bo", "local:2", frozenset({Role.ANALYST})))


def test_a_revoked_one_stays_to_be_seen_and_is_not_revoked_again(database, ann):
    kept(database, ann)
    ended = revoke_token(database, 1, ann.person(frozenset()))
    assert (ended.ended_by, ended.over(moments.aware(moments.now()))) == ("local:1", "it was revoked")
    assert token_hashed(database, "h") == ended
    with pytest.raises(StoreError, match=r"^A token can be revoked while it lives, got: number 1, but it was revoked\."):
        revoke_token(database, 1, ADMINISTRATOR)
    with pytest.raises(StoreError, match=r"^A token must be one of those .* got: number 2\. Nothing was changed\."):
        revoke_token(database, 2, ADMINISTRATOR)
    assert logged(database)[1:] == ["ended a token: token 1 (Power BI) of local:1: it was revoked"]


def test_somebody_elses_is_the_administrators_to_revoke(database, ann):
    kept(database, ann)
    with pytest.raises(NotAllowed, match=r"^Only its owner or an administrator may revoke a token, got: somebody else's\."):
        revoke_token(database, 1, Person("Bo", "local:2", frozenset({Role.ANALYST})))
    assert revoke_token(database, 1, ADMINISTRATOR).ended_by == "local:9"


def test_it_ends_with_its_owners_access_for_good(database, ann):
    kept(database, ann)
    people.strike(database, 1, ADMINISTRATOR)
    assert tokens(database)[0].over(moments.aware(moments.now())) == "the access of whom it belonged to was ended"
    assert logged(database)[-1].endswith("token 1 (Power BI) of local:1: the access of whom it belonged to was ended")


def test_it_ends_with_a_role_without_which_its_owner_is_shown_less(database, ann):
    kept(database, ann)
    kept(database, ann, ANALYSTS, "other")
    people.give_roles(database, 1, {Role.CHAIR}, ADMINISTRATOR)
    people.give_roles(database, 1, {Role.CHAIR, Role.ANALYST}, ADMINISTRATOR)
    now = moments.aware(moments.now())
    assert [each.over(now) for each in tokens(database)] == ["", "a role was taken from whom it belonged to"]


def test_it_ends_where_a_password_is_reset(database, ann):
    kept(database, ann)
    people.forget_password(database, 1, ADMINISTRATOR)
    assert tokens(database)[0].over(moments.aware(moments.now())) == "the password of whom it belonged to was reset"


def test_one_of_this_machine_belongs_to_nobody_who_signs_in(database):
    here = person("somebody")
    token = keep_token(database, ANALYSTS, "h", (None, here.owner), here)
    assert (token.person, token.account) == (None, here.account)
