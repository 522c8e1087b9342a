from dataclasses import replace
from datetime import UTC, date, datetime

import pytest

from kpis.registry import registry
from programme.areas import DISTRICTS, KENT
from programme.meeting import About, ChangedKind, Minuted, MinutedOutcome, Subject
from programme.submission import Restatement
from reports.language.linked import leads, plain_text
from reports.progress.judgement import judgement_of
from reports.progress.meeting import SinceThen, consequences, follow_ups, matters_arising, on_record
from reports.sentences.meeting import (
    KEPT_BACK,
    about_link,
    arising_headline,
    challenged_headline,
    changed_since,
    consequences_sentence,
    counts_sentence,
    follow_ups_headline,
    held_sentence,
    item_sentence,
    led_to_sentence,
    meeting_link,
    meeting_name,
    quarter_without_returns,
    record_link,
    reply_sentence,
    said_words,
    since_sentence,
    state_of,
    state_text,
    then_link,
    waiting_headline,
)
from tests.reports.build import a_figure, a_version
from tests.reports.lines import PLANS
from tests.reports.meetings import (
    ANSWERED,
    ASKED,
    EVERYTHING,
    LATER,
    THEN,
    TO_DO,
    done,
    held,
    item,
    meeting,
    pointed,
    progress_after,
    reply,
)


def told(*on_it, quarter=LATER):
    return on_record(held(*on_it), quarter)


@pytest.mark.parametrize(
    ("thing", "sentence", "state"),
    [
        (
            ASKED,
            "M1-1 Challenge on Plans within 20 weeks: Parent carer forum asked: “Why are plans late?” Answer due 31 January "
            "2025.",
            "Not answered, 3 days overdue.",
        ),
        (
            ANSWERED,
            "M1-2 Challenge on Plans within 20 weeks: Chair asked: “How would we have known”.",
            "The board is satisfied.",
        ),
        (
            replace(ANSWERED, replies=(reply("Yes."),)),
            "M1-2 Challenge on Plans within 20 weeks: Chair asked: “How would we have known”.",
            "The board has not said whether that is enough.",
        ),
        (
            replace(ASKED, replies=(reply("Yes.", satisfied=False),)),
            "M1-1 Challenge on Plans within 20 weeks: Parent carer forum asked: “Why are plans late?” Answer due 31 January "
            "2025.",
            "The board is not satisfied, 3 days overdue.",
        ),
        (
            TO_DO,
            "M1-4 Follow-up on Plans within 20 weeks: Head of SEND: “Fill two posts.” To be done by 14 February 2025.",
            "Not done.",
        ),
        (
            replace(TO_DO, replies=(reply("Filled.", done_on=date(2025, 1, 30)),)),
            "M1-4 Follow-up on Plans within 20 weeks: Head of SEND: “Fill two posts.” To be done by 14 February 2025.",
            "Done on 30 January 2025.",
        ),
        (
            item(5, Minuted.REQUEST, "Waits by school", About(), asked_by="Chair"),
            "M1-5 Request for a figure: Chair asked for: “Waits by school”.",
            "Not answered.",
        ),
        (
            item(5, Minuted.DECISION, "The plan stands", About(), outcome=MinutedOutcome.DEFERRED),
            "M1-5 Decision: deferred: “The plan stands”.",
            "Deferred.",
        ),
        (
            item(5, Minuted.DECISION, "The plan stands", About(), outcome=MinutedOutcome.AGREED),
            "M1-5 Decision: agreed: “The plan stands”.",
            "",
        ),
        (
            item(5, Minuted.JUDGEMENT, "It is amber", About(Subject.WEAKNESS, "6"), outcome=MinutedOutcome.REJECTED),
            "M1-5 Lead's judgement on Weakness 6: EHC process and plan quality: rejected: “It is amber”.",
            "",
        ),
    ],
)
def test_each_thing_on_record_is_said_with_who_asked_what_and_how_it_stands(thing, sentence, state):
    (found,) = told(thing)
    assert (plain_text(item_sentence(found)), state_text(found)) == (sentence, state)


def test_what_it_is_about_leads_there_and_as_the_board_saw_it_to_that_moment():
    (found,) = told(ASKED)
    way = {"kpi": PLANS, "quarter": str(THEN), "area": "Kent"}
    assert item_sentence(found)[:4] == (
        leads("M1-1", "records", at="M1-1"),
        " Challenge",
        " on ",
        leads("Plans within 20 weeks", "kpi", **way),
    )
    assert then_link(found) == (
        "As the board saw it on 17 December 2024 at 10:01: ",
        leads("Plans within 20 weeks", "kpi", **way, as_at="2024-12-17T09:59:00+00:00"),
        ".",
    )
    assert then_link(told(item(1, Minuted.CHALLENGE, "Who?", About()))[0]) == ()


@pytest.mark.parametrize(
    ("about", "link"),
    [
        (
            About(Subject.MEASURE, PLANS, DISTRICTS[0].code),
            leads("Plans within 20 weeks in Ashford", "kpi", kpi=PLANS, quarter=str(THEN), area="Ashford"),
        ),
        (About(Subject.MEASURE, "gone"), leads("gone", "kpi", kpi="gone", quarter=str(THEN), area="Kent")),
        (
            About(Subject.WEAKNESS, "8"),
            leads("Weakness 8: Health waiting times", "weakness", weakness="8", quarter=str(THEN)),
        ),
        (About(Subject.WEAKNESS, "88"), "weakness 88"),
        (
            About(Subject.ACTION, "APP-6.01"),
            leads("Action APP-6.01", "actions", action="APP-6.01", at="APP-6.01", quarter=str(THEN)),
        ),
        (About(Subject.RISK, "R-01"), leads("Risk R-01", "risks", at="R-01", quarter=str(THEN))),
        (About(), ""),
    ],
)
def test_everything_that_can_be_challenged_has_its_way(about, link):
    assert about_link(about, THEN) == link


def test_what_its_kpi_has_done_since():
    (found,) = told(ASKED)
    assert since_sentence(found) == (
        "Since then: 49.0% in 2024/25 Q2, 58.0% in 2024/25 Q3 (no real change since 2024/25 Q2)."
    )
    assert since_sentence(told(ASKED, quarter=THEN)[0]) == ""


def test_of_an_annual_figure_that_stood_then_already_no_newer_one_has_come(demonstration):
    appeals = registry()["tribunal_appeal_rate"]
    then, now = (judgement_of(demonstration, appeals, KENT, quarter) for quarter in (LATER - 1, LATER))
    (found,) = told(ASKED)
    assert since_sentence(replace(found, since=SinceThen(then.reading, now))) == (
        "Since then: no newer figure than 3.6% (calendar year 2023, carried forward)."
    )


def test_words_about_a_hidden_figure_are_kept_back_with_those_of_the_answer():
    (found,) = told(ANSWERED)
    kept = replace(found, kept_back=True)
    assert said_words(kept) == KEPT_BACK
    assert plain_text(item_sentence(kept)) == f"M1-2 Challenge on Plans within 20 weeks: Chair asked: {KEPT_BACK}"
    assert reply_sentence(kept, kept.item.reply) == (
        "Answered on 17 December 2024 by The lead: its words reach those who see the figure."
    )
    assert reply_sentence(found, found.item.reply) == "Answered on 17 December 2024 by The lead: “We check now.”"
    reported = replace(TO_DO, replies=(reply("Soon."),))
    assert reply_sentence(told(reported)[0], reported.reply) == "Reported on 17 December 2024 by The lead: “Soon.”"


def test_what_the_board_saw_and_is_no_longer_so_is_said():
    (found,) = told(ASKED)
    assert changed_since(found) == ""
    later = a_version(2, at=datetime(2025, 1, 20, tzinfo=UTC))
    old, new = (a_figure("plans_issued", value, quarter=str(THEN)) for value in (100, 90))
    corrected = Restatement(later, "plans_issued", old.area, THEN, old, new)
    assert changed_since(replace(found, restated=corrected)) == (
        "What the board saw was corrected since: on 20 January 2025 by analyst."
    )
    assert changed_since(replace(found, restated=replace(corrected, new=None))) == (
        "What the board saw was withdrawn since: on 20 January 2025 by analyst."
    )
    (gone,) = told(item(1, Minuted.CHALLENGE, "Why?", About(Subject.RISK, "R-99"), asked_by="Chair"))
    assert changed_since(gone) == "No return that stands names this risk any more: it was withdrawn or left out since."


def test_a_challenge_that_changed_something_says_what():
    asked = replace(ASKED, changed=(pointed(), pointed(ChangedKind.TARGET, "60% by July")))
    found = consequences(held(asked, *EVERYTHING[1:]), LATER)
    assert [plain_text(led_to_sentence(each)) for each in found] == [
        "It changed something: follow-up M1-4, action APP-6.01, target 60% by July.",
        "It changed something: decision M1-3.",
    ]
    assert led_to_sentence(found[1])[1] == leads("decision M1-3", "records", at="M1-3")
    assert consequences_sentence(found) == "Of 2 challenges, 2 changed something, and 1 waits for an answer."
    (alone,) = consequences(held(ASKED), LATER)
    assert led_to_sentence(alone) == ()
    assert consequences_sentence([alone]) == "Of 1 challenge, none changed something, and 1 waits for an answer."
    assert consequences_sentence([]) == "No challenge is on record."


def test_headlines_count():
    known = held(*EVERYTHING)
    found = matters_arising(known, LATER)
    assert arising_headline(found) == "Two matters arise from earlier meetings, 1 of them overdue"
    assert arising_headline(found[1:]) == "One matter arises from earlier meetings"
    assert arising_headline([]) == "Nothing arises from earlier meetings"
    assert challenged_headline(on_record(known, LATER)[:2]) == "Challenged, not answered: 1 of 2"
    assert challenged_headline(on_record(known, LATER)[1:2]) == "Challenged and answered: 1"
    assert follow_ups_headline(follow_ups(known, LATER)) == "Follow-ups from meetings: 1 of 1 open"
    late = replace(TO_DO, said=replace(TO_DO.said, due=date(2025, 1, 1)))
    assert follow_ups_headline(follow_ups(held(late), LATER)) == "Follow-ups from meetings: 1 of 1 open, 1 overdue"


def test_a_meeting_says_who_came_and_how_it_stands():
    met = meeting(*EVERYTHING)
    assert meeting_name(met) == "Meeting of 17 December 2024 on 2024/25 Q2"
    assert held_sentence(met) == "Opened by The chair. Present: Chair and Head of SEND. Apologies: NHS commissioner."
    assert held_sentence(replace(met, attendance=())) == "Opened by The chair. Who attended is not recorded."
    assert counts_sentence(met) == "On record: 2 challenges, 1 decision, 1 follow-up."
    assert counts_sentence(meeting()) == "Nothing is on record."
    assert state_of(met) == "Closed on 17 December 2024 at 11:30; the minutes are not signed"
    assert state_of(meeting(closed=False)) == "Open"
    assert waiting_headline(met, 2) == "Meeting of 17 December 2024 on 2024/25 Q2: the board waits for 2 things"
    assert waiting_headline(met, 0) == "Meeting of 17 December 2024 on 2024/25 Q2: the board waits for nothing"
    assert waiting_headline(None, 0) == "No meeting is on record"
    assert meeting_link(met) == leads(meeting_name(met), "records", at="meeting-1")
    assert record_link(ASKED, "there") == leads("there", "records", at="M1-1")


def test_signed_minutes_and_a_correction_of_them_are_said():
    from programme.meeting import Minutes

    signed = Minutes(1, "Said.", "", True, done(100))
    assert state_of(meeting(minutes=(signed,))) == "Minutes signed on 17 December 2024 by The chair"
    again = replace(signed, number=2, signed=False)
    assert state_of(meeting(minutes=(signed, again))) == (
        "Minutes signed on 17 December 2024 by The chair, and a correction is being written"
    )


def test_a_quarter_without_returns_is_said():
    assert quarter_without_returns(LATER) == (
        "No return came for 2024/25 Q3: what stands on the agenda by itself is from before."
    )
    assert on_record(progress_after(), LATER) == ()
