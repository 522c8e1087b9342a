"""The sign-off of a quarter: how far it is, what moved since it was published, and the next deed for whoever may do it."""

from collections.abc import Callable
from datetime import datetime, time
from functools import partial

import streamlit as st

from pages.parts.meeting.doing import carry_through, doer_of, fresh
from pages.parts.telling import draw, literal, say, title
from pages.parts.unsent import words_area
from pages.parts.view import View
from programme.access import SECOND_PERSON, Deed, refusal
from programme.moment import LONDON
from programme.signoff import SignOff, SignOffState, standing_publications
from programme.submission import Acceptance
from reports.documents.feed import FEED_NAME, FEED_PLACE
from reports.markup.signoff import corrections_listed, feed_link, signatures_listed
from reports.sentences.signoff import corrected_sentence, sign_off_headline, sign_off_sentence
from store.database import Database
from store.sign_offs import approve_quarter, publish_quarter, send_for_review, withdraw_publication

AGAIN = "It is sent as it stands now; what was sent or approved before is replaced by it."
APPROVING = "It is approved as it was sent. If anything of it moved since, this is refused and says what."
PUBLISHING = "Readers are shown it as it stood when it was sent for review, with all quarters before it, and no later one."
WITHDRAWING = "Readers are shown what was published before, and nothing that was returned where there is none."


def sign_off_tab(view: View) -> None:
    """What was done to the quarter, what moved since it was published, and what can be done to it next."""
    sign_off = view.records.sign_off
    title(sign_off_headline(sign_off, view.quarter))
    say(sign_off_sentence(view.records, view.quarter))
    if view.may(Deed.SEE_UNSIGNED):
        draw(signatures_listed(sign_off.of(view.quarter)))
    if view.records.corrected:
        st.header(literal(corrected_sentence(view.records.corrected)), anchor="corrected")
        draw(corrections_listed(view.records.corrected))
    with view.take_away:
        draw(feed_link(FEED_PLACE, FEED_NAME))
    if view.as_at is None:
        _deeds(view, sign_off)


def _deeds(view: View, sign_off: SignOff) -> None:
    """The forms of what comes next; where a second person is needed and nobody signs in, the sentence that says so."""
    state = sign_off.state(view.quarter)
    if view.may(Deed.SEND_FOR_REVIEW):
        _form(view, "Send for review", AGAIN, send_for_review, f"{view.quarter} is sent for review.")
    if state is SignOffState.FOR_REVIEW:
        _with_another(view, Deed.APPROVE, "Approve", APPROVING, approve_quarter, f"{view.quarter} is approved.")
    if state is SignOffState.APPROVED:
        _with_another(view, Deed.PUBLISH, "Publish", PUBLISHING, publish_quarter, f"{view.quarter} is published.")
    published = any(each.quarter == view.quarter for each in standing_publications(sign_off.signatures))
    if published and view.may(Deed.WITHDRAW_PUBLICATION):
        told = f"The publication of {view.quarter} is withdrawn."
        _form(view, "Withdraw the publication", WITHDRAWING, withdraw_publication, told)


def _with_another(view: View, deed: Deed, label: str, says: str, do: Callable, told: str) -> None:
    if view.may(deed):
        _form(view, label, says, do, told, embargoed=deed is Deed.PUBLISH)
    elif deed in SECOND_PERSON and view.person.alone:
        say(refusal(view.person, deed))


def _form(view: View, label: str, says: str, do: Callable, told: str, embargoed: bool = False) -> None:
    form = f"{label} {view.quarter}"
    with st.expander(literal(label)):
        say(says, quiet=True)
        with st.form(form, border=False):
            note = words_area(view.person, "Note", f"{form} note", form, "", 100)
            embargo = _embargo(form) if embargoed else None
            doer = doer_of(view, form)
            pressed = st.form_submit_button(literal(label), type="primary")
        if pressed:
            given = {"embargo": embargo} if embargo else {}
            carry_through(lambda store, accepted: _done(store, accepted, partial(do, **given), view, note, told), doer)


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
