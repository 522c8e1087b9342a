import pytest

from access import passwords
from access.claims import Vouched
from access.delays import Delays
from access.door import Door
from access.issuer import Issuer
from access.people import invite, remove, set_first_password
from access.signing import (
    DO_NOT_BELONG,
    NO_ACCESS,
    OTHER_WAY,
    TAKEN_AWAY,
    NotSignedIn,
    admitted,
    sign_in,
    sign_out,
    vouched_for,
    who_holds,
)
from programme.access import Role
from store.accounts.people import everybody, give_roles, password_hash, secret_hash
from store.accounts.sessions import Ended, SignedIn, session_of
from store.log.log import log_rows
from store.log_check import read_log
from tests.accepting import person
from tests.access.conftest import GOOD
from tests.access.test_delays import Clock

pytestmark = pytest.mark.usefixtures("cheap")
HERE = "192.0.2.1"


@pytest.fixture
def clock():
    return Clock()


@pytest.fixture
def kept(clock):
    return Delays(clock)


@pytest.fixture
def ann(database):
    return set_first_password(database, invite(database, "Ann", {Role.LEAD}, person()).token, GOOD)


@pytest.mark.parametrize("name", ["Ann", " ann "])
def test_who_knows_name_and_password_is_that_person(database, kept, ann, name):
    assert vouched_for(database, kept, name, GOOD, HERE) == ann


@pytest.mark.parametrize(
    ("name", "password"), [("Ann", "another"), ("Bo", GOOD), ("", ""), ("Ann", ""), ("Ann", GOOD.upper())]
)
def test_whatever_is_wrong_the_sentence_is_one_and_the_work_is_the_same(database, kept, ann, monkeypatch, name, password):
    worked = []
    scrypt = passwords._scrypt
    monkeypatch.setattr(passwords, "_scrypt", lambda *given: worked.append(given[2:]) or scrypt(*given))
    with pytest.raises(NotSignedIn) as refused:
        vouched_for(database, kept, name, password, HERE)
    assert (str(refused.value), refused.value.wait) == (DO_NOT_BELONG, 0)
    assert worked == [(2, 8, 3)]


def test_who_was_added_and_has_no_password_yet_cannot_sign_in(database, kept):
    invite(database, "Ann", {Role.LEAD}, person())
    with pytest.raises(NotSignedIn, match=r"^The name and the password must belong together"):
        vouched_for(database, kept, "Ann", "", HERE)


def test_who_failed_waits_even_with_the_right_password_and_is_told_how_long(database, kept, clock, ann):
    for _ in range(8):
        with pytest.raises(NotSignedIn, match=r"^The name"):
            vouched_for(database, kept, "Ann", "wrong", HERE)
        with pytest.raises(NotSignedIn) as early:
            vouched_for(database, kept, "Ann", GOOD, HERE)
        clock.now += early.value.wait
    assert early.value.wait == 128
    assert str(early.value) == (
        "After a try that failed there is a wait, which doubles each time up to 15 minutes, got: 3 minutes still to go. "
        "Then try again: nothing is locked."
    )
    assert vouched_for(database, kept, "Ann", GOOD, HERE) == ann
    with pytest.raises(NotSignedIn, match=r"^The name"):
        vouched_for(database, kept, "Ann", "wrong", HERE)
    with pytest.raises(NotSignedIn, match=r"got: 1 second still to go"):
        vouched_for(database, kept, "Ann", GOOD, HERE)


def test_a_hash_of_earlier_parameters_is_made_anew_when_its_owner_signs_in(database, kept, ann, monkeypatch):
    monkeypatch.setattr(passwords, "COST", 4)
    vouched_for(database, kept, "Ann", GOOD, HERE)
    assert password_hash(database, 1).startswith("scrypt$4$8$3$")
    vouched_for(database, kept, "Ann", GOOD, HERE)


def test_signing_in_is_a_new_cookie_and_the_one_before_is_over(database, ann):
    first = sign_in(database, 1, frozenset(), HERE, "")
    assert session_of(database, secret_hash(first)).person.account == "local:1"
    second = sign_in(database, 1, frozenset(), HERE, first)
    assert second != first and len(second) == 43
    assert session_of(database, secret_hash(first)) == Ended("Somebody signed in anew in this browser.", known=True)
    assert isinstance(session_of(database, secret_hash(second)), SignedIn)


def test_a_copied_cookie_is_worth_nothing_after_signing_out(database, ann):
    cookie = sign_in(database, 1, frozenset(), HERE, "")
    sign_out(database, cookie)
    assert session_of(database, secret_hash(cookie)) == Ended("It was signed out, here or in another window.", known=True)


def test_who_is_removed_is_nobody(database, kept, ann):
    cookie = sign_in(database, 1, frozenset(), HERE, "")
    remove(database, 1, person())
    assert session_of(database, secret_hash(cookie)) == Ended("An administrator ended this access.", known=True)
    with pytest.raises(NotSignedIn, match=r"^The name"):
        vouched_for(database, kept, "Ann", GOOD, HERE)


ISSUER = "https://login.example"


def told(subject="u-1", name="Bo", roles=frozenset({Role.READER})):
    return Vouched(ISSUER, subject, name, frozenset(roles))


def test_who_has_no_role_has_no_access_and_nothing_is_kept_of_them(database):
    with pytest.raises(NotSignedIn) as refused:
        admitted(database, told(roles=()), HERE)
    assert str(refused.value) == NO_ACCESS.format(name="Bo", account="https://login.example u-1")
    assert everybody(database) == []
    assert logged(database) == [("sign-in refused", "", HERE, "no role: https://login.example u-1")]


def logged(database):
    return [(row.deed, row.account, row.came_from, row.what) for row in read_log(database, person())]


def test_a_person_of_an_issuer_is_the_same_under_every_name_and_has_both_kinds_of_roles(database):
    first = admitted(database, told(), HERE)
    assert (first.account, first.roles) == ("https://login.example u-1", frozenset()), "roles of claims are the session's"
    again = admitted(database, told(name="Bo Married", roles={Role.LEAD}), HERE)
    assert (again.number, again.name) == (first.number, "Bo Married")
    assert admitted(database, told("u-2", "Bo Married"), HERE).number != first.number
    give_roles(database, first.number, {Role.CHAIR}, person())
    assert admitted(database, told(roles=()), HERE).roles == {Role.CHAIR}, "a role of our own list is one"
    cookie = sign_in(database, first.number, frozenset({Role.READER}), HERE, "")
    assert session_of(database, secret_hash(cookie)).person.roles == {Role.CHAIR, Role.READER}


def test_whose_access_an_administrator_ended_does_not_come_back_by_the_issuers_word(database):
    remove(database, admitted(database, told(), HERE).number, person())
    with pytest.raises(NotSignedIn) as refused:
        admitted(database, told(), HERE)
    assert str(refused.value) == TAKEN_AWAY.format(name="Bo", account="https://login.example u-1")
    assert logged(database)[-1] == ("sign-in refused", "", HERE, "access was ended: https://login.example u-1")


def test_a_session_of_people_who_sign_in_in_another_way_is_over(database, ann):
    at_issuer = Door(issuer=Issuer(ISSUER, "c", "s", ()))
    of_ours = secret_hash(sign_in(database, 1, frozenset(), HERE, ""))
    theirs = secret_hash(sign_in(database, admitted(database, told(), HERE).number, frozenset({Role.READER}), HERE, ""))
    for door, inside, outside in ((Door(), of_ours, theirs), (at_issuer, theirs, of_ours)):
        assert isinstance(who_holds(database, door, inside), SignedIn)
        assert who_holds(database, door, outside) == Ended(OTHER_WAY, known=True)


def test_who_is_refused_is_logged_and_not_what_they_typed(database, kept, ann):
    for name in ("Ann", "my password by mistake"):
        with pytest.raises(NotSignedIn):
            vouched_for(database, kept, name, "wrong", HERE)
    with database.cursor() as cursor:
        refused = [row for row in log_rows(cursor) if row.deed == "sign-in refused"]
    assert [row.words for row in refused] == [
        ("Ann", "local:1", HERE, ""),
        ("", "", HERE, "a name that nobody has"),
    ]
