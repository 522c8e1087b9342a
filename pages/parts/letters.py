"""Where a letter about a weakness is recorded on screen: whose it is and of which day first, then what it says."""

from collections.abc import Sequence
from datetime import date

import streamlit as st
from markupsafe import Markup

from pages.parts.telling import literal, say
from pages.parts.unfolded import built_once_open
from pages.parts.view import View
from pages.parts.writing import row_writing
from programme.access import Deed
from programme.quarter import Quarter
from programme.sheets.letters import LETTERS, SENDERS, Letter
from programme.wordings import TO_WRITE
from reports.markup.wordings import worded_note
from reports.progress.letters import letters_known
from reports.progress.wordings import words_beside
from reports.sentences.letters import letter_name, shown_later

RECORD = "Record a letter about this weakness"
ANEW = "a letter that is not recorded yet"


def letter_writing(view: View, weakness: int) -> None:
    """A place to record a letter, or to say otherwise what is recorded of one; nothing for who may not."""
    if view.as_at is not None:
        return
    known = letters_known(view.progress, view.quarter, weakness)
    here = any(view.records.logs.wording(each.source) for each in known)
    if view.may(TO_WRITE[LETTERS.name]) or (here and view.may(Deed.WITHDRAW)):
        built_once_open(RECORD, f"letters {view.quarter} {weakness}", lambda: _written(view, weakness, known))


def letter_note(view: View, letter: Letter) -> Markup:
    """Where a letter was written on screen: by whom, and what else was said of it."""
    return worded_note(words_beside(view.progress, LETTERS, letter.quarter, (letter.day, letter.sender, letter.weakness)))


def _written(view: View, weakness: int, known: Sequence[Letter]) -> None:
    day, sender = _which(known, f"which letter {view.quarter} {weakness}")
    if day is None or not sender:
        say("Choose from whom it is and its day; then there is room for what it says.", quiet=True)
        return
    if day > view.quarter.end:
        say(shown_later(Quarter.containing(day)))
    about = {LETTERS.day: str(day), LETTERS.sender: sender, LETTERS.weakness: str(weakness)}
    row_writing(view, LETTERS, {column.heading: text for column, text in about.items()}, Quarter.containing(day))


def _which(known: Sequence[Letter], key: str) -> tuple[date | None, str]:
    """The day of a letter and whose it is: of one that is recorded, or as chosen for another."""
    by_name = {letter_name(each): each for each in known}
    chosen = st.selectbox("Letter", (ANEW, *by_name), key=f"{key} chosen", format_func=literal)
    if found := by_name.get(chosen):
        return found.day, found.sender
    day = st.date_input(literal(LETTERS.day.heading), None, format="DD/MM/YYYY", key=f"{key} day")
    sender = st.selectbox(literal(LETTERS.sender.heading), ("", *SENDERS), key=f"{key} sender", format_func=_or_none)
    return day, sender


def _or_none(text: str) -> str:
    return literal(text) or "–"
