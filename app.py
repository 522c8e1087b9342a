"""WSoA Monitor: what `streamlit run app.py` starts. Every request passes the guard; `frame.py` draws the pages."""

from pathlib import Path

import streamlit as st
from starlette.middleware import Middleware
from streamlit.file_util import get_static_dir

from kpis.reference_slips import every_slip_at_start
from pages.parts.places import PAGES, PLACES, led
from store.database import Database
from web.app_log import begin_app_log
from web.doorkeeper import Doorkeeper
from web.moved import moved_routes
from web.server import exception_handlers, lifespan, middleware, routes, upkeep
from web.unknown import UnknownAddresses


def store() -> Database:
    """The one store of this server, which the pages use too. Raises StoreError."""
    from pages.parts.view import database  # brings all that pages need: only once somebody asks

    return database()


def ahead() -> None:
    """What the page that a browser is about to open asks for."""
    from pages.parts.ahead import work_ahead  # as above

    work_ahead()


begin_app_log()
html = Path(get_static_dir(), "index.html").read_text(encoding="utf-8")
sound = not every_slip_at_start(definitions=True)
if sound:
    from pages.parts.dress import dressed  # the colours are those of ratings, which reference files define

    html = dressed(html)
keeper = Doorkeeper(store if sound else None)
nightly = upkeep(keeper)
ours = [*routes(keeper, html, PAGES, ahead), *moved_routes(PLACES, led)]
app = st.App(
    "frame.py" if sound else "pages/parts/unsound.py",  # beside frame.py Streamlit would run pages by themselves first
    middleware=[*middleware(keeper), Middleware(UnknownAddresses, routes=ours)],
    routes=ours,
    exception_handlers=exception_handlers(),
    lifespan=lifespan(nightly),
)
