"""The pages of the app in the order of its menu."""

import streamlit as st

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
    """The menu; gives the page that was asked for."""
    pages = [st.Page(f"pages/{name}.py", title=title, default=name == "overview") for name, title in PAGES.items()]
    return st.navigation(pages, position="top")
