"""WSoA Monitor: what `streamlit run app.py` starts. Every request passes the guard; `frame.py` draws the pages."""

from pathlib import Path

import streamlit as st
from streamlit.file_util import get_static_dir

from store.database import Database
from web.server import exception_handlers, middleware, routes


def store() -> Database:
    """The one store of this server, which the pages use too. Raises StoreError."""
    from pages.parts.view import database  # brings all that pages need: only once somebody asks

    return database()


html = Path(get_static_dir(), "index.html").read_text(encoding="utf-8")
pages = sorted(path.stem for path in Path(__file__).parent.joinpath("pages").glob("*.py"))
app = st.App("frame.py", middleware=middleware(), routes=routes(store, html, pages), exception_handlers=exception_handlers())
