"""WSoA Monitor: the router. Every page is a file in `pages/`."""

from pathlib import Path

import streamlit as st

from pages.parts import view
from pages.parts.navigation import navigation
from store.database import StoreError

st.set_page_config(page_title="WSoA Monitor", layout="wide")
st.html(Path(__file__).parent / "pages" / "parts" / "style.css")
page = navigation()
try:
    view.begin()
    page.run()
except StoreError as refusal:
    st.error(str(refusal))
