"""The pages of the app in the order of its menu, and what every page wears."""

from pathlib import Path

import streamlit as st
from markupsafe import Markup

from pages.parts.telling import draw
from reports.markup.heat import fills_css

PARTS = Path(__file__).parent

# Flat: with headings, the menu of a narrow screen is a list that screen readers cannot count (axe: list, listitem).
PAGES = {
    "overview": "Overview",
    "changes": "Changes",
    "weakness": "Weaknesses",
    "workstream": "Workstreams",
    "kpi": "KPIs",
    "delivery": "Delivery",
    "actions": "Actions",
    "risks": "Risks",
    "participation": "Participation",
    "decisions": "Decisions",
    "meeting": "Meeting",
    "find": "Find",
    "upload": "Upload",
    "returns": "Returns",
    "restatements": "Restatements",
    "published": "Published figures",
    "dictionary": "KPI dictionary",
    "glossary": "Glossary",
    "accessibility": "Accessibility",
}


def navigation():
    """The style, the links and the menu; gives the page that was asked for."""
    draw(Markup("<style>{}\n{}</style>").format(_ours("style.css"), fills_css()))
    draw(Markup("<script>{}</script>").format(_ours("links.js")), unsafe_allow_javascript=True)
    pages = [st.Page(f"pages/{name}.py", title=title, default=name == "overview") for name, title in PAGES.items()]
    found = st.navigation(pages, position="top")
    _start_again_once()
    st.set_page_config(page_title=f"{found.title} · WSoA Monitor", layout="wide")
    return found


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
