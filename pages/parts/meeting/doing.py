"""Does a deed of a meeting and says what came of it: done, or a sentence why not, with what was typed still in its box."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date

import streamlit as st

from pages.parts.doing import boxes_of, done_or_told
from pages.parts.today import day_ticked
from pages.parts.unsent import words_box
from pages.parts.view import View, database
from pages.parts.who import name_given
from programme.meeting import Meeting, open_meeting_of
from programme.submission import Acceptance
from store.database import Database

NAME = "who records"
AT_HAND = "meeting at hand"


@dataclass(frozen=True, slots=True)
class Doer:
    """Who is about to do something in a form: the name said, what this window showed before, the day confirmed."""

    view: View
    form: str
    name: str
    seen: int
    confirmed: date | None

    @property
    def acceptance(self) -> Acceptance:
        """As the store takes it."""
        return Acceptance(self.view.person.called(self.name), seen=self.seen, confirmed=self.confirmed)


def doer_of(view: View, form: str) -> Doer:
    """The boxes that say who does it, and the newest change that this window was shown before the button was pressed.

    Whoever presses a button has seen the run before: this one may have read something newer already.
    """
    key = f"shown in {form}"
    seen = st.session_state.get(key, view.records.change)
    st.session_state[key] = view.records.change
    return Doer(view, form, _recorder(view, form), seen, day_ticked(form))


def meeting_at_hand(view: View, where: str) -> Meeting | None:
    """The meeting that is open, or that was while this window stood at `where`: what was typed for it must not be lost."""
    held, (before, last) = open_meeting_of(view.records.meetings), st.session_state.get(AT_HAND, ("", None))
    number = held.number if held else last if before == where else None
    st.session_state[AT_HAND] = where, number
    return next((each for each in view.records.meetings if each.number == number), None)


def nothing_at_hand() -> None:
    """After closing a meeting by oneself nothing is typed for it any more."""
    st.session_state.pop(AT_HAND, None)


def _recorder(view: View, where: str) -> str:
    """The name under which it is recorded; where nobody signs in, the last one, or who opened the meeting, stands there."""
    held = open_meeting_of(view.records.meetings)
    last = st.session_state.get(NAME) or (held.opened.by if held else "")
    return name_given(view.person, value=last, key=fresh(where, "recorder")).strip()


def fresh(form: str, key: str) -> str:
    """The key of a box that is empty again once its form is done; boxes of other forms keep what is typed in them."""
    return f"{boxes_of(form)} {key}"


def begin_anew(form: str) -> None:
    """Empty the boxes of a form without doing it."""
    box = boxes_of(form)
    for key in [each for each in st.session_state if str(each).startswith(f"{box} ")]:
        del st.session_state[key]


def own_words(view: View, label: str, form: str, name: str) -> str:
    """A line of somebody's own words in a form, kept for them where their session ends while they type."""
    return words_box(view.person, label, f"{form} {name}", form=form)


def carry_through(deed: Callable[[Database, Acceptance], str], doer: Doer) -> None:
    """Do it, and begin the page anew with what `deed` says of it; or say why not, and boxes keep what was typed."""
    done_or_told(lambda: _remembered(deed(database(), doer.acceptance), doer), form=doer.form)


def _remembered(told: str, doer: Doer) -> str:
    st.session_state[NAME] = doer.name
    return told
