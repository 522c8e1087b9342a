"""A deed that a page was asked for: it is done and the page drawn anew, or it is said why not, and what was typed stays."""

from collections.abc import Callable, Hashable, Iterable
from itertools import count
from typing import TypeVar

import streamlit as st

from pages.parts.telling import literal
from programme.access import NotAllowed
from store.database import StoreError

NOTICE = "notice"
_NUMBERS = count()

Thing = TypeVar("Thing", bound=Hashable)


def boxes_of(form: str) -> str:
    """What the keys of a form's boxes begin with until it is done: the next ones are others, which are empty.

    Streamlit itself would empty them with every press of the button, also where what was typed is refused.
    """
    return st.session_state.setdefault(_boxes(form), f"{form} {next(_NUMBERS)}")


def still_offered(box: str, offered: Iterable[Thing], known: Iterable[Thing]) -> list[Thing]:
    """What a box (its key) offers of what is `known`, in that order: also what was chosen in it and is `offered` no more,
    because another did it meanwhile. Else another thing would stand in its place and be done, and the store says why not.
    """
    things = {*offered, st.session_state.get(box)}
    return [each for each in known if each in things]


def done_or_told(deed: Callable[[], str], *refused: type[Exception], form: str = "") -> None:
    """Do it and draw the page anew, with the sentence that it gives and `form` empty; or say why it was not done.

    `refused` are exceptions, beside StoreError and NotAllowed, whose texts are sentences.
    """
    try:
        st.session_state[NOTICE] = deed()
    except StoreError as said:
        st.error(literal(said.outside))
    except (NotAllowed, *refused) as said:
        st.error(literal(str(said)))
    else:
        st.session_state.pop(_boxes(form), None)
        st.rerun()


def _boxes(form: str) -> str:
    return f"boxes of {form}"
