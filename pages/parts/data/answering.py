"""The last step of an upload: one reason for all queries of one cause, a name, and the button."""

from collections.abc import Mapping
from contextlib import AbstractContextManager
from dataclasses import dataclass
from functools import cached_property, partial

import streamlit as st

from loaders.answers.findings import FindingGroup, finding_key, grouped
from loaders.pipeline import Checked, Loaded, accept_checked
from pages.parts.data.file_at_hand import HandedIn
from pages.parts.data.handed_in import close
from pages.parts.downloads import listed_table
from pages.parts.in_window import anew_where_overtaken, first_shown
from pages.parts.telling import literal, say
from pages.parts.today import day_ticked
from pages.parts.unsent import UNSENT
from pages.parts.view import View, database
from pages.parts.who import name_given, still_here
from programme.access import Person
from programme.finding import Finding
from programme.impact import Foreseen
from programme.submission import Acceptance
from reports.markup.pieces import bold_first
from reports.tables.findings import findings_table
from store.database import Overtaken, StoreError
from store.returns.drafts import DraftGone, answer_draft, draft_of

BY, WHY = "by", "why"
NOT_KEPT = "what was typed last"


def acceptance(view: View, file: HandedIn, checked: Checked, foreseen: Foreseen) -> None:
    """Step 5: a reason for each cause, or apart for single queries; a name; and the button.

    Whatever is typed is kept in the draft as soon as its box is left.
    """
    st.header("5. Accept it, or leave it")
    answers, reasons = _Answers(file, view.person), {}
    with st.container(key="answers"):  # the page's script sends what is typed in these boxes before they are left
        for number, group in enumerate(grouped(checked.queries), start=1):
            reasons |= _answered(number, group, answers)
        by = answers.box("Your name or role", BY) if view.person.alone else name_given(view.person)
        why = answers.box("Why is this return made? (for a correction: what was wrong)", WHY)
    confirmed = day_ticked("acceptance")
    if told := st.session_state.pop(NOT_KEPT, ""):
        st.warning(literal(told))
    # Its key goes with the bytes: whoever presses it accepts what was shown, and no file that took its place meanwhile.
    button = f"accept {file.sha256}"
    seen = first_shown(button, foreseen.seen)
    if st.button("Accept the return", type="primary", key=button):
        given = Acceptance(view.person.called(by), why, reasons, seen=seen, confirmed=confirmed)
        _accept(file, checked, given, anew_where_overtaken(button, foreseen.seen))


@dataclass(frozen=True)
class _Answers:
    """What was typed about a file so far, in whatever window, and the boxes to type more."""

    file: HandedIn
    person: Person

    @cached_property
    def kept(self) -> Mapping[str, str]:
        """What the draft holds, by what was asked; nothing where there is no draft, or none any more."""
        try:
            return draft_of(database(), self.file.draft.key, self.person).answers if self.file.draft else {}
        except StoreError:  # said where somebody presses the button
            return {}

    def box(self, label: str, asked: str) -> str:
        """A box in which what the draft holds stands, and from which what is typed goes into the draft."""
        key, kept = f"{self.file.draft.key if self.file.draft else self.file.sha256} {asked}", self.kept.get(asked, "")
        if unsent := UNSENT.take(self.person.owner, key):
            kept = unsent
            self._into_the_draft(asked, unsent)
        typed = st.text_input(literal(label), kept, key=key, on_change=partial(self._keep, asked, key))
        return (typed or kept).strip()  # another window may have answered it meanwhile

    def _keep(self, asked: str, key: str) -> None:
        if still_here(database()):
            self._into_the_draft(asked, st.session_state[key])
        else:
            UNSENT.keep(self.person.owner, key, st.session_state[key])

    def _into_the_draft(self, asked: str, text: str) -> None:
        if self.file.draft:
            try:
                answer_draft(database(), self.file.draft.key, {asked: text}, self.person)
            except StoreError as refusal:
                st.session_state[NOT_KEPT] = f"What you typed last is not kept in the draft. {refusal.outside}"


def _answered(number: int, group: FindingGroup, answers: _Answers) -> dict[Finding, str]:
    """One cause with its reason; below, where there are several queries, the list of them, each to be answered apart."""
    count = len(group.findings)
    say(bold_first(f"Query {number}.", f"{group.place}: {group.message}"))
    if count == 1:
        return {group.findings[0]: answers.box(f"Reason for {group.place}", group.key)}
    reason = answers.box(f"One reason for all {count}: {group.place}", group.key)
    with st.expander(literal(f"Query {number}: all {count}, to read or to answer apart")):
        listed_table(findings_table(group.findings))
        keys = {each: finding_key(each) for each in group.findings}
        begun = any(answers.kept.get(key) for key in keys.values())
        apart = st.toggle(literal(f"Answer some of query {number} apart"), value=begun, key=f"apart {group.key}")
        numbered = enumerate(keys.items(), start=1) if apart else ()
        own = {each: answers.box(f"Reason for number {place}, {each.place}, alone", key) for place, (each, key) in numbered}
    return {each: own.get(each) or reason for each in group.findings}


def _accept(file: HandedIn, checked: Checked, acceptance: Acceptance, deciding: AbstractContextManager) -> None:
    try:
        with deciding:
            loaded = _loaded(file, checked, acceptance)
    except DraftGone:
        st.rerun()  # the page says what became of it
    except StoreError as refusal:
        st.error(literal(refusal.outside))
        return
    if loaded.refusal:
        st.error(literal(loaded.refusal))
        return
    close()
    accepted = f"{checked.file_name} is accepted as version {loaded.version.number}. {loaded.withheld}"
    st.session_state["notice"] = accepted.rstrip()
    st.session_state["accepted"] = loaded.version.number
    st.rerun()


def _loaded(file: HandedIn, checked: Checked, acceptance: Acceptance) -> Loaded:
    """What became of it. Raises DraftGone, also where another window was quicker with this very draft, and StoreError."""
    _refuse_gone(file, acceptance.by)
    try:
        return accept_checked(database(), checked, acceptance)
    except Overtaken:
        _refuse_gone(file, acceptance.by)
        raise


def _refuse_gone(file: HandedIn, person: Person) -> None:
    if file.draft:
        draft_of(database(), file.draft.key, person)
