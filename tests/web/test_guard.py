import asyncio

import pytest

from access.door import Door
from programme.access import Role
from store.accounts.people import enrol, secret_hash
from store.accounts.sessions import begin_session
from store.errors import StoreError
from tests.accepting import person
from tests.running import run_awaited
from tests.web.asking import ask, asked, described, echo
from web.doorkeeper import Doorkeeper
from web.guard import CLOSED, GIVES_SESSION, NEEDS_SESSION, NO_SESSION, NO_TOKEN, NOT_USED, STREAM, Guard
from web.sessions import Sessions
from web.uploads import UPLOADS

PATHS = ("/", "/kpi?kpi=x", "/_stcore/health", "/_stcore/host-config", "/_stcore/upload_file/a/b", "/media/a.csv")
PATHS += ("/static/x.js", "/_stcore/stream", "/component/x/y", "/livez", "/readyz", "/originals/1", "/files/a/b")
PATHS += ("/_stcore/metrics", "/auth/login")
HELD = "wsoa_session_8501=cookie"
OWN_PAGE = {"Origin": "http://localhost:8501"}


@pytest.fixture
def sessions():
    return Sessions()


@pytest.fixture
def guard(sessions):
    return Guard(echo, sessions)


def begun(guard):
    """The headers of a browser that has opened the app."""
    return {"Cookie": ask(guard, "/").cookie}


@pytest.mark.parametrize("kind", ["http", "websocket"])
@pytest.mark.parametrize("path", PATHS)
@pytest.mark.parametrize(
    "stranger",
    [{"client": ("192.0.2.2", 1)}, {"host": "monitor.example"}, {"headers": {"X-Forwarded-For": "127.0.0.1"}}],
    ids=["address", "host", "forwarded"],
)
def test_a_stranger_is_refused_everywhere(guard, path, kind, stranger):
    found = ask(guard, path, kind=kind, **stranger)
    assert found.status == 503
    assert found.text.startswith("WSoA Monitor is served to this machine only, because nobody is asked to sign in: ")
    assert "set-cookie" not in found.headers
    assert found.headers["x-frame-options"] == "DENY"


@pytest.mark.parametrize("method", ["GET", "HEAD", "OPTIONS", "PUT", "POST", "DELETE", "PATCH", "TRACE"])
def test_a_stranger_is_refused_whatever_is_asked(guard, method):
    assert ask(guard, method=method, host="monitor.example").status == 503


@pytest.mark.parametrize("path", PATHS)
def test_a_page_of_another_site_is_refused_everywhere(guard, path):
    for kind in ("http", "websocket"):
        found = ask(guard, path, kind=kind, headers={"Origin": "http://evil.example"})
        assert found.status == 403
        assert "got: a page of http://evil.example." in found.text


def test_a_page_begins_a_session(guard):
    found = ask(guard, "/")
    name, _, rest = found.headers["set-cookie"].partition("=")
    assert name == "wsoa_session_8501"
    assert rest.endswith("; Path=/; HttpOnly; SameSite=Strict")
    assert found.headers["x-frame-options"] == "DENY", "ours stands in place of what the app says"
    again = ask(guard, "/", headers=begun(guard))
    assert "set-cookie" not in again.headers


def test_two_sessions_are_two_cookies(guard):
    assert ask(guard, "/").cookie != ask(guard, "/").cookie


@pytest.mark.parametrize("path", ["/livez", "/_stcore/health", "/static/x.js"])
def test_what_is_no_page_begins_none(guard, path):
    assert "set-cookie" not in ask(guard, path).headers


@pytest.mark.parametrize("site", ["cross-site", "same-site"])
def test_a_link_from_elsewhere_does_not_end_the_session_of_other_windows(guard, site):
    """The browser leaves the cookie out there, and sends it with what the page asks for next, where it has one."""
    assert "set-cookie" not in ask(guard, "/", headers={"Sec-Fetch-Site": site}).headers
    for path in GIVES_SESSION:
        assert ask(guard, path).cookie.startswith("wsoa_session_8501=")
    assert "set-cookie" not in ask(guard, GIVES_SESSION[0], headers=begun(guard)).headers


def test_a_window_whose_session_ended_gets_one_with_its_websocket(guard):
    found = ask(guard, "/_stcore/stream", kind="websocket", headers={"Cookie": "wsoa_session_8501=of-another-server"})
    assert found.status == 101
    assert found.cookie.startswith("wsoa_session_8501=")


@pytest.mark.parametrize("path", [f"{place}anything" for place in NEEDS_SESSION])
def test_files_are_given_to_and_taken_of_a_live_session_only(guard, sessions, path):
    assert ask(guard, path, headers=begun(guard)).status == (403 if path.startswith(UPLOADS) else 200)
    for cookie in ("", "wsoa_session_8501=", "wsoa_session_8501=guessed", "other=1", "wsoa_session_9000=x", "=;;\x01"):
        found = ask(guard, path, headers={"Cookie": cookie} if cookie else {})
        assert (found.status, found.text) == (401, f"{NO_SESSION}\n")


def test_the_session_of_one_server_is_none_of_another(guard):
    assert ask(Guard(echo, Sessions()), "/media/a.csv", headers=begun(guard)).status == 401


@pytest.mark.parametrize("path", CLOSED)
def test_what_is_not_used_is_closed(guard, path):
    found = ask(guard, path, headers=begun(guard))
    assert (found.status, found.text) == (404, f"{NOT_USED}\n")


@pytest.mark.parametrize("method", ["POST", "PUT", "PATCH", "DELETE"])
def test_a_deed_of_ours_needs_our_page_and_the_sessions_token(guard, sessions, method):
    browser = begun(guard)
    token = sessions.of(browser["Cookie"].partition("=")[2]).token
    other = ask(guard, "/").cookie.partition("=")[2]
    right = browser | OWN_PAGE | {"X-WSoA-Token": token}
    assert ask(guard, "/deeds/accept", method=method, headers=right).status == 200
    for wrong in (
        right | {"X-WSoA-Token": ""},
        right | {"X-WSoA-Token": sessions.of(other).token},
        right | {"Cookie": ""},
        {name: value for name, value in right.items() if name != "Origin"},
        {name: value for name, value in right.items() if name != "X-WSoA-Token"},
    ):
        found = ask(guard, "/deeds/accept", method=method, headers=wrong)
        assert (found.status, found.text) == (403, f"{NO_TOKEN}\n")


def test_what_strangers_say_of_who_they_are_is_deleted(guard, sessions):
    browser = begun(guard)
    forged = [("X-WSoA-Name", "A director"), ("x_wsoa_roles", "analyst"), ("X-WSOA-SESSION", "forged")]
    forged += [("X-WSoA-From", "10.9.9.9"), ("Accept", "*/*")]
    said = ask(guard, "/", headers=[*forged, *browser.items()]).text.splitlines()
    own = sessions.of(browser["Cookie"].partition("=")[2]).id
    assert [line for line in said if "wsoa" in line.lower() and not line.startswith("cookie: ")] == [
        f"x-wsoa-session: {own}",
        "x-wsoa-from: 127.0.0.1",
    ]
    assert "accept: */*" in said


def test_who_has_no_session_bears_no_name(guard):
    said = ask(guard, "/livez", headers={"X-WSoA-Session": "forged", "X-WSoA-Name": "A director"}).text
    assert "wsoa" not in said.lower()


def test_windows_are_bounded_and_given_back():
    sessions = Sessions(most_windows=1)

    async def scene():
        opened, leave = asyncio.Event(), asyncio.Event()

        async def app(scope, receive, send):
            if scope["type"] == "websocket":
                await send({"type": "websocket.accept"})
                opened.set()
                await leave.wait()
            else:
                await echo(scope, receive, send)

        guard = Guard(app, sessions)
        stream = described("/_stcore/stream", kind="websocket")
        window = asyncio.create_task(asked(guard, stream))
        await opened.wait()
        page = await asked(guard, described(headers={"Accept": "text/html"}))
        second = await asked(guard, stream)
        asset = await asked(guard, described("/static/x.js"))
        leave.set()
        await window
        after = await asked(guard, described(headers={"Accept": "text/html"}))
        return page, second, asset, after

    page, second, asset, after = run_awaited(scene())
    sentence = "At most 1 windows of the app can be open at once, got: 1 that are open already."
    assert page.status == second.status == 503
    assert sentence in page.text and sentence in second.text
    assert "<h1>WSoA Monitor does not answer</h1>" in page.text
    assert (asset.status, after.status) == (200, 200)
    assert sessions.windows == 0


def test_the_start_and_the_end_of_the_server_pass():
    told = []

    async def app(scope, receive, send):
        told.append(scope["type"])

    run_awaited(Guard(app)({"type": "lifespan"}, None, None))
    assert told == ["lifespan"]


@pytest.mark.parametrize("path", [*GIVES_SESSION, "/sign-in"])
def test_after_a_restart_a_sign_in_keeps_its_cookie_whatever_its_windows_ask_for_first(database, sessions, path):
    """The script of a page asks for its settings first: another cookie would end the sign-in, told to no window."""
    enrol(database, "Ann", {Role.LEAD}, person())
    begin_session(database, secret_hash("cookie"), 1, frozenset(), "127.0.0.1")
    guard = Guard(echo, sessions, keeper=Doorkeeper(lambda: database, Door()))
    found = ask(guard, path, kind="websocket" if path == STREAM else "http", headers={"Cookie": HELD})
    assert found.status in (101, 200) and "set-cookie" not in found.headers
    assert sessions.of("cookie")


def test_a_cookie_that_the_store_does_not_know_gives_way_to_one_of_ours(database, sessions):
    enrol(database, "Ann", {Role.LEAD}, person())
    guard = Guard(echo, sessions, keeper=Doorkeeper(lambda: database, Door()))
    assert ask(guard, "/_stcore/host-config", headers={"Cookie": HELD}).cookie not in ("", HELD)
    assert sessions.of("cookie") is None


@pytest.mark.parametrize("path", ["/", *GIVES_SESSION, "/sign-in"])
def test_while_the_store_cannot_be_asked_no_cookie_takes_the_place_of_another(sessions, path):
    def refused():
        raise StoreError("It is in use.")

    guard = Guard(echo, sessions, keeper=Doorkeeper(refused, Door()))
    kind = "websocket" if path == STREAM else "http"
    assert "set-cookie" not in ask(guard, path, kind=kind, headers={"Cookie": HELD}).headers
    assert ask(guard, path, kind=kind).cookie
