"""A deed that a page was asked for: it is done and the page drawn anew, or it is said why not."""

from collections.abc import Callable

import streamlit as st

from pages.parts.telling import literal
from programme.access import NotAllowed
from store.database import StoreError

NOTICE = "notice"


def done_or_told(deed: Callable[[], str], *refused: type[Exception]) -> None:
    """Do it and draw the page anew, with the sentence that it gives; or say why it was not done.

    `refused` are exceptions, beside StoreError and NotAllowed, whose texts are sentences.
    """
    try:
        st.session_state[NOTICE] = deed()
    except StoreError as said:
        st.error(literal(said.outside))
    except (NotAllowed, *refused) as said:
        st.error(literal(str(said)))
    else:
        st.rerun()
