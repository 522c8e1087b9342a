"""Holds a meeting: opens it, says who came, puts its agenda in order, and closes it."""

from collections.abc import Iterable

import streamlit as st

from pages.parts.doing import boxes_of, done_or_told
from pages.parts.meeting.doing import carry_through, doer_of, fresh, meeting_at_hand, nothing_at_hand
from pages.parts.telling import draw, literal, say
from pages.parts.unsent import words_area, words_box
from pages.parts.view import View
from programme.access import Deed
from programme.meeting import AgendaPoint, Attendee, Meeting
from programme.submission import Acceptance
from reports.markup.meeting import agenda_points, meeting_head
from reports.progress.meeting import anything_returned, matters_arising, today_of
from reports.progress.needs import NeedsTheBoard, needs_the_board
from reports.sentences.meeting import NEEDS, meeting_name, quarter_without_returns
from store.database import Database
from store.meetings.meetings import close_meeting, open_meeting, say_attendance, set_agenda

POINTS, MOVED = "points of the agenda", "point that was moved"
THE_MEETING = "The meeting"


def meeting_held(view: View) -> None:
    """The meeting that is open, or the form that opens one for whoever may."""
    meeting, holds = meeting_at_hand(view, THE_MEETING), view.may(Deed.OPEN_MEETING) and view.as_at is None
    if holds and (meeting is None or meeting.closed):
        _opening(view)
    if meeting is None:
        return
    draw(meeting_head(meeting))
    if not anything_returned(view.progress, meeting.quarter):
        st.warning(literal(quarter_without_returns(meeting.quarter)))
    st.header("Agenda")
    arising = matters_arising(view.progress, meeting.quarter)
    draw(agenda_points(meeting, needs_the_board(view.progress, view.area, meeting.quarter), len(arising), view.href))
    if holds:
        _ordering(view, meeting)
        _attending(view, meeting)
        _closing(view, meeting)


def _needed(needs: NeedsTheBoard, arising: int) -> Iterable[AgendaPoint]:
    """What an agenda begins with: matters arising, then each kind of which there is anything."""
    for name in NEEDS:
        if (arising if name == "arising" else len(getattr(needs, name))) > 0:
            yield AgendaPoint(name)


def _opening(view: View) -> None:
    with st.expander(literal(f"Open a meeting on {view.quarter}")):
        say(
            "Its agenda begins with what arises from earlier meetings and what needs the board; both can be changed.",
            quiet=True,
        )
        with st.form("opening", border=False):
            day = st.date_input("Held on", today_of(view.progress), format="DD/MM/YYYY", key=fresh("opening", "held on"))
            doer = doer_of(view, "opening")
            pressed = st.form_submit_button("Open the meeting", type="primary")
        if not pressed:
            return
        needs = needs_the_board(view.progress, view.area, view.quarter)
        points = list(_needed(needs, len(matters_arising(view.progress, view.quarter))))
        illustrative = view.records.illustrative
        carry_through(
            lambda store, given: _opened(open_meeting(store, view.quarter, day, given, points, illustrative), view), doer
        )


def _opened(number: int, view: View) -> str:
    return f"Meeting {number} on {view.quarter} is open. What stands on a page can be put on record there (key c)."


def _ordering(view: View, meeting: Meeting) -> None:
    """The order is moved here, and stored when it is kept."""
    with st.expander("Change the agenda"):
        key = f"{POINTS} {meeting.number}"
        kept = st.session_state.setdefault(key, list(meeting.agenda))
        names = [_point_name(each) for each in kept]
        if MOVED in st.session_state:
            st.session_state["point"] = st.session_state.pop(MOVED)
        at = st.selectbox("Point", range(len(names)), format_func=lambda each: literal(names[each]), key="point") or 0
        with st.container(horizontal=True):
            if st.button("Move up", disabled=not names or at == 0):
                _swap(kept, at, at - 1)
            if st.button("Move down", disabled=not names or at == len(names) - 1):
                _swap(kept, at, at + 1)
            if st.button("Leave out", disabled=not names):
                kept.pop(at)
                st.session_state[MOVED] = max(0, min(at, len(kept) - 1))
                st.rerun()
        left = [name for name in NEEDS if AgendaPoint(name) not in kept]
        with st.form("another point", border=False):
            words = words_box(view.person, "Another item", "another item", "point")
            need = st.selectbox(
                "or what needs the board",
                ["", *left],
                format_func=lambda each: literal(NEEDS.get(each, "none")),
                key=f"{boxes_of('point')} need",
            )
            if st.form_submit_button("Add it") and (words.strip() or need):
                kept.append(AgendaPoint(need) if need and not words.strip() else AgendaPoint(words=words.strip()))
                done_or_told(lambda: "", form="point")
        say(" · ".join(f"{place}. {name}" for place, name in enumerate(map(_point_name, kept), start=1)))
        doer = doer_of(view, "agenda")
        if st.button("Keep this agenda", type="primary"):
            carry_through(lambda store, given: _ordered(store, given, meeting, kept), doer)


def _point_name(point: AgendaPoint) -> str:
    return NEEDS.get(point.need, point.need) if point.need else point.words


def _swap(points: list[AgendaPoint], one: int, other: int) -> None:
    """The point that was moved stays the one that is chosen."""
    st.session_state[MOVED] = other
    points[one], points[other] = points[other], points[one]
    st.rerun()


def _ordered(store: Database, given: Acceptance, meeting: Meeting, points: list[AgendaPoint]) -> str:
    set_agenda(store, meeting.number, points, given)
    st.session_state.pop(f"{POINTS} {meeting.number}", None)
    return "The agenda is kept."


def _attending(view: View, meeting: Meeting) -> None:
    with st.expander("Who attends"), st.form("attending", border=False):
        say("Roles, a line each; no names of people are needed.", quiet=True)
        said = {came: "\n".join(each.role for each in meeting.attendance if each.came is came) for came in (True, False)}
        came = words_area(view.person, "Present", "present", "attending", said[True], 130)
        away = words_area(view.person, "Apologies", "apologies", "attending", said[False], 80)
        doer = doer_of(view, "attending")
        if st.form_submit_button("Keep who attends", type="primary"):
            attendees = [*_roles(came, True), *_roles(away, False)]
            carry_through(lambda store, given: _attended(store, given, meeting, attendees), doer)


def _roles(text: str, came: bool) -> list[Attendee]:
    return [Attendee(line.strip(), came) for line in text.splitlines() if line.strip()]


def _attended(store: Database, given: Acceptance, meeting: Meeting, attendees: list[Attendee]) -> str:
    say_attendance(store, meeting.number, attendees, given)
    return "Who attends is kept."


def _closing(view: View, meeting: Meeting) -> None:
    with st.expander("Close the meeting"):
        say("Nothing more is recorded in it then. Answers, what was done and the minutes go on.")
        doer = doer_of(view, "closing")
        if st.button("Close the meeting", type="primary"):
            carry_through(lambda store, given: _closed(store, given, meeting), doer)


def _closed(store: Database, given: Acceptance, meeting: Meeting) -> str:
    close_meeting(store, meeting.number, given)
    nothing_at_hand()
    return f"{meeting_name(meeting)} is closed. Its minutes can be signed."
