"""On the page of a measure: an analyst asks for a figure that is hidden from readers to be shown."""

import streamlit as st

from access.unhiding import ask_for
from pages.parts.doing import boxes_of, done_or_told, still_offered
from pages.parts.telling import literal, say
from pages.parts.today import day_ticked
from pages.parts.unsent import words_box
from pages.parts.view import View, database
from pages.parts.who import name_given
from programme.access import Deed
from programme.hidden import HIDDEN_SIGN, Item
from programme.submission import Acceptance
from reports.progress.hidden_inputs import hidden_numbers, numbers_behind
from reports.progress.readings import Reading


def asking_form(view: View, reading: Reading) -> None:
    """Which counts of this figure readers do not see, and the form that asks for one; nothing where they see it."""
    found = hidden_numbers(view.progress, reading)
    if not (found and view.may(Deed.ASK_RELEASE_HIDDEN)):
        return
    st.header("Hidden from readers")
    say(f"Readers see {HIDDEN_SIGN} here, because of: {'; '.join(item.told for item in found)}.")
    if view.as_at is not None:
        return
    box = f"{boxes_of('asking')} {reading.kpi.id} {reading.area.code} {reading.quarter}"
    offered = still_offered(box, found, numbers_behind(reading))
    with st.expander("Ask for its release"):
        say("An administrator decides, on the page Data. Do not say the figure in the reason.", quiet=True)
        with st.form("asking"):
            chosen = st.selectbox("Which count?", offered, format_func=lambda item: literal(item.told), key=box)
            by = name_given(view.person)
            key = f"why ask {reading.result.kpi.id}"
            reason = words_box(view.person, "Why should readers see it?", key, form="asking")
            confirmed = day_ticked("asking")
            if st.form_submit_button("Ask for its release"):
                acceptance = Acceptance(view.person.called(by), reason, confirmed=confirmed)
                done_or_told(lambda: _asked(chosen, acceptance), form="asking")


def _asked(item: Item, acceptance: Acceptance) -> str:
    (number,) = ask_for(database(), [item], acceptance)
    return f"Asked for as number {number}: {item.told}. It stays hidden until an administrator grants it."
