"""The pages of the app in the order of its menu, and what every page wears."""

from pathlib import Path

import streamlit as st

STYLE = Path(__file__).with_name("style.css")

PAGES = {
    "overview": "Overview",
    "workstream": "Workstreams",
    "weakness": "Weaknesses",
    "kpi": "KPIs",
    "upload": "Upload",
    "returns": "Returns",
    "restatements": "Restatements",
}


def navigation():
    """The style and the menu; gives the page that was asked for."""
    st.set_page_config(page_title="WSoA Monitor", layout="wide")
    st.html(STYLE)
    pages = [st.Page(f"pages/{name}.py", title=title, default=name == "overview") for name, title in PAGES.items()]
    return st.navigation(pages, position="top")
