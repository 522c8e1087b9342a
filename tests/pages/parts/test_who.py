"""Who is signed in sees and does their own at every run; who is not sees a sentence and nothing else of the page."""

import pytest

from access.people import change_roles, remove
from access.signing import sign_out
from pages.parts import view
from pages.parts.places import PAGES
from programme.access import Role, sight
from store.accounts.people import enrol
from store.returns.versions import versions
from tests.accepting import person
from tests.pages.looking import go, markup, unfold, words
from tests.pages.signing import open_with, signed_in
from tests.pages.test_data import box, press


def turned_away(app) -> str:
    """Why a page is not shown; nothing of it stands there."""
    assert [title.value for title in app.title] == ["Sign in to go on"]
    assert not app.selectbox and not app.button and not app.text_input
    assert app.session_state["shelf"].person is None
    assert '<p class="strip' not in markup(app) and "<table" not in markup(app)
    (told,) = app.warning
    return told.value.replace("\\", "")


@pytest.mark.parametrize("page", PAGES)
def test_once_there_are_people_no_page_shows_anything_to_who_is_not_signed_in(own_app, page):
    go(own_app, page)
    enrol(view.database(), "Ann", {Role.LEAD}, person())
    own_app.run()
    assert turned_away(own_app) == "Nobody is signed in here. Nothing was lost that was stored, and a draft is kept."


def test_the_way_back_is_the_same_address(own_app):
    go(own_app, "kpi", kpi="plans_within_20_weeks", area="Ashford")
    enrol(view.database(), "Ann", {Role.LEAD}, person())
    own_app.run()
    (link,) = [line for line in markup(own_app).splitlines() if "Sign in" in line]
    assert link.startswith('<a class="leave" href="?') and "kpi=plans_within_20_weeks" in link and "area=Ashford" in link


@pytest.mark.parametrize("role", Role)
def test_each_role_sees_as_itself_and_is_told_as_whom(own_app, monkeypatch, role):
    go(own_app, "glossary")
    signed_in(monkeypatch, role)
    own_app.run()
    shelf = own_app.session_state["shelf"]
    assert (shelf.person.name, shelf.person.account, shelf.person.roles) == ("Ann", "local:1", {role})
    assert not shelf.person.alone
    assert f"Signed in as Ann ({role}), until " in words(own_app)
    assert "Nobody is asked to sign in" not in words(own_app)
    assert [box.label for box in own_app.selectbox if box.label == "Look as"] == []
    assert '<input type="hidden" name="token" value="the token">' in markup(own_app)
    sees = {Role.ANALYST: Role.ANALYST, Role.LEAD: Role.LEAD, Role.CHAIR: Role.LEAD}.get(role, Role.READER)
    assert sight(shelf.person) is sees


def test_who_has_several_roles_may_look_as_one_of_them_and_no_other(own_app, monkeypatch):
    go(own_app, "glossary")
    signed_in(monkeypatch, Role.LEAD, Role.ANALYST)
    own_app.run()
    (box,) = [box for box in own_app.selectbox if box.label == "Look as"]
    assert box.options == ["every role of yours", "analyst", "lead"]
    box.set_value("lead").run()
    assert own_app.session_state["shelf"].person.roles == {Role.LEAD}
    assert own_app.session_state["shelf"].person.account == "local:1"


def test_roles_are_read_at_every_run(own_app, monkeypatch):
    go(own_app, "upload")
    signed_in(monkeypatch, Role.ANALYST)
    own_app.run()
    assert own_app.get("file_uploader")
    change_roles(view.database(), 1, {Role.READER}, person())
    own_app.run()
    assert not own_app.get("file_uploader")
    assert "Only an analyst may do this (upload), got: reader." in words(own_app)


@pytest.mark.parametrize(
    ("ends", "why"),
    [
        (lambda cookie: sign_out(view.database(), cookie), "It was signed out, here or in another window."),
        (lambda _: remove(view.database(), 1, person()), "An administrator ended this access."),
    ],
)
def test_who_is_out_is_out_at_the_next_click(own_app, monkeypatch, ends, why):
    go(own_app, "returns")
    cookie = signed_in(monkeypatch, Role.ANALYST)
    own_app.run()
    assert own_app.selectbox
    ends(cookie)
    own_app.run()
    assert turned_away(own_app).startswith(why)


def test_a_cookie_of_nobody_opens_nothing(own_app, monkeypatch):
    go(own_app, "returns")
    enrol(view.database(), "Ann", {Role.ANALYST}, person())
    open_with(monkeypatch, "guessed")
    own_app.run()
    assert turned_away(own_app).startswith("Nobody is signed in here.")


def test_without_a_role_nothing_is_shown(own_app, monkeypatch):
    go(own_app, "returns")
    signed_in(monkeypatch)
    own_app.run()
    assert [title.value for title in own_app.title] == ["No role here is yours"]
    assert "your account is local:1." in words(own_app)
    assert not own_app.selectbox


def test_what_is_stored_is_recorded_as_done_by_who_is_signed_in(own_app, monkeypatch):
    go(own_app, "returns")
    signed_in(monkeypatch, Role.ANALYST)
    own_app.run()
    next(toggle for toggle in own_app.toggle if toggle.label == "Withdraw this version").set_value(True).run()
    assert "It is recorded as done by Ann." in words(own_app)
    assert [box.label for box in own_app.text_input if box.label == "Your name or role"] == []
    next(box for box in own_app.text_input if box.label == "Why is it withdrawn?").set_value("wrong file")
    next(button for button in own_app.button if button.label == "Withdraw").click().run()
    newest = versions(view.database())[-1]
    assert (newest.withdraws is not None, newest.accepted_by, newest.account) == (True, "Ann", "local:1")


def test_whose_role_is_taken_away_while_they_type_is_told_and_has_the_words_again_with_the_role(own_app, monkeypatch):
    go(own_app, "glossary")
    signed_in(monkeypatch, Role.LEAD)
    unfold(go(own_app, "weakness", weakness="6"), "Assess this weakness")
    box(own_app.text_area, "Reason").set_value("The plans are on time")
    change_roles(view.database(), 1, [Role.READER], person())
    press(own_app, "Store these words")
    assert [each.value for each in own_app.warning] == [
        "You are lead here no more: an administrator changed your roles. Nothing that takes that role was done since. What "
        "you had typed for it is kept for you for a day, and stands in its box again should the role come back."
    ]
    assert "Store these words" not in [each.label for each in own_app.button]
    change_roles(view.database(), 1, [Role.LEAD], person())
    unfold(go(own_app, "weakness", weakness="6"), "Assess this weakness")
    assert not own_app.warning
    assert box(own_app.text_area, "Reason").value == "The plans are on time"
