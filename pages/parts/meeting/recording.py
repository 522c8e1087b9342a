"""In the meeting, on any page: a challenge, a decision, a follow-up, a request or a ruling about what is on the screen."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

import streamlit as st

from pages.parts.meeting.doing import carry_through, doer_of, fresh, meeting_at_hand, own_words
from pages.parts.telling import literal, say
from pages.parts.view import View
from programme.meeting import (
    OUTCOMES,
    RECORDING,
    About,
    Meeting,
    Minuted,
    MinutedOutcome,
    Subject,
    ToMinute,
)
from reports.progress.meeting import kept_back, on_record
from reports.progress.readings import Line
from reports.sentences.meeting import NAMED, meeting_name
from store.meetings.meetings import record

HIDDEN_HERE = "Readers do not see this figure: what is recorded about it here reaches only those who see it."
CHAIR = "Chair"
SATISFIED = {"not said": None, "yes": True, "no": False}
SAID = tuple(SATISFIED)
DECIDED, RULED = (tuple(map(str, OUTCOMES[kind])) for kind in (Minuted.DECISION, Minuted.JUDGEMENT))
KINDS = tuple(NAMED[kind] for kind in Minuted)
KINDS_BUT_THE_LAST = KINDS[:-1]
"""A lead judges measures and weaknesses alone."""

LABEL = "Record in the meeting"


def record_about(view: View, line: Line) -> None:
    """A place to put something about a KPI in an area on record."""
    recording(view, {line.kpi.title: About(Subject.MEASURE, line.kpi.id, line.area.code)})


def recording(view: View, options: Mapping[str, About], chosen: str = "") -> None:
    """What opens the forms, where a meeting is held now and whoever looks may record in it; nothing elsewhere.

    `options` are what it can be about, by their names; `chosen` the name of the one that is on the screen.
    """
    meeting = meeting_at_hand(view, next(iter(options), ""))
    if meeting is None or view.as_at is not None or not options or not any(map(view.may, RECORDING.values())):
        return
    with st.container(key="recording"), st.popover(LABEL):
        say(f"{meeting_name(meeting)}.", quiet=True)
        names = list(options)
        name = names[0]
        if len(names) > 1:
            at = names.index(chosen) if chosen in options else 0
            name = st.selectbox("About", names, at, format_func=literal, key=f"about {chosen}")
        about = options[name]
        if kept_back(view.progress, about, meeting.quarter):
            say(HIDDEN_HERE)
        judged = about.subject in (Subject.MEASURE, Subject.WEAKNESS)
        for kind, tab in zip(Minuted, st.tabs(KINDS if judged else KINDS_BUT_THE_LAST), strict=False):
            with tab:
                _form(view, meeting, kind, about)


@dataclass(frozen=True, slots=True)
class _Boxes:
    """The boxes of one form; keys tell what they are about, so that what was typed of one thing is not said of another."""

    view: View
    meeting: Meeting
    kind: Minuted
    about: About

    @property
    def form(self) -> str:
        """The name of the form."""
        return f"{self.kind} {self.about.subject} {self.about.ref} {self.about.area}"

    def _key(self, name: str) -> str:
        return fresh(self.form, name)

    def words(self, label: str, name: str) -> str:
        """Words of somebody's own."""
        return own_words(self.view, label, self.form, name)

    def role(self, label: str, name: str) -> str:
        """One of the roles that came, or another that is typed."""
        came = [each.role for each in self.meeting.attendance if each.came] or [CHAIR]
        last = st.session_state.get(f"last {name}", came[0])
        roles = list(dict.fromkeys([last, *came]))
        given = st.selectbox(literal(label), roles, format_func=literal, key=self._key(name), accept_new_options=True) or ""
        st.session_state[f"last {name}"] = given or last
        return given

    def day(self, label: str, name: str) -> date | None:
        """A day, or none."""
        return st.date_input(literal(label), None, key=self._key(name), format="DD/MM/YYYY")

    def satisfied(self) -> bool | None:
        """Whether what was answered at once is enough."""
        return SATISFIED[st.radio("Satisfied with it?", SAID, key=self._key("satisfied"), horizontal=True)]

    def decided(self) -> MinutedOutcome:
        """What became of a decision."""
        return MinutedOutcome(st.radio("How it was decided", DECIDED, key=self._key("outcome"), horizontal=True))

    def ruled(self) -> MinutedOutcome:
        """What the board makes of a lead's judgement."""
        return MinutedOutcome(st.radio("The board has", RULED, key=self._key("outcome"), horizontal=True))

    def because(self) -> int | None:
        """The challenge that it came from, among those of this meeting; None where there is none."""
        asked = {
            each.item.ref if each.kept_back else f"{each.item.ref}: {each.item.said.words}": each.item.number
            for each in on_record(self.view.progress, self.meeting.quarter)
            if each.item.said.kind is Minuted.CHALLENGE and each.meeting.number == self.meeting.number
        }
        if not asked:
            return None
        names = ["no challenge", *asked]
        return asked.get(st.selectbox("It came from", names, format_func=literal, key=self._key("because")))


def _form(view: View, meeting: Meeting, kind: Minuted, about: About) -> None:
    boxes = _Boxes(view, meeting, kind, about)
    with st.form(boxes.form, border=False):
        said = _FORMS[kind](boxes)
        doer = doer_of(view, boxes.form)
        pressed = st.form_submit_button(literal(f"Record the {_button(kind)}"), type="primary")
    if pressed:
        carry_through(lambda store, given: _recorded(record(store, meeting.number, said, given), meeting, kind), doer)


def _button(kind: Minuted) -> str:
    return "ruling" if kind is Minuted.JUDGEMENT else str(kind)


def _recorded(number: int, meeting: Meeting, kind: Minuted) -> str:
    return f"Recorded as M{meeting.number}-{number}, a {_button(kind)}. It stands on record on the page Meetings."


def _challenge(boxes: _Boxes) -> ToMinute:
    words, asked_by = boxes.words("What is asked?", "words"), boxes.role("Who asks", "asked by")
    answer = boxes.words("The answer, where it was given at once", "answer")
    satisfied, due = boxes.satisfied(), boxes.day("Answer due, where it was not", "due")
    return ToMinute(boxes.kind, boxes.about, words, asked_by, due=due, answer=answer, satisfied=satisfied)


def _request(boxes: _Boxes) -> ToMinute:
    words, asked_by = boxes.words("Which figure, that is not held?", "words"), boxes.role("Who asks", "asked by")
    owner = boxes.words("Who is to bring it (a role)", "owner")
    return ToMinute(boxes.kind, boxes.about, words, asked_by, owner_role=owner, due=boxes.day("By when", "due"))


def _decision(boxes: _Boxes) -> ToMinute:
    words = boxes.words("The wording of the decision", "words")
    return ToMinute(boxes.kind, boxes.about, words, outcome=boxes.decided(), because=boxes.because())


def _judgement(boxes: _Boxes) -> ToMinute:
    words = boxes.words("Which judgement of the lead, and why", "words")
    return ToMinute(boxes.kind, boxes.about, words, outcome=boxes.ruled(), because=boxes.because())


def _follow_up(boxes: _Boxes) -> ToMinute:
    words, owner = boxes.words("What is to be done?", "words"), boxes.words("Who does it (a role)", "owner")
    due = boxes.day("By when", "due")
    return ToMinute(boxes.kind, boxes.about, words, owner_role=owner, due=due, because=boxes.because())


_FORMS = {
    Minuted.CHALLENGE: _challenge,
    Minuted.DECISION: _decision,
    Minuted.FOLLOW_UP: _follow_up,
    Minuted.REQUEST: _request,
    Minuted.JUDGEMENT: _judgement,
}
