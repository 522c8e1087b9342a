"""WSoA Monitor: what `streamlit run app.py` starts. Every request passes the guard; `frame.py` draws the pages."""

import streamlit as st

from store.database import Database
from web.server import exception_handlers, middleware, routes


def store() -> Database:
    """The one store of this server, which the pages use too. Raises StoreError."""
    from pages.parts.view import database  # brings all that pages need: only once somebody asks

    return database()


app = st.App("frame.py", middleware=middleware(), routes=routes(store), exception_handlers=exception_handlers())
