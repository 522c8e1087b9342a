"""Keeps meetings: opened, attended, recorded in, answered, minuted and closed; every deed is a row that nobody changes."""

from collections.abc import Iterable
from datetime import date, datetime

from programme.access import Deed, demand
from programme.log import Logged
from programme.meeting import (
    RECORDING,
    AgendaPoint,
    Attendee,
    ChangedKind,
    Meeting,
    Minuted,
    OnRecord,
    ToMinute,
    open_meeting_of,
)
from programme.moment import LONDON, day_text, time_text
from programme.quarter import Quarter
from programme.submission import Acceptance
from store import moments
from store.cursor import Cursor
from store.database import Database
from store.errors import Overtaken, StoreError
from store.meetings.meeting_deeds import (
    NOTHING,
    changed_meanwhile,
    kept_text,
    meeting_under,
    next_number,
    note_deed,
    on_record_under,
    open_one,
    refuse_blank,
    refuse_changed_meanwhile,
    refuse_doubtful,
    refuse_incomplete,
    refuse_judged_meanwhile,
)
from store.meetings.meeting_rows import meetings_then
from store.rows.rows import insert

MOST_SENTENCES = 3
ANOTHER_IS_OPEN = "One meeting is held at a time, got: another while that on {quarter} is open, opened by {doer} on {at}."

_LOGGED = {
    Minuted.CHALLENGE: Logged.RECORDED_CHALLENGE,
    Minuted.DECISION: Logged.RECORDED_DECISION,
    Minuted.FOLLOW_UP: Logged.RECORDED_FOLLOW_UP,
    Minuted.REQUEST: Logged.RECORDED_CHALLENGE,
    Minuted.JUDGEMENT: Logged.RECORDED_DECISION,
}

Chosen = tuple[ChangedKind, str]
"""What a challenge changed: of which kind, and its ref, number or words."""


def meetings(database: Database, as_at: datetime | None = None) -> tuple[Meeting, ...]:
    """Every meeting as known at a moment (None: now), oldest first."""
    with database.reading() as cursor:
        return meetings_then(cursor, as_at)


def open_meeting(
    database: Database,
    quarter: Quarter,
    held_on: date,
    acceptance: Acceptance,
    points: Iterable[AgendaPoint] = (),
    illustrative: bool = False,
) -> int:
    """Open the meeting on a quarter, with its agenda, and give its number. Raises NotAllowed and StoreError."""
    demand(acceptance.by, Deed.OPEN_MEETING)
    with database.transaction() as cursor:
        refuse_doubtful(cursor, acceptance)
        known = meetings_then(cursor, None)
        if (held := open_meeting_of(known)) is not None:
            told = ANOTHER_IS_OPEN.format(quarter=held.quarter, doer=held.opened.doer, at=time_text(held.opened.at))
            raise StoreError(f"{told} Close it first. {NOTHING}")
        number = len(known) + 1
        change = note_deed(cursor, number, Logged.OPENED_MEETING, acceptance, f"on {quarter}, held on {day_text(held_on)}")
        row = [number, change, str(quarter), held_on, illustrative]
        cursor.execute("INSERT INTO meetings VALUES (?, ?, ?, ?, ?)", row)
        _add_points(cursor, change, points)
    return number


def set_agenda(database: Database, number: int, points: Iterable[AgendaPoint], acceptance: Acceptance) -> None:
    """Say the whole agenda anew, in its order. Raises NotAllowed, Overtaken where it is not as was seen, and StoreError."""
    demand(acceptance.by, Deed.OPEN_MEETING)
    with database.transaction() as cursor:
        open_one(cursor, number, acceptance)
        refuse_changed_meanwhile(cursor, number, Logged.SET_AGENDA, acceptance, "the agenda")
        _add_points(cursor, note_deed(cursor, number, Logged.SET_AGENDA, acceptance), points)


def say_attendance(database: Database, number: int, attendees: Iterable[Attendee], acceptance: Acceptance) -> None:
    """Say who was asked and who came, whole. Raises as `set_agenda` does."""
    demand(acceptance.by, Deed.OPEN_MEETING)
    with database.transaction() as cursor:
        open_one(cursor, number, acceptance)
        refuse_changed_meanwhile(cursor, number, Logged.SAID_ATTENDANCE, acceptance, "who attended")
        change = note_deed(cursor, number, Logged.SAID_ATTENDANCE, acceptance)
        rows = [(change, place, kept_text(each.role), each.came) for place, each in enumerate(attendees, start=1)]
        insert(cursor, "meeting_attendance", rows)


def record(database: Database, number: int, said: ToMinute, acceptance: Acceptance) -> int:
    """Put a challenge, decision, follow-up, request or judgement on record in an open meeting, and give its number.

    `acceptance.seen` is the newest change when the screen was drawn. What was answered at once is kept as its first reply.
    Raises NotAllowed, and StoreError: the meeting is closed, or something is missing that its kind needs.
    """
    demand(acceptance.by, RECORDING[said.kind])
    with database.transaction() as cursor:
        open_one(cursor, number, acceptance)
        refuse_incomplete(cursor, said)
        own = next_number(cursor, "meeting_records")
        change = note_deed(cursor, number, _LOGGED[said.kind], acceptance, f"M{number}-{own}")
        about, outcome = said.about, said.outcome.value if said.outcome else ""
        row = [
            own,
            change,
            said.kind.value,
            about.subject.value,
            about.ref,
            about.area,
            said.words.strip(),
            said.asked_by.strip(),
        ]
        row += [outcome, said.owner_role.strip(), said.due, said.because]
        cursor.execute(f"INSERT INTO meeting_records VALUES ({', '.join('?' * len(row))})", row)
        if said.answer.strip():
            _add_reply(cursor, number, own, said.answer, said.satisfied, None, acceptance)
    return own


def reply_to(
    database: Database,
    number: int,
    words: str,
    acceptance: Acceptance,
    done_on: date | None = None,
    changed: Iterable[Chosen] = (),
) -> None:
    """Answer what is on record under a number: what is to be said to it, when it was done, and what it changed.

    It can be answered whether its meeting is open or not. Raises NotAllowed and StoreError.
    """
    demand(acceptance.by, Deed.ANSWER)
    with database.transaction() as cursor:
        refuse_doubtful(cursor, acceptance)
        on_record = on_record_under(cursor, number)
        _refuse_unanswerable(on_record, words, done_on)
        _add_reply(cursor, on_record.meeting, number, words, None, done_on, acceptance)
        for kind, ref in changed:
            refuse_blank(ref, f"What a challenge changed must be named ({kind})")
            change = note_deed(cursor, on_record.meeting, Logged.POINTED, acceptance, f"{on_record.ref}: {kind}")
            cursor.execute("INSERT INTO meeting_changed VALUES (?, ?, ?, ?)", [change, number, kind.value, ref.strip()])


def judge_reply(database: Database, number: int, satisfied: bool, acceptance: Acceptance) -> None:
    """Say whether the board is satisfied with what was said last to a number on record. Raises NotAllowed, Overtaken where
    somebody answered or judged since it was `seen`, and StoreError."""
    demand(acceptance.by, Deed.RECORD_CHALLENGE)
    with database.transaction() as cursor:
        refuse_doubtful(cursor, acceptance)
        on_record = on_record_under(cursor, number)
        if on_record.reply is None:
            raise StoreError(f"Only an answer can satisfy the board, got: {on_record.ref}, which has none yet. {NOTHING}")
        seen = acceptance.seen
        if seen is not None and on_record.reply.done.change > seen:
            raise Overtaken(changed_meanwhile(on_record.reply.done.doer, on_record.reply.done.at, "the answer"))
        refuse_judged_meanwhile(cursor, on_record, acceptance)
        what = f"{on_record.ref}: {'satisfied' if satisfied else 'not satisfied'}"
        change = note_deed(cursor, on_record.meeting, Logged.JUDGED_REPLY, acceptance, what)
        cursor.execute("INSERT INTO meeting_satisfied VALUES (?, ?, ?)", [change, on_record.reply.number, satisfied])


def close_meeting(database: Database, number: int, acceptance: Acceptance) -> None:
    """End it: nothing more is recorded in it; answers and minutes go on. Raises NotAllowed and StoreError."""
    demand(acceptance.by, Deed.OPEN_MEETING)
    with database.transaction() as cursor:
        open_one(cursor, number, acceptance)
        note_deed(cursor, number, Logged.CLOSED_MEETING, acceptance)


def keep_minutes(database: Database, number: int, words: str, update: str, acceptance: Acceptance, sign: bool) -> int:
    """Keep another version of the minutes, to go on with or `sign`ed, and give its number.

    `update` is what the chair tells of it, a sentence a line, three at most. Raises NotAllowed, Overtaken where somebody
    changed them since they were `seen`, and StoreError: they are empty, or are to be signed before the meeting is closed.
    """
    demand(acceptance.by, Deed.SIGN_MINUTES)
    with database.transaction() as cursor:
        refuse_doubtful(cursor, acceptance)
        meeting = meeting_under(cursor, number)
        refuse_blank(words, "Minutes must say something")
        if sign and meeting.closed is None:
            raise StoreError(
                f"Minutes are signed once their meeting is closed, got: that on {meeting.quarter}, which is open. {NOTHING}"
            )
        if len([line for line in update.splitlines() if line.strip()]) > MOST_SENTENCES:
            raise StoreError(f"The chair's update has three sentences at most, a line each, got: more. {NOTHING}")
        for logged in (Logged.SIGNED_MINUTES, Logged.KEPT_MINUTES):
            refuse_changed_meanwhile(cursor, number, logged, acceptance, "the minutes")
        own = next_number(cursor, "meeting_minutes")
        change = note_deed(cursor, number, Logged.SIGNED_MINUTES if sign else Logged.KEPT_MINUTES, acceptance)
        row = [own, change, kept_text(words), kept_text(update), sign]
        cursor.execute("INSERT INTO meeting_minutes VALUES (?, ?, ?, ?, ?)", row)
    return own


def _add_points(cursor: Cursor, change: int, points: Iterable[AgendaPoint]) -> None:
    rows = [(change, place, each.need, kept_text(each.words)) for place, each in enumerate(points, start=1)]
    insert(cursor, "meeting_agenda", rows)


def _add_reply(
    cursor: Cursor,
    meeting: int,
    number: int,
    words: str,
    satisfied: bool | None,
    done_on: date | None,
    acceptance: Acceptance,
) -> None:
    own = next_number(cursor, "meeting_replies")
    change = note_deed(cursor, meeting, Logged.ANSWERED, acceptance, f"M{meeting}-{number}")
    cursor.execute(
        "INSERT INTO meeting_replies VALUES (?, ?, ?, ?, ?, ?)", [own, change, number, kept_text(words), satisfied, done_on]
    )


def _refuse_unanswerable(on_record: OnRecord, words: str, done_on: date | None) -> None:
    """Raise StoreError where nothing waits for an answer, where it says nothing, and where it is done on a day to come."""
    if on_record.said.kind is Minuted.JUDGEMENT:
        raise StoreError(
            f"A challenge, decision, follow-up or request is answered, got: {on_record.ref}, a judgement. {NOTHING}"
        )
    refuse_blank(words, "An answer must say something")
    today = moments.aware(moments.now()).astimezone(LONDON).date()
    if done_on and done_on > today:
        raise StoreError(f"What is done was done today or before, got: {day_text(done_on)}. {NOTHING}")
