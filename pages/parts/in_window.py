"""What a window keeps of what was worked out for it, from one drawing of a page to the next."""

from collections.abc import Callable
from typing import TypeVar

import streamlit as st

Made = TypeVar("Made")


def kept_in_window(name: str, asked: tuple, make: Callable[[], Made]) -> Made:
    """What `make` gives, made once for as long as the same is `asked`, however often the page is drawn.

    Of each name the newest alone is kept, in the session's state.
    """
    if st.session_state.get(name, (None,))[0] != asked:
        st.session_state[name] = asked, make()
    return st.session_state[name][1]
