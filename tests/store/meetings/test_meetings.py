"""Meetings as they are kept: who may do what when, what is refused in which words, and what stands there as at a moment."""

from dataclasses import replace
from datetime import date, timedelta

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from programme.access import Person, Role
from programme.meeting import (
    About,
    AgendaPoint,
    Attendee,
    ChangedKind,
    Meeting,
    Minuted,
    MinutedOutcome,
    Subject,
    ToMinute,
)
from programme.moment import LONDON
from programme.redaction import RedactedKind, RedactedPlace
from programme.submission import Acceptance
from store.backups import backup
from store.backups.manifest import hash_of
from store.database import Database
from store.errors import Overtaken, StoreError
from store.log.log import log_rows
from store.meetings.meetings import (
    close_meeting,
    judge_reply,
    keep_minutes,
    meetings,
    open_meeting,
    record,
    reply_to,
    say_attendance,
    set_agenda,
)
from store.redaction.redacting import carry_out
from store.redactions import name_redaction
from store.returns import versions
from store.returns.writing import write_words
from tests.accepting import by, person
from tests.store.holding import (
    CHAIR,
    HELD,
    LEAD,
    OPENED,
    QUARTER,
    TIMELY,
    challenge,
    decision,
    follow_up,
    minute,
)
from tests.store.submissions import ISSUED, standard
from tests.store.wordings import comment

ADMIN = Person("A. Dmin", "admin@desk-3", frozenset({Role.ADMINISTRATOR}))


@pytest.fixture
def held(database):
    """A store with a return and an open meeting."""
    versions.accept(database, standard({ISSUED: 41}), by(at=OPENED - timedelta(days=30)))
    assert open_meeting(database, QUARTER, HELD, minute(0), [AgendaPoint("worsening"), AgendaPoint(words="Staffing")]) == 1
    return database


def only(database, as_at=None):
    (meeting,) = meetings(database, as_at)
    return meeting


def refused(deed, *given, kind=StoreError, **named) -> str:
    with pytest.raises(kind) as error:
        deed(*given, **named)
    return str(error.value)


def test_a_meeting_that_was_opened_holds_its_quarter_its_day_and_its_agenda(held):
    meeting = only(held)
    assert (meeting.number, meeting.quarter, meeting.held_on, meeting.illustrative) == (1, QUARTER, HELD, False)
    assert (meeting.opened.at, meeting.opened.doer) == (OPENED, "C. Hair (chair@desk-1)")
    assert meeting.agenda == (AgendaPoint("worsening"), AgendaPoint(words="Staffing"))
    assert meeting.closed is None
    assert meetings(held, OPENED - timedelta(seconds=1)) == ()


def test_one_meeting_is_held_at_a_time(held):
    assert refused(open_meeting, held, QUARTER, HELD, minute(1)) == (
        "One meeting is held at a time, got: another while that on 2024/25 Q3 is open, opened by C. Hair (chair@desk-1) on "
        "12 March 2025 at 09:00. Close it first. Nothing was changed."
    )


def test_the_agenda_and_who_came_are_said_whole_and_the_newest_counts(held):
    set_agenda(held, 1, [AgendaPoint(words="Staffing"), AgendaPoint("worsening")], minute(1))
    say_attendance(held, 1, [Attendee("Chair"), Attendee("Head of SEND", came=False)], minute(2))
    say_attendance(held, 1, [Attendee("Chair")], minute(3))
    assert only(held).agenda == (AgendaPoint(words="Staffing"), AgendaPoint("worsening"))
    assert only(held).attendance == (Attendee("Chair"),)
    set_agenda(held, 1, [], minute(4))
    say_attendance(held, 1, [], minute(5))
    assert (only(held).agenda, only(held).attendance) == ((), ())
    assert only(held, OPENED + timedelta(minutes=2.5)).attendance == (Attendee("Chair"), Attendee("Head of SEND", False))


def test_an_agenda_that_somebody_changed_meanwhile_is_not_written_over(held):
    seen = versions.latest_change(held)
    set_agenda(held, 1, [AgendaPoint(words="Staffing")], minute(1))
    told = refused(set_agenda, held, 1, [], minute(2, seen=seen), kind=Overtaken)
    assert told == (
        "What you were shown is no longer what is stored: C. Hair changed the agenda on 12 March 2025 at 09:01. Look at "
        "what stands there now, and store yours again where it is still right. What you typed is still in its box. "
        "Nothing was changed."
    )
    assert only(held).agenda == (AgendaPoint(words="Staffing"),)


def test_a_challenge_holds_who_asked_what_and_the_change_that_was_seen(held):
    assert record(held, 1, challenge(answer="Two posts are vacant.", satisfied=False), minute(5, seen=1)) == 1
    (found,) = only(held).on_record
    assert (found.number, found.meeting, found.ref) == (1, 1, "M1-1")
    assert found.said == challenge()
    assert (found.seen, found.seen_at) == (1, OPENED - timedelta(days=30))
    assert (found.reply.words, found.reply.satisfied, found.open) == ("Two posts are vacant.", False, True)
    assert found.overdue(date(2025, 4, 2)) and not found.overdue(date(2025, 4, 1))


def test_a_challenge_of_words_just_written_points_at_the_screen_with_them(held):
    write_words(held, comment("Two left"), minute(4, by=LEAD, reason="asked for"))
    record(held, 1, challenge(), minute(5))
    (found,) = only(held).on_record
    assert (found.seen, found.seen_at) == (3, OPENED + timedelta(minutes=4))


def test_what_was_seen_is_what_was_newest_then_where_nobody_says(held):
    versions.accept(held, standard({ISSUED: 44}), by(at=OPENED + timedelta(days=1)))
    record(held, 1, challenge(), minute(5))
    assert only(held).on_record[0].seen == 2  # the opening, and not the return of the day after


@pytest.mark.parametrize(
    ("said", "told"),
    [
        (challenge(" "), "A challenge must say what it is, got: nothing."),
        (challenge("tbc"), "A challenge must say what it is, got: tbc."),
        (challenge("x" * 9 + "y" * 10_000), "A challenge must say what it is in at most 10,000 letters, got: 10,009."),
        (replace(challenge(), asked_by=""), "A challenge must say which role asks, got: nothing."),
        (challenge(about=About(Subject.RISK)), "A challenge about a risk must say which, got: nothing."),
        (replace(follow_up(), owner_role="-"), "A follow-up must say which role does it, got: -."),
        (replace(follow_up(), due=None), "A follow-up must say by when it is done, got: no day."),
        (decision(outcome=None), "A decision must be agreed or noted or deferred, got: nothing."),
        (decision(outcome=MinutedOutcome.REJECTED), "A decision must be agreed or noted or deferred, got: rejected."),
        (
            ToMinute(Minuted.JUDGEMENT, TIMELY, "It is red.", outcome=MinutedOutcome.AGREED),
            "A judgement must be confirmed or rejected, got: agreed.",
        ),
        (follow_up(because=9), "It must be on record in a meeting, got: number 9, which is not."),
    ],
)
def test_what_lacks_something_is_refused_in_a_sentence(held, said, told):
    assert refused(record, held, 1, said, minute(5)) == f"{told} Nothing was changed."
    assert only(held).on_record == ()


def test_what_comes_from_a_challenge_says_which(held):
    record(held, 1, challenge(), minute(5))
    record(held, 1, follow_up(because=1), minute(6))
    assert only(held).on_record[1].said.because == 1
    told = refused(record, held, 1, decision(because=2), minute(7))
    assert told == "It can only come from a challenge, got: number 2, which is none. Nothing was changed."


def test_who_writes_while_the_chair_closes_is_told_so(held):
    close_meeting(held, 1, minute(60))
    for deed, what in ((record, challenge()), (set_agenda, []), (say_attendance, [])):
        assert refused(deed, held, 1, what, minute(61)) == (
            "Only in a meeting that is open can anything be recorded, got: that on 2024/25 Q3, which C. Hair (chair@desk-1) "
            "closed on 12 March 2025 at 10:00. What you typed is still in its box: take it into the minutes or to the next "
            "meeting. Nothing was changed."
        )
    assert open_meeting(held, QUARTER, HELD, minute(62)) == 2


def test_a_lead_answers_after_the_meeting_and_the_chair_says_whether_that_is_enough(held):
    record(held, 1, challenge(), minute(5))
    close_meeting(held, 1, minute(60))
    reply_to(held, 1, "Two posts were filled.", minute(100, LEAD), changed=[(ChangedKind.ACTION, "APP-3.01")])
    (found,) = only(held).on_record
    assert (found.reply.words, found.reply.satisfied, found.open) == ("Two posts were filled.", None, False)
    assert [(each.kind, each.ref, each.done.doer) for each in found.changed] == [
        (ChangedKind.ACTION, "APP-3.01", "L. Ead (lead@desk-2)")
    ]
    judge_reply(held, 1, False, minute(200))
    assert only(held).on_record[0].open
    reply_to(held, 1, "And the third as well.", minute(300, LEAD))
    assert not only(held).on_record[0].open
    assert [each.satisfied for each in only(held).on_record[0].replies] == [False, None]


def test_an_answer_that_somebody_gave_meanwhile_is_not_judged_unread(held):
    record(held, 1, challenge(answer="We are looking."), minute(5))
    seen = versions.latest_change(held)
    reply_to(held, 1, "We have looked.", minute(6, LEAD))
    assert "L. Ead (lead@desk-2) changed the answer" in refused(judge_reply, held, 1, True, minute(7, seen=seen))


def test_what_nobody_answered_cannot_satisfy(held):
    record(held, 1, challenge(), minute(5))
    assert refused(judge_reply, held, 1, True, minute(6)) == (
        "Only an answer can satisfy the board, got: M1-1, which has none yet. Nothing was changed."
    )


def test_a_follow_up_is_open_until_it_is_done(held):
    record(held, 1, follow_up(), minute(5))
    reply_to(held, 1, "One post is filled.", minute(6, LEAD))
    assert only(held).on_record[0].open
    reply_to(held, 1, "Both are.", minute(7, LEAD), done_on=date(2025, 4, 30))
    assert (only(held).on_record[0].open, only(held).on_record[0].done_on) == (False, date(2025, 4, 30))


def test_what_is_done_is_not_done_on_a_day_to_come(held, monkeypatch):
    record(held, 1, follow_up(), minute(5))
    monkeypatch.setattr("store.moments.now", lambda: OPENED.replace(tzinfo=None))
    assert refused(reply_to, held, 1, "It will be.", minute(6, LEAD), done_on=date(2025, 3, 13)) == (
        "What is done was done today or before, got: 13 March 2025. Nothing was changed."
    )


@pytest.mark.parametrize(
    ("words", "changed", "told"),
    [
        ("n/a", [], "An answer must say something, got: n/a."),
        ("Yes.", [(ChangedKind.TARGET, " ")], "What a challenge changed must be named (target), got: nothing."),
    ],
)
def test_an_answer_says_something_and_what_changed_has_a_name(held, words, changed, told):
    record(held, 1, challenge(), minute(5))
    assert refused(reply_to, held, 1, words, minute(6, LEAD), changed=changed) == f"{told} Nothing was changed."
    assert only(held).on_record[0].replies == ()


def test_a_judgement_is_not_answered(held):
    record(held, 1, ToMinute(Minuted.JUDGEMENT, TIMELY, "It is amber.", outcome=MinutedOutcome.CONFIRMED), minute(5))
    assert refused(reply_to, held, 1, "Yes.", minute(6, LEAD)) == (
        "A challenge, decision, follow-up or request is answered, got: M1-1, a judgement. Nothing was changed."
    )


def test_signed_minutes_never_change_and_a_correction_is_a_version_of_its_own(held):
    assert keep_minutes(held, 1, "What was said.", "", minute(30), sign=False) == 1
    assert refused(keep_minutes, held, 1, "What was said.", "", minute(31), sign=True) == (
        "Minutes are signed once their meeting is closed, got: that on 2024/25 Q3, which is open. Nothing was changed."
    )
    close_meeting(held, 1, minute(60))
    keep_minutes(held, 1, "What was said.", "One.\nTwo.\nThree.", minute(61), sign=True)
    signed = only(held).signed
    assert (signed.words, signed.update, only(held).draft) == ("What was said.", "One.\nTwo.\nThree.", None)
    keep_minutes(held, 1, "What was really said.", "", minute(70), sign=False)
    assert (only(held).signed, only(held).draft.words) == (signed, "What was really said.")
    keep_minutes(held, 1, "What was really said.", "", minute(80), sign=True)
    assert [each.signed for each in only(held).minutes] == [False, True, False, True]
    assert only(held).minutes[1] == signed


def test_minutes_say_something_and_the_update_is_three_sentences(held):
    assert refused(keep_minutes, held, 1, " ", "", minute(5), sign=False) == (
        "Minutes must say something, got: nothing. Nothing was changed."
    )
    assert refused(keep_minutes, held, 1, "Said.", "1\n2\n\n3\n4", minute(5), sign=False) == (
        "The chair's update has three sentences at most, a line each, got: more. Nothing was changed."
    )


def test_minutes_that_somebody_kept_or_signed_meanwhile_are_not_written_over(held):
    seen = versions.latest_change(held)
    keep_minutes(held, 1, "By the clerk.", "", minute(30), sign=False)
    assert "C. Hair changed the minutes on 12 March 2025 at 09:30" in refused(
        keep_minutes, held, 1, "By the chair.", "", minute(31, seen=seen), sign=False
    )
    assert [each.words for each in only(held).minutes] == ["By the clerk."]


@pytest.mark.parametrize("deed", [close_meeting, lambda database, number, by: set_agenda(database, number, [], by)])
def test_a_meeting_that_was_never_opened_is_said(held, deed):
    assert refused(deed, held, 7, minute(5)) == (
        "A meeting must be one of the 1 that were opened, got: number 7. Nothing was changed."
    )


def test_what_a_board_records_says_who_records_it(held):
    nobody = replace(CHAIR, name=" ")
    assert refused(record, held, 1, challenge(), minute(5, nobody)) == (
        "What a board records must say who records it, got: nothing. Nothing was changed."
    )


def test_the_machine_clock_set_back_is_refused_here_too(held, monkeypatch):
    monkeypatch.setattr("store.moments.now", lambda: (OPENED - timedelta(days=1)).replace(tzinfo=None))
    told = refused(record, held, 1, challenge(), Acceptance(CHAIR))
    assert told.startswith("This machine's day must not be before the newest thing that is stored, 12 March 2025, got: 11")


def test_two_in_the_same_minute_are_both_kept_in_order(held):
    record(held, 1, challenge("First?"), minute(5))
    record(held, 1, challenge("Second?"), minute(5))
    assert [each.said.words for each in only(held).on_record] == ["First?", "Second?"]
    assert len({each.done.at for each in only(held).on_record}) == 2


def test_every_deed_is_a_change_and_a_row_of_the_log_without_words(held):
    record(held, 1, challenge(answer="Two posts are vacant."), minute(5))
    assert versions.latest_change(held) == 4  # the return, the opening, the challenge, its answer
    with held.cursor() as cursor:
        rows = [(each.deed, each.name, each.what) for each in log_rows(cursor)]
    assert rows[1:] == [
        ("opened a meeting", "C. Hair", "meeting 1: on 2024/25 Q3, held on 12 March 2025"),
        ("recorded a challenge", "C. Hair", "meeting 1: M1-1"),
        ("answered the board", "C. Hair", "meeting 1: M1-1"),
    ]


@pytest.mark.about_files
def test_a_backup_holds_meetings_and_restores_them(held, tmp_path):
    record(held, 1, challenge(answer="Two posts are vacant."), minute(5))
    say_attendance(held, 1, [Attendee("Chair")], minute(6))
    keep_minutes(held, 1, "What was said.", "", minute(7), sign=False)
    folder = backup.back_up(held, person())
    with backup.restore(folder, tmp_path / "restored.duckdb", person(), hash_of(folder)) as restored:
        assert meetings(restored) == meetings(held)


@pytest.mark.about_files
def test_words_that_are_redacted_stand_in_no_meeting_any_more(held):
    child = "Persephone Quill"
    set_agenda(held, 1, [AgendaPoint(words=f"About {child}")], minute(1))
    say_attendance(held, 1, [Attendee(f"Mother of {child}")], minute(2))
    asked = replace(challenge(f"Where is {child}?", answer=f"{child} waits."), asked_by=f"Mother of {child}")
    record(held, 1, asked, minute(5, replace(CHAIR, name=f"for {child}")))
    record(held, 1, replace(follow_up(f"Write to {child}."), owner_role=f"{child}'s worker"), minute(6))
    reply_to(held, 1, f"{child} has a place.", minute(7, LEAD), changed=[(ChangedKind.WORDING, f"of {child}")])
    keep_minutes(held, 1, f"{child} was spoken of.", f"{child} has a place.", minute(8), sign=False)
    assert repr(meetings(held)).count(child) == 13
    place = RedactedPlace(RedactedKind.NAME, words=child)
    number = name_redaction(held, place, by("analyst", "it names a child"))
    carry_out(held, number, by("admin", "asked for by the family"))
    assert child not in repr(meetings(held))
    assert only(held).on_record[0].said.words.startswith("Where is [redacted")
    assert child.encode() not in held.path.read_bytes()


deeds = st.lists(st.sampled_from(["challenge", "follow-up", "decision", "answer", "judge", "minutes", "close", "agenda"]))


def _done(database: Database, deed: str, known: tuple[Meeting, ...], at: Acceptance) -> None:
    number = known[-1].number
    on_record = [each for meeting in known for each in meeting.on_record if each.said.kind is not Minuted.DECISION]
    match deed:
        case "challenge" | "follow-up" | "decision":
            record(database, number, {"challenge": challenge, "follow-up": follow_up, "decision": decision}[deed](), at)
        case "answer" if on_record:
            reply_to(
                database, on_record[-1].number, "Said.", replace(at, by=LEAD), changed=[(ChangedKind.WORDING, "a page")]
            )
        case "judge" if on_record and on_record[-1].reply:
            judge_reply(database, on_record[-1].number, True, at)
        case "minutes":
            keep_minutes(database, number, f"At {at.at:%H:%M}.", "", at, sign=known[-1].closed is not None)
        case "close":
            close_meeting(database, number, at)
            open_meeting(database, QUARTER, HELD, replace(at, at=at.at + timedelta(seconds=1)))
        case "agenda":
            set_agenda(database, number, [AgendaPoint(words=f"{at.at:%H:%M}")], at)


@settings(max_examples=12, deadline=None)
@given(deeds=deeds.filter(bool).map(lambda each: each[:7]))
def test_as_at_the_day_before_it_is_not_there_and_no_past_moment_ever_changes(empty_store, deeds):
    """A challenge, an answer, a decision, minutes: each is there from its moment on, and before it nothing of it is."""
    with empty_store() as database:
        open_meeting(database, QUARTER, HELD, minute(0))
        then = {OPENED: (known := meetings(database))}
        for day, deed in enumerate(deeds, start=1):
            at = OPENED + timedelta(days=day)
            _done(database, deed, known, Acceptance(CHAIR, at=at))
            then[at + timedelta(seconds=2)] = known = meetings(database)
            assert meetings(database, at - timedelta(microseconds=1)) == then[max(each for each in then if each < at)]
        assert {moment: meetings(database, moment) for moment in then} == then
        assert all(each.opened.at.astimezone(LONDON).date() >= HELD for each in known)
