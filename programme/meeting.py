"""A meeting of the board: who came, what stood on its agenda, what was asked, decided and promised, and its minutes."""

from dataclasses import dataclass, field
from datetime import date, datetime
from enum import StrEnum

from programme.access import Deed, DoneBy
from programme.quarter import Quarter


class Subject(StrEnum):
    """What something that is recorded can be about."""

    MEASURE = "measure"
    WEAKNESS = "weakness"
    ACTION = "action"
    RISK = "risk"
    MEETING = "meeting"


@dataclass(frozen=True, slots=True)
class About:
    """One thing of that kind: the id of a KPI with the code of an area, the number of a weakness, the ref of an action or
    risk; nothing where it is about the meeting itself."""

    subject: Subject = Subject.MEETING
    ref: str = ""
    area: str = ""


class Minuted(StrEnum):
    """What a board puts on record."""

    CHALLENGE = "challenge"
    DECISION = "decision"
    FOLLOW_UP = "follow-up"
    REQUEST = "request"
    JUDGEMENT = "judgement"


class MinutedOutcome(StrEnum):
    """What became of a decision, and of a judgement that a lead had made."""

    AGREED = "agreed"
    NOTED = "noted"
    DEFERRED = "deferred"
    CONFIRMED = "confirmed"
    REJECTED = "rejected"


OUTCOMES = {
    Minuted.DECISION: (MinutedOutcome.AGREED, MinutedOutcome.NOTED, MinutedOutcome.DEFERRED),
    Minuted.JUDGEMENT: (MinutedOutcome.CONFIRMED, MinutedOutcome.REJECTED),
}
RECORDING = {
    Minuted.CHALLENGE: Deed.RECORD_CHALLENGE,
    Minuted.DECISION: Deed.RECORD_DECISION,
    Minuted.FOLLOW_UP: Deed.RECORD_FOLLOW_UP,
    Minuted.REQUEST: Deed.RECORD_CHALLENGE,
    Minuted.JUDGEMENT: Deed.RECORD_DECISION,
}
"""The deed that each is."""


class ChangedKind(StrEnum):
    """What a challenge can have changed."""

    ACTION = "action"
    DECISION = "decision"
    WORDING = "wording"
    TARGET = "target"
    RESTATEMENT = "restatement"


@dataclass(frozen=True, slots=True)
class Doing(DoneBy):
    """Who did it and when; `change` is its number among everything that was ever stored."""

    change: int
    at: datetime
    by: str
    account: str


@dataclass(frozen=True, slots=True)
class ToMinute:
    """What is to be put on record. `words` are the question, the wording, or what is to be done.

    `asked_by` is the role that asks; `owner_role` who is to answer or to do it, `due` by when. `answer` is what was said at
    once, and `satisfied` whether that was enough. `because` is the number of the challenge that it came from.
    """

    kind: Minuted
    about: About
    words: str
    asked_by: str = ""
    outcome: MinutedOutcome | None = None
    owner_role: str = ""
    due: date | None = None
    because: int | None = None
    answer: str = ""
    satisfied: bool | None = None


@dataclass(frozen=True, slots=True)
class Reply:
    """What was said to something on record. `satisfied` is None until the chair has said; `done_on` when it was done."""

    number: int
    words: str
    satisfied: bool | None
    done_on: date | None
    done: Doing


@dataclass(frozen=True, slots=True)
class PointedTo:
    """Something that changed because of what was asked: of which kind, and its ref, number or words."""

    kind: ChangedKind
    ref: str
    done: Doing


@dataclass(frozen=True, slots=True)
class OnRecord:
    """One thing that a board put on record in `meeting`, with what came of it since, oldest first.

    `seen` is the newest change when the screen was drawn that it was recorded from, and `seen_at` the moment of that change.
    """

    number: int
    meeting: int
    said: ToMinute
    seen: int
    seen_at: datetime
    done: Doing
    replies: tuple[Reply, ...] = ()
    changed: tuple[PointedTo, ...] = ()

    @property
    def ref(self) -> str:
        """`M2-7`: the seventh thing on record, of the second meeting."""
        return f"M{self.meeting}-{self.number}"

    @property
    def reply(self) -> Reply | None:
        """What was said to it last."""
        return self.replies[-1] if self.replies else None

    @property
    def done_on(self) -> date | None:
        """The day on which it was done, for what is to be done."""
        return next((each.done_on for each in reversed(self.replies) if each.done_on), None)

    @property
    def open(self) -> bool:
        """Whether the board still waits: for an answer that it is satisfied with, or for something to be done."""
        match self.said.kind:
            case Minuted.FOLLOW_UP:
                return self.done_on is None
            case Minuted.CHALLENGE | Minuted.REQUEST:
                return self.reply is None or self.reply.satisfied is False
            case Minuted.DECISION:
                return self.said.outcome is MinutedOutcome.DEFERRED and not self.replies
            case _:
                return False

    def overdue(self, day: date) -> bool:
        """Whether the board waits longer than it agreed to."""
        return self.open and self.said.due is not None and self.said.due < day


@dataclass(frozen=True, slots=True)
class Attendee:
    """A role that was asked to come, and whether it came."""

    role: str
    came: bool = True


@dataclass(frozen=True, slots=True)
class AgendaPoint:
    """One point of an agenda: a kind of what needs the board by its name, or in `words` what somebody put there."""

    need: str = ""
    words: str = ""


@dataclass(frozen=True, slots=True)
class Minutes:
    """One version of the minutes, with the chair's update; a signed one never changes, and another one corrects it."""

    number: int
    words: str
    update: str
    signed: bool
    done: Doing


@dataclass(frozen=True, slots=True)
class Meeting:
    """One meeting on a quarter, as known at a moment; everything in it is in order of time but for the agenda."""

    number: int
    quarter: Quarter
    held_on: date
    illustrative: bool
    opened: Doing
    attendance: tuple[Attendee, ...] = ()
    agenda: tuple[AgendaPoint, ...] = ()
    on_record: tuple[OnRecord, ...] = field(default=())
    minutes: tuple[Minutes, ...] = ()
    closed: Doing | None = None

    @property
    def signed(self) -> Minutes | None:
        """The minutes that were signed last."""
        return next((each for each in reversed(self.minutes) if each.signed), None)

    @property
    def draft(self) -> Minutes | None:
        """Minutes that were written after the last that were signed."""
        return self.minutes[-1] if self.minutes and not self.minutes[-1].signed else None


def open_meeting_of(meetings: tuple[Meeting, ...]) -> Meeting | None:
    """The one that is being held."""
    return next((each for each in reversed(meetings) if each.closed is None), None)
