"""A meeting of the board for the report tests, and what it put on record, as a store would hand it out."""

from datetime import UTC, date, datetime, timedelta

from programme.areas import KENT
from programme.meeting import (
    About,
    AgendaPoint,
    Attendee,
    ChangedKind,
    Doing,
    Meeting,
    Minuted,
    MinutedOutcome,
    OnRecord,
    PointedTo,
    Reply,
    Subject,
    ToMinute,
)
from programme.quarter import Quarter
from record.logs import Logs
from reports.progress.readings import Progress
from tests.reports.build import progress_in_force
from tests.reports.lines import NOW, PLANS, plans

THEN = Quarter.parse("2024/25 Q2")
OPENED = datetime(2024, 12, 17, 10, tzinfo=UTC)
COMMITTEE = datetime(2025, 2, 3, 12, tzinfo=UTC)
"""As at which moment the tests look."""

ON_PLANS = About(Subject.MEASURE, PLANS, KENT.code)


def done(minutes: float = 0, by: str = "The chair") -> Doing:
    return Doing(10 + int(minutes), OPENED + timedelta(minutes=minutes), by, "")


def item(number: int, kind: Minuted, words: str, about: About = ON_PLANS, replies=(), changed=(), **said) -> OnRecord:
    asked = ToMinute(kind, about, words, **said)
    at = done(number)
    return OnRecord(number, 1, asked, 9, at.at - timedelta(minutes=2), at, tuple(replies), tuple(changed))


def reply(words: str, satisfied: bool | None = None, done_on: date | None = None, minutes: float = 50) -> Reply:
    return Reply(1, words, satisfied, done_on, done(minutes, "The lead"))


def pointed(kind: ChangedKind = ChangedKind.ACTION, ref: str = "APP-6.01") -> PointedTo:
    return PointedTo(kind, ref, done(60, "The lead"))


ASKED = item(1, Minuted.CHALLENGE, "Why are plans late?", asked_by="Parent carer forum", due=date(2025, 1, 31))
ANSWERED = item(
    2, Minuted.CHALLENGE, "How would we have known", asked_by="Chair", replies=[reply("We check now.", satisfied=True)]
)
DECIDED = item(3, Minuted.DECISION, "A second analyst counts.", outcome=MinutedOutcome.AGREED, because=2)
TO_DO = item(4, Minuted.FOLLOW_UP, "Fill two posts.", owner_role="Head of SEND", due=date(2025, 2, 14), because=1)
EVERYTHING = (ASKED, ANSWERED, DECIDED, TO_DO)


def meeting(*on_record: OnRecord, closed: bool = True, **more) -> Meeting:
    """Held on the second quarter."""
    said = {
        "attendance": (Attendee("Chair"), Attendee("Head of SEND"), Attendee("NHS commissioner", came=False)),
        "agenda": (AgendaPoint("worsening"), AgendaPoint(words="Staffing")),
        "closed": done(90) if closed else None,
    }
    return Meeting(1, THEN, date(2024, 12, 17), False, done(), on_record=on_record, **said | more)


def progress_after(*meetings: Meeting, figures=None, logs: Logs | None = None, **more) -> Progress:
    """What is known where plans in time rose from 49% to 58%."""
    came = plans([49, 58]) if figures is None else figures
    return progress_in_force(*came, meetings=meetings, logs=logs or Logs(), as_at=COMMITTEE, **more)


def held(*on_record: OnRecord, **more) -> Progress:
    """After the meeting that recorded these."""
    return progress_after(meeting(*on_record), **more)


LATER = NOW
"""The quarter from which it is looked back."""
