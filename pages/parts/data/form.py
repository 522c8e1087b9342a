"""The first step of an upload: the form of a quarter, and the blank history workbook."""

import streamlit as st

from loaders.forms.saving import save
from loaders.forms_out import FIRST_OF_HISTORY, NothingOwedError, blank_history, form_of, streams_owed
from loaders.pipeline import known_to
from pages.parts.files import offer_file
from pages.parts.telling import say
from pages.parts.view import View, database
from programme.access import Deed
from programme.quarter import Quarter
from programme.workstreams import organisations, short_name, workstreams
from record.receipts import expected_next

XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"

BROUGHT = "Open actions, risks and decisions; of a quarter that was returned already, everything that stands."


def form_offered(view: View) -> None:
    """Step 1: the form of a quarter, made from the definitions and the last known words when it is asked for."""
    st.header("1. Get the form")
    following = expected_next(view.records, view.progress.now)
    quarters = [str(following - step) for step in range(-1, 5)]
    choices = {"all": "all five workstreams"} | {str(number): stream.name for number, stream in workstreams().items()}
    left, right = st.columns(2)
    quarter = Quarter.parse(left.selectbox("Quarter of the return", quarters, index=1))
    chosen = right.selectbox("Workstreams", list(choices), format_func=choices.get)
    streams = tuple(workstreams()) if chosen == "all" else (int(chosen),)
    maker = left.selectbox("Whose figures", ["", *organisations()], format_func=lambda name: name or "everybody's")
    words = right.checkbox("Bring the last known words forward", value=True, help=BROUGHT)
    try:
        streams = streams_owed(quarter, streams, maker)
    except NothingOwedError as nothing:
        say(str(nothing))
    else:
        offer_file(
            view.person,
            "Download the form",
            f"return-{quarter.file_name}-workstream-{chosen}{'-' + short_name(maker) if maker else ''}.xlsx",
            XLSX,
            lambda: save(form_of(known_to(database(), view.person), quarter, streams, maker, words=words).form),
            key="form",
            deed=Deed.UPLOAD,
        )
    _history_offered(view, maker)


def _history_offered(view: View, maker: str) -> None:
    """The blank history workbook: how an area that starts today brings its past."""
    with st.expander("A blank history workbook"):
        quarters = [str(quarter) for quarter in FIRST_OF_HISTORY.to(Quarter.containing(view.progress.now.date()) - 1)]
        left, right = st.columns(2)
        first = Quarter.parse(left.selectbox("From", quarters))
        last = Quarter.parse(right.selectbox("To", quarters, index=len(quarters) - 1))
        if last < first:
            say(f"The last quarter must not be before the first, got: {first} to {last}.")
            return
        offer_file(
            view.person,
            "Download the history workbook",
            f"history-{first.file_name}-to-{last.file_name}.xlsx",
            XLSX,
            lambda: save(blank_history(first, last, maker)),
            key="history form",
            deed=Deed.UPLOAD,
        )
