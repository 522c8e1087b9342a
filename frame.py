"""The router, which Streamlit runs for every session: every page is a file in `pages/`."""

import streamlit as st

from kpis.reference_slips import every_slip_at_start
from pages.parts.telling import draw, literal, title
from pages.parts.unsound import say_what_is_unsound
from programme.access import NotAllowed
from store.database import StoreError
from web.sessions import SESSIONS
from web.shelf import SESSION_HEADER

if unsound := every_slip_at_start(definitions=True):
    say_what_is_unsound(unsound)
    st.stop()

from pages.parts import view
from pages.parts.foot import foot
from pages.parts.navigation import navigation

NO_GUARD = (
    "Every request must pass the guard of WSoA Monitor, got: one that did not, because the server was started with another "
    "file. Start it with: streamlit run app.py. Nothing was shown or changed."
)

page = navigation()
if st.context.headers and not SESSIONS.alive(st.context.headers.get(SESSION_HEADER, "")):
    st.error(NO_GUARD)
    st.stop()
above, below = st.container(key="page"), st.container(key="foot")
with below:
    draw(foot())
with above:
    try:
        view.begin()
        page.run()
        view.notice_was_seen()
    except StoreError as refusal:
        title("The records cannot be read just now")
        st.error(literal(refusal.outside))
        st.button("Try again")
    except NotAllowed as refusal:
        st.error(literal(str(refusal)))
