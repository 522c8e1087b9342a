"""What every page wears: the menu, the style and the links."""

from collections.abc import Mapping
from pathlib import Path
from typing import Literal

import streamlit as st
from markupsafe import Markup

from pages.parts.places import HOME, MENU, QUIET
from pages.parts.telling import draw
from reports.markup.heat import fills_css

PARTS = Path(__file__).parent


def navigation():
    """The style, the links and the menu; gives the page that was asked for."""
    draw(Markup("<style>{}\n{}</style>").format(_ours("style.css"), fills_css()))
    draw(Markup("<script>{}</script>").format(_ours("links.js")), unsafe_allow_javascript=True)
    found = st.navigation([*_pages(MENU, "visible"), *_pages(QUIET, "hidden")], position="top")
    _start_again_once()
    st.set_page_config(page_title=f"{found.title} · WSoA Monitor", layout="wide")
    return found


def _pages(named: Mapping[str, str], visibility: Literal["visible", "hidden"]) -> list:
    return [
        st.Page(f"pages/{name}.py", title=title, default=name == HOME, visibility=visibility)
        for name, title in named.items()
    ]


def _ours(file: str) -> Markup:
    """A file that lies here and goes to the browser as it is."""
    return Markup((PARTS / file).read_text(encoding="utf-8"))  # noqa: S704 nobody types into it


def _start_again_once() -> None:
    """Start a session's first run again, before it draws anything that a person could touch.

    Until a server has seen `st.navigation`, Streamlit takes the folder `pages/` as its older kind of app: what is drawn
    then gets other identities than in the next run, and a file dropped or a link followed in between would be lost.
    """
    if "started" not in st.session_state:
        st.session_state["started"] = True
        st.rerun()
