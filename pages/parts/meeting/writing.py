"""The minutes of a meeting: a draft that writes itself from what was recorded, is edited, and is signed."""

from collections.abc import Callable
from dataclasses import replace
from functools import partial

import streamlit as st

from pages.parts import address
from pages.parts.meeting.doing import begin_anew, carry_through, doer_of, fresh, own_words
from pages.parts.telling import draw, literal, say, title
from pages.parts.unsent import lasting, lasting_area
from pages.parts.view import View, progress
from programme.access import Deed, Role
from programme.meeting import Meeting
from programme.submission import Acceptance
from reports.markup.meeting import meeting_head, minutes_text
from reports.progress.overview import overview
from reports.sentences.meeting import meeting_name
from reports.sentences.minutes import minutes_draft, update_draft
from store.database import Database, Overtaken
from store.meetings.meetings import keep_minutes

SENTENCES = 3
ANEW = "minutes written anew"
BEGUN = "change after which they were begun"


def minutes_written(view: View) -> None:
    """The minutes that were signed, the versions before, and for the chair the draft."""
    known = {str(each.number): each for each in reversed(view.records.meetings) if each.quarter <= view.quarter}
    if not known:
        title("No minutes")
        say(f"No meeting on {view.quarter} or before is on record.")
        return
    names = {number: meeting_name(each) for number, each in known.items()}
    place = st.container()
    chosen = address.choose("Meeting", "meeting", list(known), next(iter(known)), name=lambda each: literal(names[each]))
    meeting = known[chosen]
    with place:
        title(f"Minutes: {meeting_name(meeting)}")
    draw(meeting_head(meeting))
    if meeting.signed:
        draw(minutes_text(meeting.signed, "Signed"))
    else:
        say("They are not signed yet.")
    _before(meeting)
    if view.may(Deed.SIGN_MINUTES) and view.as_at is None:
        with st.container(key="minutes at hand"):  # paper has what was signed alone
            _writing(view, meeting)


def _before(meeting: Meeting) -> None:
    """Versions that were signed before; what was never signed is nobody's record."""
    earlier = [each for each in meeting.minutes if each.signed and each is not meeting.signed]
    if earlier:
        with st.expander(literal(f"Signed before: {len(earlier)}")):
            for each in reversed(earlier):
                draw(minutes_text(each, "Signed"))


def _writing(view: View, meeting: Meeting) -> None:
    st.header("Correct them" if meeting.signed else "Write them")
    say("The draft says what was recorded. Edit it; what is signed never changes, and a correction is a version of its own.")
    form = f"minutes {meeting.number}"
    words, sentences = _drafted(view, meeting, form)
    if meeting.draft:
        with st.expander("The draft as it is kept"):
            draw(minutes_text(meeting.draft, "Kept"))
    written = lasting_area(view.person, "Minutes", form, form, words, 360)
    update = [_sentence(view, form, place, sentences) for place in range(1, SENTENCES + 1)]
    doer = replace(doer_of(view, form), seen=st.session_state.setdefault(fresh(form, BEGUN), view.records.change))
    kept = st.button("Keep as a draft", key=fresh(form, "keep"))
    signed = st.button("Sign the minutes", type="primary", key=fresh(form, "sign"))
    if st.button("Write the draft anew from what is on record"):
        begin_anew(form)
        st.session_state[ANEW] = form
        st.rerun()
    if kept or signed:
        told = "\n".join(" ".join(each.split()) for each in update if each.strip())
        keep = partial(keep_minutes, number=meeting.number, words=written, update=told, sign=signed)
        carry_through(lambda store, given: _stored(_not_over_others(keep, store, given, view, form), meeting, signed), doer)


def _not_over_others(keep: Callable[..., int], store: Database, given: Acceptance, view: View, form: str) -> int:
    """Keep them, where they are what they were when they were begun; whoever is told what changed may keep theirs then."""
    try:
        return keep(store, acceptance=given)
    except Overtaken:
        st.session_state[fresh(form, BEGUN)] = view.records.change
        raise


def _drafted(view: View, meeting: Meeting, form: str) -> tuple[str, list[str]]:
    """What stands in the boxes at first: what was kept last, or what was recorded as readers may see it."""
    kept = meeting.minutes[-1] if meeting.minutes else None
    if kept and st.session_state.get(ANEW) != form:
        return kept.words, kept.update.splitlines()
    seen = progress(Role.LEAD)  # what stands, without what is hidden from readers
    update = update_draft(seen, meeting, meeting.quarter, overview(seen, view.area, meeting.quarter))
    return minutes_draft(seen, meeting, meeting.quarter), update.splitlines()


def _sentence(view: View, form: str, place: int, sentences: list[str]) -> str:
    box, first = fresh(form, f"{form} update {place}"), sentences[place - 1] if place <= len(sentences) else ""
    with lasting(box):
        st.session_state.setdefault(box, first)
        return own_words(view, f"The chair's update, sentence {place}", form, f"update {place}")


def _stored(_: int, meeting: Meeting, signed: bool) -> str:
    st.session_state.pop(ANEW, None)
    return f"{meeting_name(meeting)}: its minutes are {'signed' if signed else 'kept as a draft'}."
