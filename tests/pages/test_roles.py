"""Page by role: what a page offers to do, and every file it offers, are for whoever may. The deed itself asks again."""

import pytest

from pages.parts import view
from pages.parts.places import PLACES, QUIET
from programme.access import Deed, Role
from store.versions import answered, versions
from tests.accepting import person
from tests.pages.looking import look_as, offered, words
from tests.pages.typed import ANSWER, WHY

SIGHTED = {Role.READER: {Deed.TAKE_AWAY}, Role.ANALYST: {Deed.SEE_HIDDEN, Deed.UPLOAD}}
"""What the files of a page take, by who looks: whoever sees no hidden figure is offered what everybody may have."""


@pytest.mark.parametrize("role", SIGHTED)
@pytest.mark.parametrize("page", [*QUIET, *PLACES])
def test_every_file_of_every_page_is_for_who_looks(app, page, role):
    look_as(app, role, page)
    shelf = app.session_state["shelf"]
    links = [file.address for file in offered(app)]
    originals = [link for link in links if link.startswith("/originals/")]
    assert originals == (["/originals/6?look_as=analyst"] if (page, role) == ("returns", Role.ANALYST) else [])
    files = [shelf.file(link.rpartition("/")[2]) for link in links if link not in originals]
    assert {file.deed for file in files} <= SIGHTED[role]
    assert {file.person.roles for file in files} <= {frozenset({role})}


@pytest.fixture
def analysts_words(typed_app):
    """What analysts wrote, and were asked, about a return: it may quote a figure that is hidden."""
    look_as(typed_app, Role.ANALYST, "returns")
    newest = versions(view.database())[-1]
    asked = {each.finding.message for each in answered(view.database(), newest.number, person())}
    assert asked and WHY in newest.reason
    return {WHY, ANSWER, *asked}


@pytest.mark.parametrize("page", [*QUIET, *PLACES])
def test_a_reader_is_told_nothing_that_was_written_for_analysts(typed_app, analysts_words, page):
    look_as(typed_app, Role.READER, page)
    shelf = typed_app.session_state["shelf"]
    files = [shelf.file(file.address.rpartition("/")[2]).make() for file in offered(typed_app)]
    told = [words(typed_app), *(file if isinstance(file, str) else file.decode("latin-1") for file in files)]
    assert {text for text in analysts_words for each in told if text in each} == set()


def test_an_analyst_is_told_it(typed_app):
    assert WHY in words(look_as(typed_app, Role.ANALYST, "returns"))


def deeds_offered(app) -> set[str]:
    """What can be pressed on a page to do a deed."""
    labels = {button.label for button in app.button} | {toggle.label for toggle in app.toggle}
    return labels & {"Accept the return", "Withdraw this version", "Show what would change", "Load the figures"}


@pytest.mark.parametrize("role", ["", *Role])
def test_a_deed_is_offered_to_who_may(app, role):
    found = {page: deeds_offered(look_as(app, role, page)) for page in ("returns", "published")}
    analyst = role in ("", Role.ANALYST)
    assert found == {
        "returns": {"Withdraw this version"} if analyst else set(),
        "published": {"Show what would change", "Load the figures"} if analyst else set(),
    }


@pytest.mark.parametrize("role", ["", *Role])
def test_a_return_is_taken_of_who_may(app, role):
    look_as(app, role, "upload")
    if role in ("", Role.ANALYST):
        assert [box.label for box in app.get("file_uploader")] == ["A filled form or a history workbook (.xlsx)"]
        return
    assert not app.get("file_uploader") and not app.button
    assert f"Only an analyst may do this (upload), got: {role}. Nothing was changed." in words(app)
