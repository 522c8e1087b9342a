import re

import pytest

from access.door import Door
from access.signing import sign_in
from access.tokens import asked_token, holder_of, make_token, tokens
from access.upkeep import read_log
from pages.parts import view
from programme.access import Person, Role, person_here
from store.accounts.people import enrol, enrol_of_issuer
from tests.accepting import person
from tests.access.test_issuer import KEYCLOAK
from tests.pages.looking import go, markup, words
from tests.pages.signing import open_with, signed_in
from tests.pages.test_people import button

TOKEN = re.compile(r"wsoa_[\w-]{43}")


def box(app, kind, label):
    return next(each for each in getattr(app, kind) if each.label == label)


def make(app, name, whose, role):
    box(app, "text_input", "What for").set_value(name)
    box(app, "selectbox", "Whose it is").set_value(whose)
    box(app, "selectbox", "Sees as").set_value(role)
    button(app, "Make a token").click().run()
    assert not app.exception, app.exception


@pytest.fixture
def as_administrator(own_app, monkeypatch):
    go(own_app, "people")
    signed_in(monkeypatch, Role.ADMINISTRATOR)
    enrol(view.database(), "Bo", {Role.ANALYST}, person())
    return own_app.run()


def test_a_token_is_made_for_somebody_told_once_and_revoked(as_administrator):
    make(as_administrator, "Power BI", "Bo, local:2", "reader")
    assert "Made token 1 (Power BI) of local:2, which sees as the reader until " in words(as_administrator)
    (secret,) = TOKEN.findall(markup(as_administrator))
    holder = holder_of(view.database(), Door(), secret)
    assert (holder.person.name, holder.person.roles) == ("Bo", {Role.READER})
    as_administrator.run()
    assert secret not in markup(as_administrator), "it is told once"
    button(as_administrator, "Revoke this token").click().run()
    assert "Token 1 (Power BI) is revoked and opens nothing any more." in words(as_administrator)
    assert "Revoke this token" not in [each.label for each in as_administrator.button]
    assert "it was revoked" in markup(as_administrator)


def test_an_administrator_who_sees_no_hidden_figure_makes_no_token_that_does(as_administrator):
    make(as_administrator, "Model", "Bo, local:2", "analyst")
    assert "A token may be shown no more than who makes it and whom it belongs to, got: one for the analyst" in words(
        as_administrator
    )
    assert box(as_administrator, "text_input", "What for").value == "Model", "what was typed stays"
    assert tokens(view.database()) == []


def test_everybody_makes_lists_and_revokes_their_own_and_is_shown_nobody_elses(own_app, monkeypatch):
    go(own_app, "people")
    signed_in(monkeypatch, Role.LEAD)
    bo = enrol(view.database(), "Bo", {Role.ANALYST}, person())
    make_token(view.database(), Door(), asked_token("Model", Role.READER, 9), bo, person_here("me"))
    own_app.run()
    box(own_app, "text_input", "What for").set_value("Power BI")
    box(own_app, "selectbox", "Sees as").set_value("lead")
    button(own_app, "Make a token").click().run()
    assert "Made token 2 (Power BI) of local:1, which sees as the lead until " in words(own_app)
    (secret,) = TOKEN.findall(markup(own_app))
    assert holder_of(view.database(), Door(), secret).person == Person("Ann", "local:1", frozenset({Role.LEAD}))
    own_app.run()
    assert secret not in markup(own_app) and "Model" not in markup(own_app)
    assert box(own_app, "selectbox", "Token").options == ["2, Power BI"]
    button(own_app, "Revoke this token").click().run()
    assert "Token 2 (Power BI) is revoked and opens nothing any more." in words(own_app)
    assert [each.ended_why for each in tokens(view.database())] == [None, "revoked"]
    logged = [(row.name, row.deed) for row in read_log(view.database(), person_here("me")) if "token" in row.deed]
    assert logged[1:] == [("Ann", "made a token"), ("Ann", "ended a token")]


def test_a_role_that_came_with_a_sign_in_carries_no_token_and_the_page_says_so(own_app, monkeypatch):
    for key, told in {"WSOA_SIGN_IN": "oidc", "WSOA_ADDRESS": "https://monitor.example", **KEYCLOAK}.items():
        monkeypatch.setenv(key, told)
    go(own_app, "people")
    ann = enrol_of_issuer(view.database(), "Ann", KEYCLOAK["WSOA_OIDC_ISSUER"], "ann-1")
    open_with(monkeypatch, sign_in(view.database(), ann.number, frozenset({Role.LEAD}), "127.0.0.1", ""))
    own_app.run()
    assert "A token rests on a role of the list that is kept here, and none of yours is in it" in words(own_app)
    assert [each.label for each in own_app.button] == []
