"""The draft of minutes that writes itself from what was recorded, and the chair's update in three sentences."""

from collections.abc import Iterable, Sequence

from programme.meeting import Meeting, Minuted
from programme.moment import day_text, time_text
from programme.quarter import Quarter
from reports.language.grammar import counted, uncapitalised
from reports.language.linked import plain_text
from reports.progress.meeting import Arising, consequences, matters_arising, on_record
from reports.progress.overview import Overview
from reports.progress.readings import Progress
from reports.sentences.meeting import (
    NEEDS,
    arising_headline,
    consequences_sentence,
    counts_sentence,
    held_sentence,
    item_sentence,
    meeting_name,
    reply_sentence,
    state_text,
)
from reports.sentences.overview import overview_headline


def minutes_draft(progress: Progress, meeting: Meeting, quarter: Quarter) -> str:
    """Everything recorded in a meeting, a line each, as `progress` may see it: minutes are read by everybody."""
    own = [each for each in on_record(progress, quarter) if each.meeting.number == meeting.number]
    arising = [each for each in matters_arising(progress, quarter) if each.meeting.number < meeting.number]
    lines = [
        f"{meeting_name(meeting)}. {held_sentence(meeting)}",
        *_agenda(meeting),
        f"{arising_headline(arising)}{':' if arising else '.'}",
        *(_line(each) for each in arising),
        counts_sentence(meeting),
        *(_line(each) for each in own),
        *([f"Closed on {time_text(meeting.closed.at)}."] if meeting.closed else []),
    ]
    return "\n".join(lines)


def _agenda(meeting: Meeting) -> Iterable[str]:
    if meeting.agenda:
        yield "Agenda:"
    for place, point in enumerate(meeting.agenda, start=1):
        yield f"{place}. {NEEDS.get(point.need, point.need) if point.need else point.words}"


def _line(arising: Arising) -> str:
    """One thing on record, with what was said to it."""
    replies = [reply_sentence(arising, each) for each in arising.item.replies]
    return " ".join(filter(None, (plain_text(item_sentence(arising)), *replies, state_text(arising))))


def update_draft(progress: Progress, meeting: Meeting, quarter: Quarter, seen: Overview) -> str:
    """Three sentences, a line each: where the figures stand, what the board asked and decided, what it still waits for."""
    waiting = [each for each in on_record(progress, quarter) if each.item.open]
    return "\n".join(
        (
            f"{meeting.quarter}: {overview_headline(seen)}.",
            f"On {day_text(meeting.held_on)} the board put on record: {_recorded(meeting)}.",
            f"{_waits(waiting)}; {uncapitalised(consequences_sentence(consequences(progress, quarter)))}",
        )
    )


def _recorded(meeting: Meeting) -> str:
    kinds = [each.said.kind for each in meeting.on_record]
    return ", ".join(counted(kinds.count(kind), str(kind)) for kind in Minuted if kind in kinds) or "nothing"


def _waits(waiting: Sequence[Arising]) -> str:
    late = sum(each.late > 0 for each in waiting)
    return f"It waits for {counted(len(waiting), 'thing')}, {late or 'none'} overdue"
