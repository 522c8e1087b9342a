"""The router, which Streamlit runs for every session: every page is a file in `pages/`."""

import streamlit as st

from pages.parts import view
from pages.parts.navigation import navigation
from pages.parts.telling import literal
from programme.access import NotAllowed
from store.database import StoreError

page = navigation()
try:
    view.begin()
    page.run()
except StoreError as refusal:
    st.title("The records cannot be read just now")
    st.error(literal(refusal.outside))
    st.button("Try again")
except NotAllowed as refusal:
    st.error(literal(str(refusal)))
