from pathlib import Path

from starlette.applications import Starlette
from starlette.middleware import Middleware
from streamlit.file_util import get_static_dir

from pages.parts.places import PAGES
from tests.web.asking import ask
from web.entrance import entrance, entrance_routes
from web.guard import Guard

HTML = Path(get_static_dir(), "index.html").read_text(encoding="utf-8")
CLOSED = 'if (key.startsWith("stSidebarCollapsed")) localStorage.removeItem(key)'
SAID = 'window.__streamlit = { BACKEND_BASE_URL: new URL("/", window.location.href).href }'


def test_streamlits_page_is_told_where_the_app_lies_before_anything_else_runs():
    told = entrance(HTML)
    assert told.index(SAID) < told.index('<script type="module"')
    assert told.count(SAID) == 1
    assert told.index(CLOSED) < told.index('<script type="module"')
    assert "<title>WSoA Monitor</title>" in told and "<title>Streamlit</title>" not in told


def test_what_is_asked_for_next_is_worked_out_once_a_page_was_given():
    begun = []
    app = Starlette(routes=entrance_routes(HTML, ["people"], lambda: begun.append("ahead")))
    assert (ask(app, "/people").text, begun) == (entrance(HTML), ["ahead"])


def test_every_page_begins_with_it_and_begins_a_session():
    app = Starlette(routes=entrance_routes(HTML, PAGES), middleware=[Middleware(Guard)])
    for address in ("/", *(f"/{page}" for page in PAGES)):
        found = ask(app, address)
        assert (found.status, found.text, found.headers["cache-control"]) == (200, entrance(HTML), "no-cache")
        assert found.cookie.startswith("wsoa_session_8501=")
    assert ask(app, "/nonsense").status == 404
