"""The form by which something that was added here is taken back: which one, by whom and why."""

from collections.abc import Callable, Mapping

import streamlit as st

from pages.parts.doing import boxes_of, done_or_told
from pages.parts.telling import literal
from pages.parts.today import day_ticked
from pages.parts.view import View
from pages.parts.who import name_given
from programme.submission import Acceptance


def taking_back_form(
    view: View, standing: Mapping[int, str], thing: str, why: str, button: str, deed: Callable[[int, Acceptance], str]
) -> None:
    """Ask which `thing` of `standing` (its numbers with their names) goes and why, then do the deed, or say why not."""
    form = f"a {thing} taken back"
    key = boxes_of(form)
    with st.form(f"{key} form"):
        number = st.selectbox(
            literal(f"Take a {thing} back"),
            list(standing),
            index=None,
            format_func=standing.get,
            placeholder="choose",
            key=f"{key} number",
        )
        by = name_given(view.person, key=f"{key} by")
        reason = st.text_input(literal(why), key=f"{key} why")
        confirmed = day_ticked(key)
        pressed = st.form_submit_button(literal(button))
    if pressed and number is None:
        st.error(literal(f"It must be said which {thing} is taken back, got: nothing. Nothing was changed."))
    elif pressed:
        given = Acceptance(view.person.called(by), reason, confirmed=confirmed)
        done_or_told(lambda: deed(number, given), form=form)
