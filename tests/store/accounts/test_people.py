import pytest

from programme.access import NotAllowed, Person, Role
from store import moments
from store.accounts import people, sessions
from store.errors import StoreError
from tests.accepting import person

ADMINISTRATOR = Person("Head of data", "local:1", frozenset({Role.ADMINISTRATOR}))


@pytest.fixture
def ann(database):
    return people.enrol(database, "Ann  Field", {Role.LEAD, Role.CHAIR}, ADMINISTRATOR)


def test_a_person_is_told_apart_by_a_number_that_is_never_given_again(database, ann):
    assert (ann.number, ann.name, ann.account, ann.has_password) == (1, "Ann Field", "local:1", False)
    assert ann.roles == {Role.LEAD, Role.CHAIR}
    assert ann.added_by == "local:1"
    people.strike(database, 1, ADMINISTRATOR)
    assert people.everybody(database) == []
    again = people.enrol(database, "Ann Field", {Role.READER}, ADMINISTRATOR)
    assert (again.number, again.account) == (2, "local:2")


def test_deeds_are_done_as_the_person_with_the_roles_of_the_list_and_those_of_the_sign_in(ann):
    assert ann.person(frozenset({Role.READER})) == Person(
        "Ann Field", "local:1", frozenset({Role.READER, Role.LEAD, Role.CHAIR})
    )
    assert not ann.person(frozenset()).alone


@pytest.mark.parametrize("typed", ["Ann Field", "ann field", " ANN   FIELD ", "Ａnn Field"])
def test_a_name_is_found_as_people_type_it_and_is_one_persons(database, ann, typed):
    assert people.enrolled_as(database, typed) == ann
    with pytest.raises(StoreError, match=r"theirs alone, got: .*, which somebody has already\. .*Nothing was changed\."):
        people.enrol(database, typed, {Role.READER}, ADMINISTRATOR)
    assert people.enrolled_as(database, "Ann") is None


@pytest.mark.parametrize("typed", ["", "  ", "a" * 81, "a\x00b", "a\u202eb"])
def test_a_name_that_nobody_could_type_again_is_refused(database, typed):
    with pytest.raises(
        ValueError, match=r"have 1 to 80 letters or signs that can be seen, got: \d+\. Nothing was changed\."
    ):
        people.enrol(database, typed, {Role.READER}, ADMINISTRATOR)
    assert not people.anybody_ever(database)


def test_people_are_asked_to_sign_in_from_the_first_person_on_even_when_all_are_gone(database):
    assert not people.anybody_ever(database)
    people.enrol(database, "Ann", {Role.READER}, ADMINISTRATOR)
    people.strike(database, 1, ADMINISTRATOR)
    assert people.anybody_ever(database)


def test_roles_are_those_given_last(database, ann):
    people.give_roles(database, 1, {Role.LEAD, Role.ANALYST}, ADMINISTRATOR)
    assert people.enrolled(database, 1).roles == {Role.LEAD, Role.ANALYST}
    people.give_roles(database, 1, set(), ADMINISTRATOR)
    assert people.enrolled(database, 1).roles == frozenset()


def test_a_link_is_used_once_by_one_person(database, ann):
    people.keep_link(database, 1, "h1", ADMINISTRATOR)
    people.keep_link(database, 1, "h2", ADMINISTRATOR)
    assert people.whose_link(database, "h1").name == "Ann Field"
    assert people.use_link(database, "h1", "scrypt one").has_password
    assert people.password_hash(database, 1) == "scrypt one"
    assert people.use_link(database, "h1", "scrypt two") is None
    assert people.use_link(database, "h2", "scrypt two") is None, "the others go with it"
    assert people.whose_link(database, "h2") is None
    assert people.password_hash(database, 1) == "scrypt one"
    people.set_password(database, 1, "scrypt three")
    assert people.password_hash(database, 1) == "scrypt three"


@pytest.mark.parametrize(("hours", "lives"), [(23.9, True), (24.1, False)])
def test_a_link_lives_for_a_day(database, ann, monkeypatch, hours, lives):
    people.keep_link(database, 1, "h1", ADMINISTRATOR)
    later = moments.now() + people.LINK_LIVES * hours / 24
    monkeypatch.setattr(moments, "now", lambda: later)
    assert (people.whose_link(database, "h1") is not None) == lives
    assert (people.use_link(database, "h1", "scrypt one") is not None) == lives


def test_of_who_is_removed_nothing_is_left_that_opens_a_door(database, ann):
    people.keep_link(database, 1, "h1", ADMINISTRATOR)
    people.set_password(database, 1, "scrypt one")
    sessions.begin_session(database, "c1", 1, frozenset(), "127.0.0.1")
    people.strike(database, 1, ADMINISTRATOR)
    assert people.whose_link(database, "h1") is None
    assert people.use_link(database, "h1", "scrypt two") is None
    assert people.password_hash(database, 1) == ""
    assert people.enrolled(database, 1) is None
    assert sessions.session_of(database, "c1") == sessions.Ended("An administrator ended this access.", known=True)


def test_a_reset_ends_password_links_and_sessions(database, ann):
    people.keep_link(database, 1, "h1", ADMINISTRATOR)
    people.set_password(database, 1, "scrypt one")
    sessions.begin_session(database, "c1", 1, frozenset(), "127.0.0.1")
    people.forget_password(database, 1, ADMINISTRATOR)
    assert people.enrolled(database, 1) == ann
    assert people.password_hash(database, 1) == ""
    assert people.whose_link(database, "h1") is None
    assert sessions.session_of(database, "c1") == sessions.Ended("An administrator asked for a new password.", known=True)


def test_somebody_of_another_issuer_is_issuer_and_subject_whatever_they_are_called(database):
    first = people.enrol_of_issuer(database, "Bo", "https://id.example", "42")
    assert (first.account, first.roles) == ("https://id.example 42", frozenset())
    renamed = people.enrol_of_issuer(database, "Bo Lind", "https://id.example", "42")
    assert (renamed.number, renamed.name) == (first.number, "Bo Lind")
    assert people.enrol_of_issuer(database, "Bo", "https://other.example", "42").number == 2
    assert people.of_issuer(database, "https://id.example", "42") == (renamed, False)
    assert people.enrolled_as(database, "Bo Lind") is None, "no password of ours is theirs"
    people.strike(database, 1, ADMINISTRATOR)
    assert people.of_issuer(database, "https://id.example", "42") == (None, True)
    assert people.of_issuer(database, "https://id.example", "43") == (None, False)


@pytest.mark.parametrize("role", [role for role in Role if role is not Role.ADMINISTRATOR])
def test_people_are_the_administrators(database, ann, role):
    somebody = Person("somebody", "local:9", frozenset({role}))
    for deed in (
        lambda: people.enrol(database, "Bo", {Role.READER}, somebody),
        lambda: people.give_roles(database, 1, {Role.READER}, somebody),
        lambda: people.strike(database, 1, somebody),
        lambda: people.forget_password(database, 1, somebody),
        lambda: people.keep_link(database, 1, "h1", somebody),
    ):
        with pytest.raises(NotAllowed, match=r"^Only an administrator may do this \(manage people\), got: "):
            deed()
    assert people.everybody(database) == [ann]


def test_who_has_every_role_may_too(database):
    assert people.enrol(database, "Bo", {Role.READER}, person()).number == 1
