import pytest

from programme.access import (
    EVERY_ROLE,
    MAY,
    Deed,
    NotAllowed,
    Owned,
    Person,
    Role,
    demand,
    may,
    person_here,
    refusal,
    sees_hidden,
    sees_no_more,
    sees_unsigned,
    sight,
)


def holding(*roles: Role, alone: bool = False) -> Person:
    return Person("somebody", "somebody@desk-7", frozenset(roles), alone)


def test_a_role_is_named_as_it_is_typed_on_the_command_line():
    assert [str(role) for role in Role] == ["reader", "analyst", "lead", "chair", "administrator"]
    assert Role("reader") is Role.READER


def test_a_word_that_is_no_role_is_refused():
    with pytest.raises(ValueError, match="'board' is not a valid Role"):
        Role("board")


def test_every_deed_is_somebodys_and_every_role_is_in_the_table():
    assert set(MAY) == set(Role)
    assert set().union(*MAY.values()) == set(Deed)


@pytest.mark.parametrize(
    ("deed", "roles"),
    [
        (Deed.SEE_HIDDEN, {Role.ANALYST}),
        (Deed.SEE_ORIGINAL, {Role.ANALYST}),
        (Deed.ACCEPT, {Role.ANALYST}),
        (Deed.WRITE_WORDS, {Role.LEAD}),
        (Deed.APPROVE, {Role.CHAIR}),
        (Deed.RESTORE, {Role.ADMINISTRATOR}),
        (Deed.RELEASE_HIDDEN, {Role.ADMINISTRATOR}),
        (Deed.TAKE_AWAY, set(Role)),
    ],
)
def test_who_may_do_what(deed, roles):
    assert {role for role in Role if may(holding(role), deed)} == roles


def test_several_roles_give_all_of_their_deeds_and_none_gives_none():
    both = holding(Role.LEAD, Role.CHAIR)
    assert may(both, Deed.ASSESS)
    assert may(both, Deed.SIGN_MINUTES)
    assert not may(both, Deed.ACCEPT)
    assert not any(may(holding(), deed) for deed in Deed)


def test_a_refusal_says_who_may_and_what_was_got():
    with pytest.raises(NotAllowed) as said:
        demand(holding(Role.READER), Deed.WITHDRAW)
    assert str(said.value) == "Only an analyst may do this (withdraw), got: reader. Nothing was changed."


def test_approving_needs_a_second_person_who_cannot_be_told_apart_where_nobody_signs_in():
    assert may(holding(Role.CHAIR), Deed.APPROVE)
    assert refusal(holding(*Role, alone=True), Deed.APPROVE) == (
        "This (approve) needs a second person, who wrote none of the words, got: a machine that asks nobody to sign in. "
        "It can be done once people sign in. Nothing was changed."
    )


def test_a_token_is_its_owners_and_the_administrators_to_revoke():
    own, foreign = Owned("somebody@desk-7"), Owned("other@desk-8")
    assert may(holding(Role.READER), Deed.REVOKE_TOKEN, own)
    assert not may(holding(Role.READER), Deed.REVOKE_TOKEN, foreign)
    assert may(holding(Role.ADMINISTRATOR), Deed.REVOKE_TOKEN, foreign)


def test_a_draft_is_its_owners_alone():
    own, foreign = Owned("somebody@desk-7"), Owned("other@desk-8")
    assert may(holding(Role.ANALYST), Deed.UPLOAD, own)
    assert not may(holding(Role.READER), Deed.UPLOAD, own)
    assert refusal(holding(*Role), Deed.UPLOAD, foreign) == (
        "Only its owner may open, change or throw away a draft, got: somebody else's. Nothing was changed."
    )


def test_a_thing_is_the_same_persons_under_every_name_and_in_every_role():
    here = person_here("this machine")
    assert here.owner == here.called("SEND analyst").looking_as(Role.ANALYST).owner == here.account
    narrowed = Person(
        "this machine, as analyst", f"this machine, as analyst: {here.account}", EVERY_ROLE, True, here.account
    )
    assert may(narrowed, Deed.UPLOAD, Owned(here.account))


def test_only_analysts_see_what_could_point_to_a_child_and_the_administrator_does_not():
    assert [role for role in Role if sees_hidden(role)] == [Role.ANALYST]
    assert sight(holding(Role.ADMINISTRATOR, Role.READER)) is Role.READER
    assert sight(holding(Role.READER, Role.ANALYST)) is Role.ANALYST


def test_leads_chairs_and_analysts_see_what_is_not_signed_off_and_leads_and_chairs_no_more_than_that():
    assert [role for role in Role if sees_unsigned(role)] == [Role.ANALYST, Role.LEAD, Role.CHAIR]
    assert sight(holding(Role.ADMINISTRATOR, Role.CHAIR)) is Role.LEAD
    assert sight(holding(Role.LEAD)) is Role.LEAD
    assert not sees_hidden(sight(holding(Role.LEAD, Role.CHAIR)))


def test_looking_as_one_role_narrows_and_never_widens():
    here = person_here("this machine")
    assert here.roles == EVERY_ROLE
    narrowed = here.looking_as(Role.CHAIR)
    assert narrowed.roles == {Role.CHAIR}
    assert narrowed.alone
    with pytest.raises(ValueError, match="got: analyst"):
        narrowed.looking_as(Role.ANALYST)


def test_whoever_works_at_this_machine_is_named_as_said_with_the_account_of_the_operating_system(monkeypatch):
    monkeypatch.setattr("getpass.getuser", lambda: "jsmith")
    monkeypatch.setattr("socket.gethostname", lambda: "desk-7")
    assert person_here("Head of SEND") == Person("Head of SEND", "jsmith@desk-7", EVERY_ROLE, alone=True)


@pytest.mark.parametrize("fault", [KeyError("uid not found"), OSError("no username"), ImportError("pwd")])
def test_a_user_without_a_name_is_still_somewhere(monkeypatch, fault):
    def nameless():
        raise fault

    monkeypatch.setattr("getpass.getuser", nameless)
    monkeypatch.setattr("socket.gethostname", lambda: "desk-7")
    assert person_here("analyst").account == "@desk-7"


@pytest.mark.parametrize(
    ("role", "roles", "no_more"),
    [
        (Role.READER, [Role.ADMINISTRATOR], True),
        (Role.READER, [], False),
        (Role.LEAD, [Role.READER, Role.ADMINISTRATOR], False),
        (Role.LEAD, [Role.CHAIR], True),
        (Role.LEAD, [Role.ANALYST], True),
        (Role.ANALYST, [Role.LEAD, Role.CHAIR, Role.ADMINISTRATOR], False),
        (Role.ANALYST, [Role.READER, Role.ANALYST], True),
    ],
)
def test_a_role_that_is_shown_no_more_than_others(role, roles, no_more):
    assert sees_no_more(role, roles) is no_more
