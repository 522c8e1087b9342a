from datetime import UTC, date, datetime

import pytest

from programme.access import Deed
from programme.meeting import (
    RECORDING,
    About,
    Doing,
    Meeting,
    Minuted,
    MinutedOutcome,
    Minutes,
    OnRecord,
    Reply,
    ToMinute,
    open_meeting_of,
)
from programme.quarter import Quarter

DOING = Doing(3, datetime(2025, 3, 12, 9, tzinfo=UTC), "C. Hair", "chair@desk")
DUE = date(2025, 4, 1)


def on_record(kind: Minuted, *replies: Reply, outcome: MinutedOutcome | None = None) -> OnRecord:
    said = ToMinute(kind, About(), "words", "Chair", outcome, "Head of SEND", DUE)
    return OnRecord(1, 1, said, 2, DOING.at, DOING, replies)


def reply(satisfied: bool | None = None, done_on: date | None = None) -> Reply:
    return Reply(1, "words", satisfied, done_on, DOING)


@pytest.mark.parametrize(
    ("thing", "waits"),
    [
        (on_record(Minuted.CHALLENGE), True),
        (on_record(Minuted.CHALLENGE, reply()), False),
        (on_record(Minuted.CHALLENGE, reply(False)), True),
        (on_record(Minuted.CHALLENGE, reply(False), reply(True)), False),
        (on_record(Minuted.REQUEST), True),
        (on_record(Minuted.REQUEST, reply()), False),
        (on_record(Minuted.FOLLOW_UP), True),
        (on_record(Minuted.FOLLOW_UP, reply()), True),
        (on_record(Minuted.FOLLOW_UP, reply(done_on=DUE), reply()), False),
        (on_record(Minuted.DECISION, outcome=MinutedOutcome.AGREED), False),
        (on_record(Minuted.DECISION, outcome=MinutedOutcome.DEFERRED), True),
        (on_record(Minuted.DECISION, reply(), outcome=MinutedOutcome.DEFERRED), False),
        (on_record(Minuted.JUDGEMENT, outcome=MinutedOutcome.REJECTED), False),
    ],
)
def test_the_board_waits_until_it_is_answered_or_done(thing, waits):
    assert thing.open is waits
    assert thing.overdue(date(2025, 4, 2)) is waits
    assert not thing.overdue(DUE)


def test_minutes_after_the_signed_ones_are_a_draft():
    first, second = Minutes(1, "said", "", True, DOING), Minutes(2, "said more", "", False, DOING)
    meeting = Meeting(1, Quarter.parse("2024/25 Q3"), date(2025, 3, 12), False, DOING, minutes=(first, second))
    assert (meeting.signed, meeting.draft) == (first, second)
    assert open_meeting_of((meeting,)) is meeting


def test_everything_that_is_recorded_is_a_deed_of_the_chair():
    assert set(RECORDING) == set(Minuted)
    assert set(RECORDING.values()) == {Deed.RECORD_CHALLENGE, Deed.RECORD_DECISION, Deed.RECORD_FOLLOW_UP}


def test_who_did_it_is_said_with_the_account():
    assert DOING.doer == "C. Hair (chair@desk)"
