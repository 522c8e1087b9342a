import pytest

from access import people
from access.claims import Vouched
from access.passwords import matches
from access.people import change_roles, demonstrate, invite, meant, remove, reset, set_first_password
from access.signing import NotSignedIn, admitted
from programme.access import EVERY_ROLE, NotAllowed, Person, Role
from store.accounts.people import enrol_of_issuer, enrolled, everybody, password_hash, secret_hash
from store.errors import StoreError
from store.log_check import read_log
from store.returns.versions import accept
from tests.accepting import by, person
from tests.access.conftest import GOOD
from tests.access.test_issuer import KEYCLOAK
from tests.store.submissions import ISSUED, standard

pytestmark = pytest.mark.usefixtures("cheap")
HERE = person()


def test_who_is_added_sets_a_password_by_a_link_that_no_table_holds(database):
    invited = invite(database, "Ann", {Role.LEAD}, HERE)
    assert invited.address("https://monitor.example") == f"https://monitor.example/first-password#{invited.token}"
    assert len(invited.token) == 43
    with database.cursor() as cursor:
        kept = cursor.execute("SELECT hash FROM one_time_links").fetchall()
    assert kept == [(secret_hash(invited.token),)]
    assert set_first_password(database, invited.token, GOOD).has_password
    assert matches(GOOD, password_hash(database, 1))
    with pytest.raises(StoreError, match=r"can be used once, within 24 hours, got: one that was used"):
        set_first_password(database, invited.token, GOOD)


def test_a_password_that_may_not_be_leaves_the_link_as_it_was(database):
    token = invite(database, "Ann", {Role.LEAD}, HERE).token
    for wrong in ("short", "Password1234"):
        with pytest.raises(ValueError, match="A password must"):
            set_first_password(database, token, wrong)
    assert set_first_password(database, token, GOOD).number == 1


def test_a_reset_is_a_new_link_and_the_one_before_is_over(database):
    first = invite(database, "Ann", {Role.LEAD}, HERE)
    second = reset(database, 1, HERE)
    with pytest.raises(StoreError):
        set_first_password(database, first.token, GOOD)
    set_first_password(database, second.token, GOOD)
    reset(database, 1, HERE)
    assert password_hash(database, 1) == ""


def test_nobody_removes_themselves_nor_stops_managing_people(database):
    invite(database, "Ann", {Role.ADMINISTRATOR}, HERE)
    ann = enrolled(database, 1).person(frozenset())
    with pytest.raises(StoreError, match=r"^Somebody else must remove you, so that somebody is left who manages people\."):
        remove(database, 1, ann)
    with pytest.raises(StoreError, match=r"^Somebody else must take the role administrator from you"):
        change_roles(database, 1, {Role.READER}, ann)
    change_roles(database, 1, {Role.READER, Role.ADMINISTRATOR}, ann)
    remove(database, 1, HERE)
    assert everybody(database) == []


def test_a_person_is_meant_by_name_account_or_number_where_it_is_no_other(database):
    invite(database, "Ann", {Role.LEAD}, HERE)
    enrol_of_issuer(database, "Ann", "https://id.example", "42")
    enrol_of_issuer(database, "Bo", "https://id.example", "43")
    assert meant(database, " BO ").number == 3
    assert meant(database, "local:1").number == meant(database, "1").number == 1
    assert meant(database, "https://id.example 42").number == 2
    with pytest.raises(StoreError, match=r"which is each of local:1 and https://id\.example 42\. Give one of these\."):
        meant(database, "ann")
    with pytest.raises(StoreError, match=r"must be one of those who may sign in, got: Cy\. Nothing was changed\."):
        meant(database, "Cy")


@pytest.mark.parametrize("deed", [remove, reset])
def test_who_is_gone_cannot_be_changed(database, deed):
    invite(database, "Ann", {Role.LEAD}, HERE)
    remove(database, 1, HERE)
    with pytest.raises(StoreError, match=r"got: number 1\. Nothing was changed\."):
        deed(database, 1, HERE)


def test_five_demonstration_people_are_called_as_their_roles(database):
    made = demonstrate(database, HERE)
    assert [name for name, _ in made] == ["reader", "analyst", "lead", "chair", "administrator"]
    assert [(each.name, each.roles) for each in everybody(database)] == [(str(role), {role}) for role in Role]
    assert len({password for _, password in made}) == 5
    assert all(len(password) == 20 for _, password in made)
    assert all(matches(password, password_hash(database, number)) for number, (_, password) in enumerate(made, start=1))
    with pytest.raises(StoreError, match="nobody may sign in yet, got: reader, analyst, lead, chair, administrator"):
        demonstrate(database, HERE)


def test_a_store_in_earnest_gets_no_demonstration_people(database):
    accept(database, standard({ISSUED: 41}), by("analyst"))
    with pytest.raises(StoreError, match=r"^Demonstration people are for demonstration data, got: a store with"):
        demonstrate(database, HERE)
    assert everybody(database) == []


@pytest.mark.parametrize(
    "deed", [demonstrate, lambda *who: remove(who[0], 1, who[1]), lambda *who: change_roles(who[0], 1, (), who[1])]
)
def test_a_deed_is_the_administrators(database, deed):
    others = Person("somebody", "local:9", EVERY_ROLE - {Role.ADMINISTRATOR})
    with pytest.raises(NotAllowed, match=r"^Only an administrator may do this \(manage people\)"):
        deed(database, others)


def test_the_hour_at_which_a_link_ends_is_that_of_kent(database):
    invited = invite(database, "Ann", {Role.LEAD}, HERE)
    assert invited.until_text == people.time_text(invited.until)


@pytest.fixture
def at_an_issuer(monkeypatch):
    for key, told in {"WSOA_SIGN_IN": "oidc", "WSOA_ADDRESS": "https://monitor.example", **KEYCLOAK}.items():
        monkeypatch.setenv(key, told)
    return KEYCLOAK["WSOA_OIDC_ISSUER"]


def test_where_an_issuer_vouches_people_are_added_by_what_it_calls_them(database, at_an_issuer):
    added = people.add_subject(database, "Ann", " u-1 ", {Role.LEAD}, HERE)
    assert (added.account, added.roles, added.waits) == (f"{at_an_issuer} u-1", {Role.LEAD}, False)
    with pytest.raises(StoreError, match=r"^An account must be one person's, got: u-1, which somebody has already\."):
        people.add_subject(database, "Another", "u-1", {Role.LEAD}, HERE)
    remove(database, added.number, HERE)
    again = people.add_subject(database, "Ann", "u-1", {Role.CHAIR}, HERE)
    assert [row.deed for row in read_log(database, HERE)] == ["added a person", "removed a person", "added a person"]
    assert again.number != added.number, "who comes back is somebody new, and what they did before stays theirs"
    assert enrol_of_issuer(database, "Ann", at_an_issuer, "u-1") == again


@pytest.mark.parametrize("subject", ["u-1", "11-aa/22-bb", "CN=Ann Example,OU=Children"])
def test_who_was_refused_is_added_by_the_account_that_they_were_told(database, at_an_issuer, subject):
    with pytest.raises(NotSignedIn) as refused:
        admitted(database, Vouched(at_an_issuer, subject, "Ann", frozenset()), "192.0.2.1")
    account = str(refused.value).partition("this account: ")[2].removesuffix(". Nothing was shown.")
    added = people.add_subject(database, "Ann", account, {Role.LEAD}, HERE)
    assert (account, added.account) == (f"{at_an_issuer} {subject}",) * 2
    assert admitted(database, Vouched(at_an_issuer, subject, "Ann", frozenset()), "192.0.2.1") == added
    for same in (subject, f"{at_an_issuer}/  {subject} "):
        with pytest.raises(StoreError, match=r"^An account must be one person's, got: "):
            people.add_subject(database, "Another", same, {Role.LEAD}, HERE)


@pytest.mark.parametrize("other", ["https://login.example u-1", "{issuer}/sub u-1", "{issuer}.example u-1"])
def test_an_account_of_another_issuer_is_added_to_nobody(database, at_an_issuer, other):
    told = other.format(issuer=at_an_issuer)
    with pytest.raises(ValueError, match=r"^An account here must be one of https://") as refused:
        people.add_subject(database, "Ann", told, {Role.LEAD}, HERE)
    assert str(refused.value) == people.ANOTHER_ISSUER.format(issuer=at_an_issuer, got=told)
    assert everybody(database) == []


def test_where_an_issuer_vouches_nobody_is_given_a_password_of_ours(database, at_an_issuer):
    for doing in (lambda: invite(database, "Ann", {Role.LEAD}, HERE), lambda: demonstrate(database, HERE)):
        with pytest.raises(ValueError, match=rf"^People sign in here by the word of {at_an_issuer}, got: one with"):
            doing()
    people.add_subject(database, "Ann", "u-1", {Role.LEAD}, HERE)
    with pytest.raises(StoreError, match=r"^Only a password of ours can be set anew, got: Ann, for whom another issuer"):
        reset(database, 1, HERE)


def test_while_nobody_can_be_let_in_nobody_is_added_and_the_reason_is_told(database, at_an_issuer, monkeypatch):
    """Whoever uses the command line may not be allowed to read the secret's file."""
    monkeypatch.delenv("WSOA_OIDC_CLIENT_SECRET")
    monkeypatch.setenv("WSOA_OIDC_CLIENT_SECRET_FILE", "/nowhere/secret")
    told = r"^WSOA_OIDC_CLIENT_SECRET_FILE must be a file that this app can read, got: /nowhere/secret\. Nobody is let in"
    with pytest.raises(ValueError, match=told):
        people.add_subject(database, "Ann", "u-1", {Role.LEAD}, HERE)
    with pytest.raises(ValueError, match=told):
        invite(database, "Ann", {Role.LEAD}, HERE)
    assert everybody(database) == []


def test_a_subject_is_an_issuers(database):
    for wrong in ("u-1", " "):
        with pytest.raises(ValueError, match=r"^A subject is what an issuer calls somebody, got: (u-1|nothing) where no"):
            people.add_subject(database, "Ann", wrong, {Role.LEAD}, HERE)
    assert everybody(database) == []
