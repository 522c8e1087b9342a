"""What a window keeps of what was worked out for it, from one drawing of a page to the next."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from typing import TypeVar

import streamlit as st

from store.database import Overtaken

Made = TypeVar("Made")


def kept_in_window(name: str, asked: tuple, make: Callable[[], Made]) -> Made:
    """What `make` gives, made once for as long as the same is `asked`, however often the page is drawn.

    Of each name the newest alone is kept, in the session's state.
    """
    if st.session_state.get(name, (None,))[0] != asked:
        st.session_state[name] = asked, make()
    return st.session_state[name][1]


def first_shown(box: str, change: int) -> int:
    """The change after which that which is decided about was shown first, for as long as the `box` beside it (its key) is
    drawn; to be asked before the box is.

    It is not the newest `change`: the run that a press begins has read what was stored meanwhile, and nobody has looked at
    that yet. The store refuses it and says what it is (`anew_where_overtaken`).
    """
    if box not in st.session_state:  # Streamlit forgets it once another page was looked at
        st.session_state.pop(_shown(box), None)
    return st.session_state.setdefault(_shown(box), change)


@contextmanager
def anew_where_overtaken(box: str, change: int) -> Iterator[None]:
    """Inside, what is decided beside the `box` is done. Where the store says that somebody was quicker, what stands there
    by now, as after this `change`, is what is decided about from then on."""
    try:
        yield
    except Overtaken:
        st.session_state[_shown(box)] = change
        raise


def _shown(box: str) -> str:
    return f"first shown beside {box}"
