"""The router, which Streamlit runs for every session: every page is a file in `pages/`."""

import streamlit as st

from pages.parts import view
from pages.parts.navigation import navigation
from pages.parts.telling import literal
from programme.access import NotAllowed
from store.database import StoreError
from web.sessions import SESSIONS
from web.shelf import SESSION_HEADER

NO_GUARD = (
    "Every request must pass the guard of WSoA Monitor, got: one that did not, because the server was started with another "
    "file. Start it with: streamlit run app.py. Nothing was shown or changed."
)

page = navigation()
if st.context.headers and not SESSIONS.alive(st.context.headers.get(SESSION_HEADER, "")):
    st.error(NO_GUARD)
    st.stop()
try:
    view.begin()
    page.run()
except StoreError as refusal:
    st.title("The records cannot be read just now")
    st.error(literal(refusal.outside))
    st.button("Try again")
except NotAllowed as refusal:
    st.error(literal(str(refusal)))
