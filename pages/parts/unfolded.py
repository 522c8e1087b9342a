"""What is folded away and built only for who opens it: a form is dear to build, and most of them are never opened."""

from collections.abc import Callable

import streamlit as st

from pages.parts.telling import literal

OPENED = "what was unfolded"


def built_once_open(label: str, key: str, build: Callable[[], object]) -> None:
    """A place to open under its label, which is built once it was opened, and stays while its page is looked at.

    So nothing is lost that was typed where it is folded again. `key` is its own among all that can be unfolded.
    """
    name = f"unfolded {key}"
    opened = st.session_state.setdefault(OPENED, set())
    if name not in st.session_state:  # Streamlit forgets it once another page was looked at
        opened.discard(name)
    place = st.expander(literal(label), key=name, on_change="rerun")
    if place.open:
        opened.add(name)
    if name in opened:
        with place:
            build()
