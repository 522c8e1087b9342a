"""A meeting in as few words as a test needs."""

from datetime import UTC, date, datetime, timedelta

from programme.access import Person, Role
from programme.meeting import About, Minuted, MinutedOutcome, Subject, ToMinute
from programme.submission import Acceptance
from tests.store.submissions import Q3

CHAIR = Person("C. Hair", "chair@desk-1", frozenset({Role.CHAIR}))
LEAD = Person("L. Ead", "lead@desk-2", frozenset({Role.LEAD}))
HELD = date(2025, 3, 12)
OPENED = datetime(2025, 3, 12, 9, tzinfo=UTC)
TIMELY = About(Subject.MEASURE, "plans_within_20_weeks", "E10000016")
QUARTER = Q3
AGREED = MinutedOutcome.AGREED


def minute(minutes: float, by: Person = CHAIR, **more) -> Acceptance:
    """Done so many minutes after the meeting was opened."""
    return Acceptance(by, at=OPENED + timedelta(minutes=minutes), **more)


def challenge(words: str = "Why are plans late?", about: About = TIMELY, **more) -> ToMinute:
    return ToMinute(Minuted.CHALLENGE, about, words, "Parent carer forum", due=date(2025, 4, 1), **more)


def decision(words: str = "The recovery plan stands.", outcome: MinutedOutcome | None = AGREED, **more) -> ToMinute:
    return ToMinute(Minuted.DECISION, TIMELY, words, outcome=outcome, **more)


def follow_up(words: str = "Fill the two vacant posts.", **more) -> ToMinute:
    return ToMinute(Minuted.FOLLOW_UP, TIMELY, words, owner_role="Head of SEND", due=date(2025, 5, 1), **more)
