import re
from datetime import UTC, datetime, timedelta

import pytest

from access.door import Door, SignInWay
from access.tokens import TokenRefused, asked_token, ended_because, holder_of, make_token, tokens
from programme.access import Person, Role, person_here
from store.accounts.people import enrol, enrol_subject, secret_hash, strike
from store.errors import StoreError

ADMINISTRATOR, OPEN = person_here("me"), Door()
ASKED = asked_token("  Power   BI ", Role.READER, 90)


@pytest.fixture
def ann(database):
    return enrol(database, "Ann", {Role.LEAD}, ADMINISTRATOR)


def test_it_is_told_once_and_only_its_hash_is_kept(database, ann):
    made = make_token(database, OPEN, ASKED, ann, ADMINISTRATOR)
    assert re.fullmatch(r"wsoa_[\w-]{43}", made.secret) and made.token.name == "Power BI"
    with database.cursor() as cursor:
        rows = [str(cursor.execute(f"SELECT * FROM {table}").fetchall()) for table in ("tokens", "log")]
    assert not any(made.secret in row for row in rows) and secret_hash(made.secret) in rows[0]
    assert make_token(database, OPEN, ASKED, ann, ADMINISTRATOR).secret != made.secret


def test_who_asks_with_one_is_its_owner_in_its_role_and_no_other(database, ann):
    made = make_token(database, OPEN, ASKED, ann, ADMINISTRATOR)
    holder = holder_of(database, OPEN, made.secret)
    assert holder.person == Person("Ann", "local:1", frozenset({Role.READER}))
    assert holder.token == made.token


@pytest.mark.parametrize("days", [0, -1, 367])
def test_it_lives_a_year_at_most(database, ann, days):
    with pytest.raises(ValueError, match=rf"^A token must live from 1 to 366 days, got: {days}\. Nothing was made\.$"):
        make_token(database, OPEN, asked_token("Power BI", Role.READER, days), ann, ADMINISTRATOR)


@pytest.mark.parametrize("sent", ["", "wsoa_", "wsoa_" + "a" * 43, "wsoa_" + "ä" * 43, "\ud800"])
def test_what_is_no_token_of_ours_opens_nothing(database, ann, sent):
    with pytest.raises(
        TokenRefused, match=r"^This must be asked with a token that lives, got: one that is none\."
    ) as refused:
        holder_of(database, OPEN, sent)
    assert refused.value.token is None


def test_once_people_sign_in_it_must_be_somebodys_and_that_of_the_machine_ends(database):
    made = make_token(database, OPEN, ASKED, None, ADMINISTRATOR)
    assert holder_of(database, OPEN, made.secret).person.name == "this machine"
    enrol(database, "Ann", {Role.LEAD}, ADMINISTRATOR)
    with pytest.raises(TokenRefused, match=r"got: token 1 \(Power BI\), but it is of the time when nobody was asked to"):
        holder_of(database, OPEN, made.secret)
    with pytest.raises(StoreError, match=r"^A token must belong to somebody who may sign in, got: nobody\. Say whose it is"):
        make_token(database, OPEN, ASKED, None, ADMINISTRATOR)


def test_it_ends_with_its_owner_and_says_why(database, ann):
    made = make_token(database, OPEN, ASKED, ann, ADMINISTRATOR)
    strike(database, 1, ADMINISTRATOR)
    with pytest.raises(
        TokenRefused, match=r"but the access of whom it belonged to was ended\. Ask for another\."
    ) as refused:
        holder_of(database, OPEN, made.secret)
    assert refused.value.token.number == 1


def test_where_people_come_by_another_way_now_it_opens_nothing(database):
    theirs = enrol_subject(database, "Bo", ("https://login", "bo"), {Role.READER}, ADMINISTRATOR)
    made = make_token(database, OPEN, ASKED, theirs, ADMINISTRATOR)
    assert ended_because(database, Door(SignInWay.LOCAL), made.token) == "whom it belongs to cannot sign in here any more"


def test_a_role_that_went_in_another_way_than_by_its_deed_is_noticed_all_the_same(database, ann):
    made = make_token(database, OPEN, asked_token("Model", Role.LEAD, 1), ann, ADMINISTRATOR)
    with database.transaction() as cursor:
        cursor.execute("UPDATE roles SET role = 'reader'")
    assert ended_because(database, OPEN, made.token) == "whom it belongs to is not shown as much any more"


def test_it_expires(database, ann):
    made = make_token(database, OPEN, asked_token("Model", Role.LEAD, 1), ann, ADMINISTRATOR)
    with database.transaction() as cursor:
        cursor.execute("UPDATE tokens SET expires_at = ?", [datetime.now(UTC).replace(tzinfo=None) - timedelta(seconds=1)])
    assert (
        ended_because(database, OPEN, tokens(database)[0]) == "it has expired"
        and ended_because(database, OPEN, made.token) == ""
    )
