import json
import os
import subprocess
import sys
from pathlib import Path

import pytest
from starlette.applications import Starlette
from starlette.middleware import Middleware
from starlette.routing import Route
from streamlit.config import get_option

from pages.parts.places import PAGES, PLACES
from programme.access import Deed, Role, person_here
from store.database import Database
from store.returns.versions import accept
from tests.accepting import by
from tests.store.submissions import IN_TIME, ISSUED, standard
from tests.web.asking import ask
from web.api import FORMATS, SETS
from web.doorkeeper import Doorkeeper
from web.guard import Guard
from web.server import exception_handlers, middleware, routes
from web.sessions import Sessions
from web.shelf import FileOffered, Shelf

ROOT = Path(__file__).parent.parent.parent
FOR_PROGRAMS = tuple(f"/api/v1/{name}.{form}" for name in SETS for form in FORMATS)


def test_no_deed_is_done_by_asking():
    """Whatever a route of ours does when it is asked with GET, it changes nothing: those that change are named here."""
    found: dict[str, set[str]] = {}
    for route in routes(Doorkeeper(lambda: None), "<html>", PAGES):
        found.setdefault(route.path, set()).update(route.methods)
    pages = ("/", *(f"/{page}" for page in PAGES))
    addresses = (*pages, "/livez", "/readyz", "/originals/{version:int}", "/files/{shelf}/{place}", "/feed.atom")
    addresses += (*FOR_PROGRAMS, "/api/{rest:path}")
    forms = {"/sign-in": {"GET", "HEAD", "POST"}, "/first-password": {"GET", "HEAD", "POST"}, "/sign-out": {"POST"}}
    assert found == {address: {"GET", "HEAD"} for address in addresses} | forms


def test_the_guard_stands_before_every_route_of_ours(database):
    assert [each.cls for each in middleware()] == [Guard]
    app = Starlette(routes=routes(Doorkeeper(lambda: database)), middleware=middleware())
    found = {path: ask(app, path).status for path in {route.path for route in app.routes}}
    refused = {ask(app, route.path, host="monitor.example").status for route in app.routes}
    to_the_start = {"/sign-in": 303, "/first-password": 303}
    files = {"/originals/{version:int}": 401, "/files/{shelf}/{place}": 401}
    programs = dict.fromkeys(FOR_PROGRAMS, 200) | {"/api/{rest:path}": 404}
    told = {"/": 200, "/livez": 200, "/readyz": 200, "/feed.atom": 200, "/sign-out": 405}
    assert found == told | files | to_the_start | programs
    assert refused == {503}


@pytest.mark.parametrize("role", Role)
def test_every_address_is_asked_as_every_role(role, demonstration_copy, tmp_path):
    """What anybody may know, originals as handed in, and what pages offer: figures that may be hidden, and others."""
    sessions = Sessions()
    cookie, session = sessions.begin()
    shelf, looking = Shelf(session.id), person_here("somebody").looking_as(role)
    offered = {
        deed: shelf.lay(FileOffered("a.csv", "text/csv", lambda: "a", looking, deed), deed)
        for deed in (Deed.SEE_HIDDEN, Deed.PREVIEW, Deed.TAKE_AWAY)
    }
    with Database.open(demonstration_copy(tmp_path)) as database:
        app = Starlette(routes=routes(Doorkeeper(lambda: database)), middleware=[Middleware(Guard, sessions=sessions)])

        def status(address):
            return ask(app, f"{address}?look_as={role}", headers={"Cookie": f"wsoa_session_8501={cookie}"}).status

        found = {
            address: status(address) for address in ("/livez", "/readyz", "/feed.atom", "/originals/6", "/originals/99")
        }
        taken = {deed: status(address) for deed, address in offered.items()}
    analyst = role is Role.ANALYST
    assert found == {
        "/livez": 200,
        "/readyz": 200,
        "/feed.atom": 200,
        "/originals/6": 200 if analyst else 403,
        "/originals/99": 404 if analyst else 403,
    }
    hidden = 200 if analyst else 403
    assert taken == {Deed.SEE_HIDDEN: hidden, Deed.PREVIEW: hidden, Deed.TAKE_AWAY: 200}


def test_a_mistake_of_ours_is_a_sentence_and_no_traceback():
    def broken(_):
        raise RuntimeError("a secret in /srv/wsoa.duckdb")

    app = Starlette(routes=[Route("/broken", broken)], middleware=middleware(), exception_handlers=exception_handlers())
    found = ask(app, "/broken", fails=RuntimeError)
    assert found.status == 500
    assert found.text == (
        "This could not be made because of a mistake in WSoA Monitor, which stands in the log of the server. Tell whoever "
        "runs it what you asked for and when. Nothing was changed.\n"
    )
    assert found.headers["x-frame-options"] == "DENY" and found.headers["content-security-policy"]


def test_no_page_of_anybody_s_tells_the_app_what_to_do_by_messages():
    """Streamlit's own list lets the pages of its cloud stop, run and change an app that they hold in a frame."""
    assert list(get_option("client.allowedOrigins")) == []


TO_STRANGERS = {"address": 503, "host": 503, "forwarded": 503, "page": 403}
FORMS = {"/sign-in", "/first-password", "/sign-out"}
OURS = {
    *FORMS,
    "/",
    *(f"/{page}" for page in (*PAGES, *PLACES)),
    "/livez",
    "/readyz",
    "/feed.atom",
    "/originals/1",
    "/files/1/1",
    *FOR_PROGRAMS,
    "/api/1",
}
STREAMLITS = {
    *(
        "/_stcore/health",
        "/_stcore/host-config",
        "/_stcore/stream",
        "/_stcore/upload_file/1/1",
        "/_stcore/bidi-components/1",
    ),
    *("/media/1", "/component/1", "/1"),
}
CLOSED = {
    *("/_stcore/metrics", "/auth/login", "/auth/logout", "/oauth2callback"),
    *("/_stcore/agent/interact", "/_stcore/agent/openapi.json", "/_stcore/agent/mcp"),
}


@pytest.fixture(scope="module")
def both_answers(tmp_path_factory):
    """What every route of the app that is started answers, also those that Streamlit brings in the edition installed.

    Its store has one return, which is an original to ask for: what is answered does not depend on how much there is.
    """
    store = tmp_path_factory.mktemp("every") / "wsoa.duckdb"
    with Database.open(store) as database:
        accept(database, standard({ISSUED: 50, IN_TIME: 20}), by("analyst"))
    command = [sys.executable, "-m", "tests.web.every_route"]
    environment = {**os.environ, "WSOA_DATABASE": str(store)}
    done = subprocess.run(command, cwd=ROOT, env=environment, capture_output=True, text=True, timeout=120)
    assert done.returncode == 0, done.stderr
    return json.loads(done.stdout)


@pytest.fixture(scope="module")
def answers(both_answers):
    """What is answered while nobody is asked to sign in."""
    return both_answers["alone"]


def test_every_route_is_known(answers):
    """A route that another edition of Streamlit brings is looked at before it is let through."""
    assert {route.split()[2] for route in answers} == OURS | STREAMLITS | CLOSED
    assert {route for route in answers if route.startswith("websocket")} == {"websocket GET /_stcore/stream"}
    changing = {route for route in answers if route.split()[1] not in ("GET", "HEAD", "OPTIONS")}
    upload = "/_stcore/upload_file/1/1"
    forms = {f"http POST {form}" for form in FORMS}
    assert {each for each in changing if each.split()[2] not in CLOSED} == {
        *forms,
        f"http PUT {upload}",
        f"http DELETE {upload}",
    }


def test_the_addresses_of_before_lead_on_whoever_asks(answers):
    led = {route.split()[2]: set(each.values()) for route, each in answers.items() if 307 in each.values()}
    assert led == {f"/{old}": {307, 503, 403} for old in PLACES}


def test_every_route_refuses_strangers(answers):
    told = {route: {who: each[who] for who in TO_STRANGERS} for route, each in answers.items()}
    assert {route: each for route, each in told.items() if each != TO_STRANGERS} == {}


def test_every_route_is_asked_as_every_role_and_by_nobody(answers):
    analysts = {  # what it answers an analyst, others and nobody
        "http GET /originals/1": (200, 403, 401),
        "http HEAD /originals/1": (200, 403, 401),
        "http PUT /_stcore/upload_file/1/1": (400, 403, 401),  # Streamlit itself knows no such window
    }
    for route, (analyst, others, nobody) in analysts.items():
        asked = {role: analyst if role is Role.ANALYST else others for role in Role}
        assert {who: answers[route][who] for who in (*Role, "nobody")} == asked | {"nobody": nobody}
    alike = {route: {each[role] for role in Role} for route, each in answers.items() if route not in analysts}
    assert {route for route, found in alike.items() if len(found) != 1} == set()
    closed = {route for route, found in alike.items() if route.split()[2] in CLOSED and found != {404}}
    assert closed == set()
    for_sessions = {route.split()[2] for route, each in answers.items() if each["nobody"] == 401}
    assert for_sessions == {"/originals/1", "/files/1/1", "/media/1", "/_stcore/upload_file/1/1"}


OPEN = {*FORMS, "/livez", "/readyz", "/_stcore/health", "/_stcore/host-config"}
"""What is answered to whoever asks: it shows nothing of anybody, and a door must be open to be knocked at."""


def test_with_people_every_route_asks_the_store_who_it_is(both_answers):
    """A session that is over opens none: not the pages, not our files, not Streamlit's files, uploads and websocket."""
    outside = ("nobody", "signed out", "removed", "unused", "too long", "made up")
    let_in = {}
    for route, each in both_answers["people"].items():
        path = route.split()[2]
        if path in OPEN | CLOSED:
            continue
        if any(each[who] not in (401, 403) for who in outside):
            let_in[route] = {who: each[who] for who in outside}
    back = {"signed out", "removed", "unused", "too long"}
    assert let_in == {"websocket GET /_stcore/stream": {who: 101 if who in back else 401 for who in outside}}, (
        "a window comes back to be told why it is over; its runs ask again and show nothing else"
    )


def test_with_people_each_role_is_asked_for_at_every_route(both_answers):
    analysts = {"http GET /originals/1": 200, "http HEAD /originals/1": 200, "http PUT /_stcore/upload_file/1/1": 400}
    for route, each in both_answers["people"].items():
        told = {each[role] for role in Role if role is not Role.ANALYST}
        assert len(told) == 1, route
        if route in analysts:
            assert (each[Role.ANALYST], *told) == (analysts[route], 403)
        else:
            assert told == {each[Role.ANALYST]} and (route.split()[2] not in CLOSED or told == {404}), route
        assert 401 not in told
