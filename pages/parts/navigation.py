"""The menu, and the page that was asked for."""

from collections.abc import Mapping
from typing import Literal

import streamlit as st

from pages.parts.places import HOME, MENU, QUIET


def navigation():
    """Draw the menu; gives the page that was asked for."""
    found = st.navigation([*_pages(MENU, "visible"), *_pages(QUIET, "hidden")], position="top")
    _start_again_once()
    st.set_page_config(page_title=f"{found.title} · WSoA Monitor", layout="wide")
    return found


def _pages(named: Mapping[str, str], visibility: Literal["visible", "hidden"]) -> list:
    return [
        st.Page(f"pages/{name}.py", title=title, default=name == HOME, visibility=visibility)
        for name, title in named.items()
    ]


def _start_again_once() -> None:
    """Start a session's first run again, before it draws anything that a person could touch.

    Until a server has seen `st.navigation`, Streamlit takes the folder `pages/` as its older kind of app: what is drawn
    then gets other identities than in the next run, and a file dropped or a link followed in between would be lost.
    """
    if "started" not in st.session_state:
        st.session_state["started"] = True
        st.rerun()
