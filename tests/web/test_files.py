import weakref

import pytest
from starlette.applications import Starlette
from starlette.middleware import Middleware

from programme.access import MAY, Deed, Role, person_here
from store.database import Database
from store.errors import explained
from store.log.log import log_rows
from store.returns.versions import original_file, versions
from tests.web.asking import ask
from web.files import NOT_OFFERED, file_routes
from web.guard import NO_SESSION, Guard
from web.sessions import Sessions
from web.shelf import FileOffered, Shelf

ANALYST = person_here("an analyst")


@pytest.fixture(scope="module")
def database(demonstration_copy, tmp_path_factory):
    with Database.open(demonstration_copy(tmp_path_factory.mktemp("files"))) as opened:
        yield opened


class Browser:
    """One session at a server with our routes, behind the guard."""

    def __init__(self, store):
        self.sessions = Sessions()
        self.app = Starlette(routes=file_routes(store), middleware=[Middleware(Guard, sessions=self.sessions)])
        self.cookie, self.session = self.sessions.begin()

    def get(self, path, cookie=None, **more):
        return ask(self.app, path, headers={"Cookie": f"wsoa_session_8501={cookie or self.cookie}"}, **more)


@pytest.fixture
def browser(database):
    return Browser(lambda: database)


def offering(browser, make=lambda: "a,b\n", person=ANALYST, deed=Deed.TAKE_AWAY, name="found.csv", kind="text/csv"):
    shelf = Shelf(browser.session.id)
    return shelf, shelf.lay(FileOffered(name, kind, make, person, deed), name)


def test_every_original_is_given_as_it_was_handed_in(browser, database):
    for each in versions(database):
        found = browser.get(f"/originals/{each.number}")
        assert found.status == 200
        assert found.content == original_file(database, each.number, ANALYST)
        assert found.headers["content-disposition"] == f"attachment; filename*=utf-8''{each.file_name.replace(' ', '%20')}"
        assert found.headers["cache-control"] == "private, no-store"
        assert found.headers["content-type"] == "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"


@pytest.mark.parametrize("role", Role)
def test_an_original_is_given_to_who_may_see_it(browser, role):
    found = browser.get(f"/originals/6?look_as={role}")
    if Deed.SEE_ORIGINAL in MAY[role]:
        assert found.status == 200
    else:
        assert (found.status, found.headers["content-type"]) == (403, "text/plain; charset=utf-8")
        assert found.text.startswith("Only an analyst may do this (see original), got: ")


@pytest.mark.parametrize("role", [role for role in Role if role is not Role.ANALYST])
def test_who_may_not_see_originals_learns_nothing_of_which_there_are(browser, role):
    assert browser.get(f"/originals/6?look_as={role}") == browser.get(f"/originals/999?look_as={role}")


def test_a_version_that_is_not_there_is_a_sentence(browser):
    found = browser.get("/originals/999")
    assert found.status == 404
    assert found.text == "A version must be one of the 11 that were stored, got: version 999.\n"


@pytest.mark.parametrize("number", [0, 10**30])
def test_no_number_breaks_it(browser, number):
    assert browser.get(f"/originals/{number}").status == 404


@pytest.mark.parametrize("role", ["director", "READER", "reader analyst", "%F0%9F%91%A9", "", "reader&look_as=analyst"])
def test_a_role_that_nobody_has_shows_nothing(browser, role):
    found = browser.get(f"/originals/6?look_as={role}".replace(" ", "%20"))
    assert found.status == 404
    assert found.text.startswith("A person can look as reader, analyst, lead, chair, administrator, got: ")


def test_what_a_window_offers_is_made_when_it_is_asked_for(browser):
    made = []
    shelf, address = offering(browser, lambda: made.append(1) or "a,b\n", name="what is found.csv")
    assert made == []
    found = browser.get(address)
    assert (found.status, found.text, made) == (200, "a,b\n", [1])
    assert found.headers["content-type"] == "text/csv; charset=utf-8"
    assert found.headers["content-disposition"] == "attachment; filename*=utf-8''what%20is%20found.csv"
    assert shelf.session == browser.session.id


@pytest.mark.parametrize("name", ['a".csv', "a\r\nSet-Cookie: x=1.csv", "é/😀;.csv", "../../a.csv"])
def test_no_name_of_a_file_becomes_a_header(browser, name):
    shelf, address = offering(browser, name=name)
    found = browser.get(address)
    assert found.status == 200 and "set-cookie" not in found.headers
    told = found.headers["content-disposition"].removeprefix("attachment; filename*=utf-8''")
    assert not set(told) & set('"\r\n;/\\ '), shelf.id


@pytest.mark.parametrize("deed", Deed)
@pytest.mark.parametrize("role", Role)
def test_what_is_offered_is_given_to_who_may(browser, role, deed):
    shelf, address = offering(browser, person=ANALYST.looking_as(role), deed=deed)
    found = browser.get(address)
    assert found.status == (200 if deed in MAY[role] and deed not in (Deed.APPROVE, Deed.PUBLISH) else 403), shelf.id
    if found.status == 403:
        assert "a,b" not in found.text and found.text.endswith("Nothing was changed.\n")


def test_another_session_gets_nothing_of_it(browser):
    shelf, address = offering(browser)
    other, _ = browser.sessions.begin()
    found = browser.get(address, cookie=other)
    assert (found.status, found.text) == (404, f"{NOT_OFFERED}\n")
    assert browser.get(address, cookie="none").text == f"{NO_SESSION}\n"
    assert browser.get(address).status == 200, shelf.id


def test_when_the_window_is_closed_its_files_are_gone(browser):
    shelf, address = offering(browser)
    gone = weakref.ref(shelf)
    del shelf
    assert gone() is None
    assert (browser.get(address).status, browser.get(address).text) == (404, f"{NOT_OFFERED}\n")


def test_what_the_store_says_while_a_file_is_made_is_told_without_where_it_is(tmp_path, browser):
    def locked():
        raise explained(OSError(13, "Permission denied"), tmp_path / "held.duckdb")

    shelf, address = offering(browser, locked)
    found = browser.get(address)
    assert found.status == 404 and shelf.id
    assert found.text.startswith(
        "The folder of the database of this app must exist and be writable, got: Permission denied."
    )
    assert str(tmp_path) not in Browser(locked).get("/originals/6").text


def test_what_was_drawn_before_a_redaction_is_given_away_no_more(browser, database, monkeypatch):
    shelf, address = offering(browser)
    monkeypatch.setattr(database, "exchanged", 1)
    assert (browser.get(address).status, browser.get(address).text) == (404, f"{NOT_OFFERED}\n")
    shelf.turn(database.exchanged)
    assert browser.get(address).status == 404
    assert shelf.lay(FileOffered("found.csv", "text/csv", lambda: "a,b\n", ANALYST, Deed.TAKE_AWAY), "found.csv") == address
    assert browser.get(address).text == "a,b\n"


def test_what_is_made_while_a_redaction_is_done_is_not_given_away(browser, database, monkeypatch):
    def made():
        monkeypatch.setattr(database, "exchanged", 1)
        return "a,b\n"

    shelf, address = offering(browser, made)
    assert browser.get(address).text == f"{NOT_OFFERED}\n", shelf.id


@pytest.mark.parametrize("method", ["POST", "PUT", "DELETE", "PATCH"])
@pytest.mark.parametrize("path", ["/originals/6", "/files/a/b"])
def test_files_are_only_asked_for(browser, path, method):
    """Without our page and the session's token it does not even come to that."""
    assert browser.get(path, method=method).status == 403


def test_what_is_taken_away_is_logged_with_who_and_where_from(browser, database):
    kept, address = offering(browser, name="logged.csv")
    assert browser.get(address).status == browser.get("/originals/1").status == 200
    del kept
    database.looks.flush()
    with database.cursor() as cursor:
        rows = log_rows(cursor)
    asked = ("took away", "logged.csv"), ("took away an original", f"version 1: {versions(database)[0].file_name}")
    last = [row for row in rows if row.deed.startswith("took")][-2:]
    assert [(row.deed, row.what) for row in last] == list(asked)
    assert all(row.came_from and row.name for row in last)
