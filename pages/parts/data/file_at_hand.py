"""The file that is looked at, and what was chosen of how it is read: kept in its draft, else in this window alone."""

from collections.abc import Mapping
from dataclasses import dataclass
from hashlib import sha256

import streamlit as st

from pages.parts.view import database
from programme.access import Person
from programme.draft import Draft
from store.database import StoreError
from store.returns.drafts import answer_draft

LAYOUT, PERIOD, SHEET = "layout", "period", "sheet of "
"""What may be chosen, as it is asked: a layout by its name, a period as typed, the sheet of the table whose word follows."""

TOLD = "told of drafts"


@dataclass(frozen=True, slots=True)
class HandedIn:
    """The file that is looked at. `draft` is None for one that could not be kept, or that nothing here can read.

    `refused` says that it could not be kept, which was told.
    """

    file_name: str
    content: bytes
    draft: Draft | None = None
    refused: bool = False

    @property
    def sha256(self) -> str:
        """What tells its bytes apart."""
        return self.draft.sha256 if self.draft else sha256(self.content).hexdigest()


def chosen_of(file: HandedIn) -> Mapping[str, str]:
    """What was chosen so far of how the file is read, by what was asked."""
    answers = file.draft.answers if file.draft else st.session_state.get(_key(file), {})
    return {asked: answer for asked, answer in answers.items() if asked in (LAYOUT, PERIOD) or asked.startswith(SHEET)}


def keep_chosen(file: HandedIn, chosen: Mapping[str, str], person: Person) -> None:
    """Keep what was chosen, in the draft if there is one. Another layout has other tables: which sheets were meant goes."""
    if not chosen:
        return
    before = chosen_of(file)
    if chosen.get(LAYOUT, before.get(LAYOUT)) != before.get(LAYOUT):
        chosen = {**{asked: "" for asked in before if asked.startswith(SHEET)}, **chosen}
    if file.draft is None:
        st.session_state[_key(file)] = {**before, **chosen}
        return
    try:
        answer_draft(database(), file.draft.key, chosen, person)
    except StoreError as refusal:
        tell_above(f"What you chose last is not kept in the draft. {refusal.outside}")


def _key(file: HandedIn) -> str:
    return f"chosen of {file.sha256}"


def tell_above(sentence: str) -> None:
    """Say something above the file, the next time that the page is drawn."""
    st.session_state.setdefault(TOLD, []).append(sentence)
