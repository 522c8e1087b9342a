import pytest

from access.people import change_roles, set_first_password
from pages.parts import view
from programme.access import Role
from store.accounts.people import enrolled
from tests.accepting import person
from tests.pages.looking import go, markup, words
from tests.pages.signing import signed_in
from tests.pages.test_people import add, button


@pytest.fixture
def bo_chosen(own_app, monkeypatch):
    """The page People, with Bo chosen to be changed."""
    go(own_app, "people")
    signed_in(monkeypatch, Role.ADMINISTRATOR)
    own_app.run()
    add(own_app, "Bo", "lead")
    own_app.run()
    next(box for box in own_app.selectbox if box.label == "Person").set_value("Bo, local:2").run()
    return own_app


def test_roles_are_given_and_no_others_are_left(bo_chosen):
    bo_chosen.multiselect[0].set_value(["chair"])
    button(bo_chosen, "Give these roles and no others").click().run()
    assert "Bo is chair from now on." in words(bo_chosen)
    assert enrolled(view.database(), 2).roles == {Role.CHAIR}


def test_roles_that_another_gave_meanwhile_are_told_and_neither_taken_nor_given_again(bo_chosen):
    bo_chosen.multiselect[0].set_value(["chair"])
    change_roles(view.database(), 2, [Role.READER], person())
    button(bo_chosen, "Give these roles and no others").click().run()
    assert [each.value for each in bo_chosen.error] == [
        "What you were shown is no longer so: somebody else changed the roles of Bo, who is reader by now. Choose again "
        "where that is not right. Nothing was changed."
    ]
    assert enrolled(view.database(), 2).roles == {Role.READER}
    bo_chosen.multiselect[0].set_value(["chair"])
    button(bo_chosen, "Give these roles and no others").click().run()
    assert enrolled(view.database(), 2).roles == {Role.CHAIR}


def test_a_link_is_made_anew(bo_chosen):
    button(bo_chosen, "End the password and make a new link").click().run()
    link = markup(bo_chosen).split("/first-password#")[1][:43]
    assert set_first_password(view.database(), link, "otter lamp seven rivers").number == 2
