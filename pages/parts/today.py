"""The tick with which somebody confirms the day, where nothing was stored for so long that the clock may be wrong."""

from datetime import date

import streamlit as st

from pages.parts.telling import literal, say
from pages.parts.view import database
from programme.moment import day_text
from store.returns.versions import day_to_confirm


def day_ticked(where: str) -> date | None:
    """The day that was ticked; None where it was not, and where there is nothing to ask. `where` tells the forms apart."""
    day = day_to_confirm(database())
    if day is None:
        return None
    say("Nothing was stored for a long time. Is the clock of this machine right? What is stored bears its day for good.")
    return day if st.checkbox(literal(f"Today is {day_text(day)}"), key=f"today {where} {day}") else None
