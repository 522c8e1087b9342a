import asyncio
import gc

import pytest

from programme.access import MAY, Deed, Role, person_here
from tests.running import run_awaited
from tests.web.asking import ask, asked, described, echo
from web.guard import NO_SESSION, Guard
from web.limits import Turns
from web.sessions import Sessions
from web.shelf import Shelf
from web.uploads import LEAST, MEGABYTE, MOST_OF_A_SESSION, MOST_OF_ALL, NO_WINDOW, TOO_MUCH, Uploads

OWN_PAGE = {"Origin": "http://localhost:8501"}
ADDRESS = "/_stcore/upload_file/window-1/file-1"


async def taking(scope, receive, send):
    """Takes what is sent, as Streamlit's route does: to its end, then 204."""
    while (await receive()).get("more_body"):
        pass
    await send({"type": "http.response.start", "status": 204, "headers": []})
    await send({"type": "http.response.body", "body": b""})


async def refusing(scope, receive, send):
    await send({"type": "http.response.start", "status": 413, "headers": []})
    await send({"type": "http.response.body", "body": b"File too large"})


class Browser:
    """One session behind a guard, with one open window whose person holds every role, or one."""

    def __init__(self, app=taking, role=None, **uploads):
        self.sessions = Sessions()
        self.guard = Guard(app, self.sessions, Uploads(app, **uploads))
        self.cookie, session = self.sessions.begin()
        self.shelf = self.window("window-1", session.id, role)

    def window(self, name, session, role=None):
        shelf, here = Shelf(session, name), person_here("somebody")
        shelf.person = here.looking_as(role) if role else here
        return shelf

    def headers(self, cookie=None):
        return OWN_PAGE | {"Cookie": f"wsoa_session_8501={cookie or self.cookie}"}

    def put(self, address=ADDRESS, body=b"12345", method="PUT", cookie=None, **headers):
        return ask(self.guard, address, body, method=method, headers=self.headers(cookie) | headers)


@pytest.fixture(scope="module", autouse=True)
def little_to_search():
    """What was there before these tests stays: each of their collections looks only through what they made."""
    gc.collect()
    gc.freeze()


@pytest.fixture(autouse=True)
def no_other_windows(little_to_search):
    """Windows of other tests, whose sessions are gone, hold nothing."""
    gc.collect()


@pytest.mark.parametrize("role", Role)
def test_a_file_is_taken_of_whoever_may_upload(role):
    browser = Browser(role=role)
    found = browser.put()
    if Deed.UPLOAD in MAY[role]:
        assert (found.status, browser.shelf.held) == (204, {"file-1": LEAST + 5})
    else:
        assert found.status == 403
        assert found.text == f"Only an analyst may do this (upload), got: {role}. Nothing was changed.\n"
        assert browser.shelf.held == {}


def test_whoever_holds_every_role_may_upload():
    assert Browser().put().status == 204


def test_without_a_session_nothing_is_taken():
    found = ask(Browser().guard, ADDRESS, method="PUT", headers=OWN_PAGE)
    assert (found.status, found.text) == (401, f"{NO_SESSION}\n")


@pytest.mark.parametrize("method", ["PUT", "DELETE", "OPTIONS", "POST"])
@pytest.mark.parametrize("address", ["window-2/file-1", "/file-1", "", "window-1%2Fx/file-1", "window-3/file-1"])
def test_a_window_that_is_not_open_or_not_of_this_session_takes_nothing(method, address):
    browser = Browser()
    _, other = browser.sessions.begin()
    another = browser.window("window-2", other.id)
    not_drawn = Shelf(browser.shelf.session, "window-3")
    another.held["file-1"] = 9
    found = browser.put(f"/_stcore/upload_file/{address}", method=method)
    assert (found.status, found.text) == (403, f"{NO_WINDOW}\n")
    assert (another.held, not_drawn.held, browser.shelf.held) == ({"file-1": 9}, {}, {})


def test_what_one_browser_has_open_is_bounded_over_all_its_windows():
    browser = Browser(most_of_a_session=MEGABYTE)
    second = browser.window("window-2", browser.shelf.session)
    assert browser.put(body=b"x" * 600_000).status == 204
    found = browser.put("/_stcore/upload_file/window-2/file-2", body=b"x" * 600_000)
    assert (found.status, found.text) == (413, f"{TOO_MUCH.format(whose='one browser', most=1)}\n")
    assert second.held == {}, "nothing of it counts"
    assert browser.put(method="DELETE").status == 204
    assert browser.shelf.held == {}
    assert browser.put("/_stcore/upload_file/window-2/file-2", body=b"x" * 600_000).status == 204


def test_what_everybody_has_open_is_bounded():
    browser = Browser(most_of_all=MEGABYTE)
    cookie, other = browser.sessions.begin()
    another = browser.window("window-2", other.id)
    assert browser.put("/_stcore/upload_file/window-2/a", body=b"x" * 600_000, cookie=cookie).status == 204
    found = browser.put(body=b"x" * 600_000)
    assert (found.status, found.text) == (413, f"{TOO_MUCH.format(whose='everybody together', most=1)}\n")
    del another
    gc.collect()
    assert browser.put(body=b"x" * 600_000).status == 204, "the other window was closed"


def test_a_file_that_says_it_is_too_long_is_refused_before_it_comes():
    browser = Browser(most_of_a_session=MEGABYTE)
    assert browser.put(**{"Content-Length": "2000000"}).status == 413
    assert browser.put(**{"Content-Length": "²"}).status == 204, "what is no number says nothing"


def test_the_same_file_again_counts_once_and_small_ones_count_too():
    browser = Browser(most_of_a_session=3 * LEAST)
    for _ in range(5):
        assert browser.put(body=b"").status == 204
    assert browser.put("/_stcore/upload_file/window-1/b", body=b"").status == 204
    assert browser.put("/_stcore/upload_file/window-1/c", body=b"").status == 204
    assert browser.put("/_stcore/upload_file/window-1/d", body=b"").status == 413
    assert browser.shelf.bytes_held == 3 * LEAST


def test_what_streamlit_refuses_does_not_count():
    browser = Browser(refusing)
    assert (browser.put().status, browser.shelf.held) == (413, {})


def test_files_on_their_way_at_once_are_bounded():
    async def scene():
        begun, leave = asyncio.Event(), asyncio.Event()

        async def slow(scope, receive, send):
            begun.set()
            await leave.wait()
            await echo(scope, receive, send)

        browser = Browser(slow, turns=Turns(most=1, wait=0.01))
        upload = described(ADDRESS, method="PUT", headers=browser.headers())
        first = asyncio.create_task(asked(browser.guard, upload))
        await begun.wait()
        second = await asked(browser.guard, upload)
        leave.set()
        return await first, second

    first, second = run_awaited(scene())
    assert first.status == 200
    assert second.status == 503
    assert second.text.startswith("At most 1 files can be on their way at once")


def test_a_session_has_room_for_three_of_the_largest_files_and_all_for_five_such_sessions():
    assert (MOST_OF_A_SESSION, MOST_OF_ALL) == (60 * MEGABYTE, 5 * MOST_OF_A_SESSION)
