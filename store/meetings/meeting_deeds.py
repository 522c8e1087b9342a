"""What every deed of a meeting has in common: its row, its number, and what it is refused for."""

from datetime import datetime

from programme.answers import is_answer
from programme.log import Logged
from programme.meeting import OUTCOMES, Meeting, Minuted, OnRecord, Subject, ToMinute
from programme.moment import time_text
from programme.submission import Acceptance
from store import moments
from store.cursor import Cursor
from store.errors import Overtaken, StoreError
from store.log import log
from store.meetings.meeting_rows import HAPPENED, meetings_then
from store.order import ledger
from store.order.clock import newest_moment, refuse_doubtful_day

LONGEST = 10_000  # letters
NOTHING = "Nothing was changed."
NO_SUCH_MEETING = "A meeting must be one of the {count} that were opened, got: number {number}. Nothing was changed."
NO_SUCH_RECORD = "It must be on record in a meeting, got: number {number}, which is not. Nothing was changed."
CLOSED_MEANWHILE = (
    "Only in a meeting that is open can anything be recorded, got: that on {quarter}, which {doer} closed on {at}. What you "
    "typed is still in its box: take it into the minutes or to the next meeting. Nothing was changed."
)
CHANGED_MEANWHILE = (
    "What you were shown is no longer what is stored: {doer} changed {what} on {at}. Look at what stands there now, "
    "and store yours again where it is still right. What you typed is still in its box. Nothing was changed."
)
_NEWEST_DEED = "SELECT max(done_at) FROM meeting_deeds"
_DONE_SINCE = "SELECT done_by, done_at FROM meeting_deeds WHERE meeting = ? AND deed = ? AND change > ? ORDER BY change DESC"

_JUDGED_SINCE = """
    SELECT done_by, done_at FROM meeting_deeds JOIN meeting_satisfied USING (change)
    WHERE reply = ? AND change > ? ORDER BY change DESC
"""


def note_deed(cursor: Cursor, meeting: int, deed: Logged, acceptance: Acceptance, what: str = "") -> int:
    """Add the row of a deed and that of the log, in the transaction of the deed, and give its change."""
    newest = cursor.execute(_NEWEST_DEED).fetchone()[0] if acceptance.at else newest_moment(cursor)
    change, moment = ledger.newest_change(cursor) + 1, moments.following(newest, acceptance.at)
    seen = acceptance.seen if acceptance.seen is not None else _newest_by(cursor, moment)
    row = [change, meeting, deed.value, moment, acceptance.by.name, seen]
    cursor.execute("INSERT INTO meeting_deeds VALUES (?, ?, ?, ?, ?, ?)", row)
    ledger.note_account(cursor, change, acceptance.by.account)
    log.log_deed(cursor, deed, acceptance.by, f"meeting {meeting}: {what}" if what else f"meeting {meeting}")
    return change


def _newest_by(cursor: Cursor, moment: datetime) -> int:
    return max((change for change, at in cursor.execute(HAPPENED).fetchall() if at <= moment), default=0)


def next_number(cursor: Cursor, table: str) -> int:
    """The number of the next row of a table."""
    return cursor.execute(f"SELECT coalesce(max(number), 0) + 1 FROM {table}").fetchone()[0]


def refuse_doubtful(cursor: Cursor, acceptance: Acceptance) -> None:
    """Raise StoreError where nobody says who does it, and where the machine's day may be wrong."""
    if not acceptance.by.name.strip():
        raise StoreError(f"What a board records must say who records it, got: nothing. {NOTHING}")
    refuse_doubtful_day(cursor, acceptance)


def meeting_under(cursor: Cursor, number: int) -> Meeting:
    """The meeting under a number. Raises StoreError."""
    known = meetings_then(cursor, None)
    found = next((each for each in known if each.number == number), None)
    if found is None:
        raise StoreError(NO_SUCH_MEETING.format(count=len(known), number=number))
    return found


def open_one(cursor: Cursor, number: int, acceptance: Acceptance) -> Meeting:
    """The meeting under a number, in which something is about to be recorded. Raises StoreError where it is closed."""
    refuse_doubtful(cursor, acceptance)
    found = meeting_under(cursor, number)
    if found.closed:
        told = {"quarter": found.quarter, "doer": found.closed.doer, "at": time_text(found.closed.at)}
        raise StoreError(CLOSED_MEANWHILE.format(**told))
    return found


def on_record_under(cursor: Cursor, number: int) -> OnRecord:
    """What is on record under a number, of whatever meeting. Raises StoreError."""
    known = (each for meeting in meetings_then(cursor, None) for each in meeting.on_record)
    found = next((each for each in known if each.number == number), None)
    if found is None:
        raise StoreError(NO_SUCH_RECORD.format(number=number))
    return found


def refuse_changed_meanwhile(cursor: Cursor, meeting: int, deed: Logged, acceptance: Acceptance, what: str) -> None:
    """Raise Overtaken where the same was done in this meeting after what the person was shown."""
    if acceptance.seen is None:
        return
    if found := cursor.execute(_DONE_SINCE, [meeting, deed.value, acceptance.seen]).fetchone():
        raise Overtaken(changed_meanwhile(found[0], moments.aware(found[1]), what))


def refuse_judged_meanwhile(cursor: Cursor, on_record: OnRecord, acceptance: Acceptance) -> None:
    """Raise Overtaken where what was said last was judged after what the person was shown."""
    if acceptance.seen is None:
        return
    if found := cursor.execute(_JUDGED_SINCE, [on_record.reply.number, acceptance.seen]).fetchone():
        told = f"whether the board is satisfied with the answer to {on_record.ref}"
        raise Overtaken(changed_meanwhile(found[0], moments.aware(found[1]), told))


def changed_meanwhile(doer: str, at: datetime, what: str) -> str:
    """The sentence for whom somebody else was quicker."""
    return CHANGED_MEANWHILE.format(doer=doer, what=what, at=time_text(at))


def refuse_incomplete(cursor: Cursor, said: ToMinute) -> None:
    """Raise StoreError where something is missing without which its kind means nothing."""
    refuse_blank(said.words, f"A {said.kind} must say what it is")
    if said.about.subject is not Subject.MEETING:
        refuse_blank(said.about.ref, f"A {said.kind} about a {said.about.subject} must say which")
    if said.kind in (Minuted.CHALLENGE, Minuted.REQUEST):
        refuse_blank(said.asked_by, f"A {said.kind} must say which role asks")
    if said.kind is Minuted.FOLLOW_UP:
        refuse_blank(said.owner_role, "A follow-up must say which role does it")
        if said.due is None:
            raise StoreError(f"A follow-up must say by when it is done, got: no day. {NOTHING}")
    if said.kind in OUTCOMES and said.outcome not in OUTCOMES[said.kind]:
        must = " or ".join(OUTCOMES[said.kind])
        raise StoreError(f"A {said.kind} must be {must}, got: {said.outcome or 'nothing'}. {NOTHING}")
    if said.because is not None and on_record_under(cursor, said.because).said.kind is not Minuted.CHALLENGE:
        raise StoreError(f"It can only come from a challenge, got: number {said.because}, which is none. {NOTHING}")


def refuse_blank(text: str, must: str) -> None:
    """Raise StoreError for what says nothing, or more than anybody reads. `must` says what must hold."""
    if not is_answer(text):
        raise StoreError(f"{must}, got: {text.strip() or 'nothing'}. {NOTHING}")
    if len(text) > LONGEST:
        raise StoreError(f"{must} in at most {LONGEST:,} letters, got: {len(text):,}. {NOTHING}")


def kept_text(text: str) -> str:
    """Text as it is kept: without the spaces around it. Raises StoreError for more than anybody reads."""
    if len(text) > LONGEST:
        raise StoreError(f"What is typed here has at most {LONGEST:,} letters, got: {len(text):,}. {NOTHING}")
    return text.strip()
