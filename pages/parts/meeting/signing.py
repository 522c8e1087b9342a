"""The sign-off of a quarter: how far it is, what moved since it was published, and the next deed for whoever may do it."""

from collections.abc import Callable, Collection, Iterator
from dataclasses import dataclass
from datetime import datetime, time
from functools import partial

import streamlit as st

from pages.parts.meeting.doing import carry_through, doer_of, fresh
from pages.parts.meeting.keeping import packs_kept
from pages.parts.telling import draw, literal, say, title
from pages.parts.unsent import words_area
from pages.parts.view import View
from programme.access import SECOND_PERSON, Deed, refusal
from programme.moment import LONDON, time_text
from programme.quarter import Quarter
from programme.signoff import Signature, SignOff, SignOffState, standing_publications
from programme.submission import Acceptance
from reports.documents.feed import FEED_NAME, FEED_PLACE
from reports.markup.signoff import corrections_listed, feed_link, signatures_listed
from reports.progress.corrected import corrected_itself, corrected_since
from reports.sentences.signoff import corrected_sentence, given_headline, sign_off_headline, sign_off_sentence
from store.database import Database
from store.signing.sign_offs import approve_quarter, publish_quarter, send_for_review, withdraw_publication

AT_HAND = "sign-off at hand"


@dataclass(frozen=True, slots=True)
class SignOffForm:
    """A deed as the page offers it: the words of its button, what it does, and what is said before and after."""

    label: str
    deed: Deed
    do: Callable[..., Signature]
    says: str
    told: str


SEND = SignOffForm(
    "Send for review",
    Deed.SEND_FOR_REVIEW,
    send_for_review,
    "It is sent as it stands now; what was sent or approved before is replaced by it.",
    "{quarter} is sent for review.",
)
APPROVE = SignOffForm(
    "Approve",
    Deed.APPROVE,
    approve_quarter,
    "It is approved as it was sent. If anything of it moved since, this is refused and says what.",
    "{quarter} is approved.",
)
PUBLISH = SignOffForm(
    "Publish",
    Deed.PUBLISH,
    publish_quarter,
    "Readers are shown it as it stood when it was sent for review, with all quarters before it, and no later one.",
    "{quarter} is published.",
)
WITHDRAW = SignOffForm(
    "Withdraw the publication",
    Deed.WITHDRAW_PUBLICATION,
    withdraw_publication,
    "Readers are shown what was published before, and nothing that was returned where there is none.",
    "The publication of {quarter} is withdrawn.",
)
FORMS = (SEND, APPROVE, PUBLISH, WITHDRAW)


def sign_off_tab(view: View) -> None:
    """What was done to the quarter, what moved since it was published, and what can be done to it next."""
    sign_off, given = view.records.sign_off, view.records.given
    title(given_headline(given, view.quarter) if given else sign_off_headline(sign_off, view.quarter))
    say(sign_off_sentence(view.records, view.quarter))
    if view.may(Deed.SEE_UNSIGNED):
        draw(signatures_listed(sign_off.of(view.quarter)))
    if itself := corrected_itself(view.records, view.quarter):
        begins = f"Corrected after {view.quarter} was published itself"
        st.header(literal(corrected_sentence(itself, begins)), anchor="corrected-itself")
        draw(corrections_listed(itself, view.href))
    if corrected := corrected_since(view.records):
        st.header(literal(corrected_sentence(corrected)), anchor="corrected")
        draw(corrections_listed(corrected, view.href))
    packs_kept(view)
    with view.take_away:
        draw(feed_link(FEED_PLACE, FEED_NAME))
    if view.as_at is None:
        _deeds(view, sign_off)


def _deeds(view: View, sign_off: SignOff) -> None:
    """The forms of what comes next; where a second person is needed and nobody signs in, the sentence that says so."""
    for offered in _at_hand(view, set(_next(sign_off, view.quarter))):
        if view.may(offered.deed):
            _form(view, offered)
        elif offered.deed in SECOND_PERSON and view.person.alone:
            say(refusal(view.person, offered.deed))


def _next(sign_off: SignOff, quarter: Quarter) -> Iterator[SignOffForm]:
    yield SEND
    match sign_off.state(quarter):
        case SignOffState.FOR_REVIEW:
            yield APPROVE
        case SignOffState.APPROVED:
            yield PUBLISH
    if any(each.quarter == quarter for each in standing_publications(sign_off.signatures)):
        yield WITHDRAW


def _at_hand(view: View, offered: Collection[SignOffForm]) -> list[SignOffForm]:
    """What is offered, and what somebody types in here while another does it: it is refused with what was done, and what
    was typed is not lost."""
    where, before = st.session_state.get(AT_HAND, (None, ()))
    typed = [each for each in before if where == view.quarter and st.session_state.get(_note_box(view, each))]
    found = [each for each in FORMS if each in offered or each in typed]
    st.session_state[AT_HAND] = view.quarter, found
    return found


def _name(view: View, offered: SignOffForm) -> str:
    return f"{offered.label} {view.quarter}"


def _note_box(view: View, offered: SignOffForm) -> str:
    form = _name(view, offered)
    return fresh(form, f"{form} note")


def _form(view: View, offered: SignOffForm) -> None:
    form = _name(view, offered)
    with st.expander(literal(offered.label)):
        say(offered.says, quiet=True)
        with st.form(form, border=False):
            note = words_area(view.person, "Note", f"{form} note", form, "", 100)
            embargo = _embargo(form) if offered is PUBLISH else None
            doer = doer_of(view, form)
            pressed = st.form_submit_button(literal(offered.label), type="primary")
        if pressed:
            do = partial(offered.do, embargo=embargo) if embargo else offered.do
            told = offered.told.format(quarter=view.quarter)
            if embargo:
                told = f"{told} Readers are shown it from {time_text(embargo)}."
            carry_through(lambda store, accepted: _done(store, accepted, do, view, note, told), doer)


def _done(store: Database, given: Acceptance, do: Callable, view: View, note: str, told: str) -> str:
    do(store, view.quarter, _noted(given, note))
    return told


def _noted(given: Acceptance, note: str) -> Acceptance:
    return Acceptance(given.by, note, seen=given.seen, confirmed=given.confirmed)


def _embargo(form: str) -> datetime | None:
    """From when it is shown, in Kent's time; None at once."""
    day = st.date_input("Shown from (empty: at once)", None, format="DD/MM/YYYY", key=fresh(form, "embargo day"))
    at = st.time_input("at", time(9), key=fresh(form, "embargo time"))
    return datetime.combine(day, at or time(9), LONDON) if day else None
