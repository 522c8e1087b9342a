"""WSoA Monitor: the router. Every page is a file in `pages/`."""

from pathlib import Path

import streamlit as st

from pages.parts import view
from store.database import StoreError

PAGES = {
    "overview": "Overview",
    "workstream": "Workstreams",
    "weakness": "Weaknesses",
    "kpi": "KPIs",
    "upload": "Upload",
    "returns": "Returns",
}

st.set_page_config(page_title="WSoA Monitor", layout="wide")
st.html(Path(__file__).parent / "pages" / "parts" / "style.css")
page = st.navigation(
    [st.Page(f"pages/{name}.py", title=title, default=name == "overview") for name, title in PAGES.items()], position="top"
)
try:
    view.begin()
    page.run()
except StoreError as refusal:
    st.error(str(refusal))
