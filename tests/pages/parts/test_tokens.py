import re

import pytest

from access.door import Door
from access.tokens import holder_of, tokens
from pages.parts import view
from programme.access import Role
from store.accounts.people import enrol
from tests.accepting import person
from tests.pages.looking import go, markup, words
from tests.pages.signing import signed_in
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
