import re

import pytest

from access.people import set_first_password
from access.signing import sign_in
from pages.parts import view
from programme.access import Role
from store.accounts.people import enrol, enrol_of_issuer, everybody
from tests.accepting import person
from tests.access.test_issuer import KEYCLOAK
from tests.pages.looking import go, markup, table, words
from tests.pages.signing import open_with, signed_in


def button(app, label):
    return next(each for each in app.button if each.label == label)


def named(app):
    return next(box for box in app.text_input if box.label == "Name")


def add(app, name, *roles):
    named(app).set_value(name)
    app.multiselect[-1].set_value(list(roles))
    button(app, "Add, and make a link").click().run()
    assert not app.exception, app.exception


@pytest.fixture
def as_administrator(own_app, monkeypatch):
    go(own_app, "people")
    signed_in(monkeypatch, Role.ADMINISTRATOR)
    return own_app.run()


def test_before_there_is_anybody_the_page_says_what_the_first_one_changes(own_app):
    go(own_app, "people")
    assert "From the first person on everybody is, in every window at its next click." in words(own_app)


def test_somebody_is_added_with_a_link_that_is_told_once(as_administrator):
    add(as_administrator, "Bo", "lead", "chair")
    (token,) = re.findall(r"/first-password#([\w-]{43})", markup(as_administrator))
    assert list(table(as_administrator)["Name"]) == ["Ann", "Bo"]
    assert list(table(as_administrator)["Roles"]) == ["administrator", "chair and lead"]
    assert (named(as_administrator).value, as_administrator.multiselect[-1].value) == ("", []), "for the next one"
    as_administrator.run()
    assert token not in markup(as_administrator)
    assert set_first_password(view.database(), token, "otter lamp seven rivers").name == "Bo"


def test_what_may_not_be_is_said_and_nothing_is_changed(as_administrator):
    for name, roles, told in (
        ("", ["lead"], "A person's name must have 1 to 80 letters"),
        ("ann", ["lead"], "A person's name must be theirs alone, got: ann"),
        ("Bo", [], "A person must have a role, got: none."),
    ):
        add(as_administrator, name, *roles)
        assert told in words(as_administrator)
        assert (named(as_administrator).value, as_administrator.multiselect[-1].value) == (name, roles), "it stays there"
    assert [each.name for each in everybody(view.database())] == ["Ann"]


def test_somebody_else_is_removed_and_oneself_is_not(as_administrator):
    add(as_administrator, "Bo", "lead")
    for who, told in (("Bo, local:2", "Bo is removed."), ("Ann, local:1", "Somebody else must remove you")):
        as_administrator.run()
        next(box for box in as_administrator.selectbox if box.label == "Person").set_value(who).run()
        next(toggle for toggle in as_administrator.toggle if toggle.label == "Remove this person").set_value(True).run()
        button(as_administrator, "Remove").click().run()
        assert told in words(as_administrator)
    assert [each.name for each in everybody(view.database())] == ["Ann"]


@pytest.mark.parametrize("role", [role for role in Role if role is not Role.ADMINISTRATOR])
def test_the_page_is_the_administrators(own_app, monkeypatch, role):
    go(own_app, "people")
    signed_in(monkeypatch, role)
    own_app.run()
    enrol(view.database(), "Bo", {Role.READER}, person())
    own_app.run()
    assert "Who may sign in here, and as what, an administrator is shown and may change." in words(own_app)
    assert [each.label for each in own_app.button] == ["Make a token"] and "Bo" not in markup(own_app)
    offered = {Role.ANALYST: ["reader", "lead", "analyst"], Role.READER: ["reader"]}.get(role, ["reader", "lead"])
    assert next(box for box in own_app.selectbox if box.label == "Sees as").options == offered


def test_where_an_issuer_vouches_somebody_is_added_by_what_it_calls_them_and_gets_no_link(own_app, monkeypatch):
    for key, told in {"WSOA_SIGN_IN": "oidc", "WSOA_ADDRESS": "https://monitor.example", **KEYCLOAK}.items():
        monkeypatch.setenv(key, told)
    issuer = KEYCLOAK["WSOA_OIDC_ISSUER"]
    go(own_app, "people")
    database = view.database()
    ann = enrol_of_issuer(database, "Ann", issuer, "ann-1")
    cy = enrol(database, "Cy", {Role.READER}, person())
    open_with(monkeypatch, sign_in(database, ann.number, frozenset({Role.ADMINISTRATOR}), "127.0.0.1", ""))
    own_app.run()
    assert "Who has a password of ours cannot sign in while an issuer vouches for people." in words(own_app)
    next(box for box in own_app.selectbox if box.label == "Person").set_value(f"Cy, {cy.account}").run()
    assert "End the password and make a new link" not in [each.label for each in own_app.button]
    assert "The role administrator came with the sign-in and is as old as that: " in markup(own_app)
    next(box for box in own_app.text_input if box.label == "Name").set_value("Bo")
    next(box for box in own_app.text_input if box.label == "Subject").set_value("bo-2")
    own_app.multiselect[-1].set_value(["lead"])
    button(own_app, "Add").click().run()
    assert "Bo may sign in as lead." in words(own_app) and "first-password" not in markup(own_app)
    assert [(each.name, each.account) for each in everybody(database)] == [
        ("Ann", f"{issuer} ann-1"),
        ("Cy", cy.account),
        ("Bo", f"{issuer} bo-2"),
    ]
