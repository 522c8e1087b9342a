"""What every page says while a reference file is not sound. Nothing here, and nothing it imports, is made of these files.

A server that starts with a slip runs this file instead of `frame.py`.
"""

from functools import partial

import streamlit as st

from kpis.reference_slips import every_slip_at_start
from pages.parts.places import HOME, PAGES
from pages.parts.telling import literal
from programme.reference_check import MOST_LISTED, PUT_RIGHT, Slip


def say_what_is_unsound(slips: tuple[Slip, ...]) -> None:
    """Under every address of the app, what must be put right: a person may come by any of them."""
    tell = partial(_told, slips)
    pages = [st.Page(tell, title="WSoA Monitor", url_path=name, default=name == HOME) for name in PAGES]
    st.navigation(pages, position="hidden").run()


def _told(slips: tuple[Slip, ...]) -> None:
    st.title("The reference files must be put right first")
    for slip in slips[:MOST_LISTED]:
        st.error(literal(str(slip)))
    if len(slips) > MOST_LISTED:
        st.error(literal(f"… and {len(slips) - MOST_LISTED} more."))
    st.info(PUT_RIGHT)


if __name__ == "__main__":
    say_what_is_unsound(every_slip_at_start(definitions=True))
