"""The tabs of the page Meetings: the agenda with what arises, what is on record, and the minutes."""

from collections.abc import Sequence

import streamlit as st

from pages.parts.downloads import table_with_download
from pages.parts.meeting.answering import answering
from pages.parts.meeting.holding import THE_MEETING, meeting_held
from pages.parts.meeting.recording import recording
from pages.parts.meeting.writing import minutes_written
from pages.parts.telling import draw, literal, say, title
from pages.parts.unfolded import built_once_open
from pages.parts.view import View
from programme.meeting import RECORDING, About, Subject
from programme.workstreams import weaknesses
from reports.documents.notes import MEETINGS
from reports.markup.agenda import agenda_list
from reports.markup.meeting import arising_list, meeting_head, record_rows
from reports.progress.agenda import presented
from reports.progress.meeting import Arising, consequences, matters_arising, on_record
from reports.sentences.agenda import meeting_headline
from reports.sentences.meeting import HOW_TO_ASK, arising_headline, consequences_sentence, waiting_headline
from reports.tables.meeting import records_table


def agenda_tab(view: View) -> None:
    """The meeting that is held, what arises from those before, and all that the next one steps through."""
    items = presented(view.progress, view.area, view.quarter)
    title(meeting_headline(items, view.quarter, view.area) if items else f"No KPI of {view.area.name} is red")
    meeting_held(view)
    recording(view, _options())
    if arising := matters_arising(view.progress, view.quarter):
        st.header(literal(arising_headline(arising)), anchor="arising")
        draw(arising_list(arising, view.href))
    if items:
        draw(view.drawn("agenda", lambda: agenda_list(items, view.href)))
    else:
        say(f"Nothing to step through for {view.area.name} in {view.quarter}.")


def _options() -> dict[str, About]:
    """What is recorded here is about the meeting itself or a weakness; about anything else on its own page."""
    found = {THE_MEETING: About()}
    return found | {each.name: About(Subject.WEAKNESS, str(each.number)) for each in weaknesses().values()}


def records_tab(view: View) -> None:
    """Everything that boards put on record, meeting by meeting, the newest first, and the forms that answer it."""
    meetings = [each for each in reversed(view.records.meetings) if each.quarter <= view.quarter]
    found = on_record(view.progress, view.quarter)
    title(waiting_headline(meetings[0] if meetings else None, sum(each.item.open for each in found)))
    if not any(map(view.may, RECORDING.values())):
        say(HOW_TO_ASK, quiet=True)
    if not meetings:
        say(f"No meeting on {view.quarter} or before is on record.")
        return
    led_to = consequences(view.progress, view.quarter)
    say(consequences_sentence(led_to))
    answering(view, found)
    for meeting in meetings:
        draw(meeting_head(meeting))
        draw(record_rows((each for each in found if each.meeting.number == meeting.number), led_to, view.href))
    if found:
        with st.container(key="records as a table"):  # paper is not wide enough, and has the rows above
            built_once_open("The same as a table", "records", lambda: _as_table(view, found))


def _as_table(view: View, found: Sequence[Arising]) -> None:
    table_with_download(view, records_table(found), "meetings.csv", MEETINGS)


def minutes_tab(view: View) -> None:
    """The minutes of a meeting: signed, in draft, and corrected."""
    minutes_written(view)
