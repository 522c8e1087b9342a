from dataclasses import replace
from datetime import UTC, date, datetime

import pytest

from programme.access import Role
from programme.areas import DISTRICTS
from programme.meeting import About, Minuted, Subject
from programme.sheets.risks import RISKS, risks_in
from programme.submission import Restatement
from record.logs import Logs
from reports.progress.delivery import delivery
from reports.progress.meeting import (
    anything_returned,
    challenges_about,
    challenges_of_weakness,
    consequences,
    follow_ups,
    kept_back,
    matters_arising,
    on_record,
    today_of,
)
from reports.progress.readings import Progress
from tests.programme.rows import rows
from tests.reports.acting import log
from tests.reports.build import a_figure, a_version
from tests.reports.lines import PLANS, plans
from tests.reports.meetings import (
    ANSWERED,
    ASKED,
    COMMITTEE,
    DECIDED,
    EVERYTHING,
    LATER,
    ON_PLANS,
    THEN,
    TO_DO,
    held,
    item,
    meeting,
    pointed,
    progress_after,
    reply,
)

RISK = {"Ref": "R-01", "Risk": "Parents lose confidence", "Weaknesses": "1; 3"}


def test_what_waits_arises_at_the_next_meeting_overdue_first():
    found = matters_arising(held(*EVERYTHING), LATER)
    assert [(each.item.ref, each.late) for each in found] == [("M1-1", 3), ("M1-4", 0)]
    assert today_of(held()) == date(2025, 2, 3)


def test_the_longest_overdue_stands_first():
    older = replace(TO_DO, number=5, said=replace(TO_DO.said, due=date(2025, 1, 2)))
    assert [each.item.number for each in matters_arising(held(*EVERYTHING, older), LATER)] == [5, 1, 4]


def test_while_a_meeting_is_held_nothing_of_it_arises_and_nothing_of_a_later_quarter_ever_does():
    assert matters_arising(progress_after(meeting(*EVERYTHING, closed=False)), LATER) == ()
    assert matters_arising(held(*EVERYTHING), THEN - 1) == ()
    assert on_record(held(*EVERYTHING), THEN - 1) == ()


def test_what_its_kpi_has_done_since_stands_beside_it():
    since = on_record(held(ASKED), LATER)[0].since
    assert (since.then.display, since.now.reading.display, str(since.now.direction)) == ("49.0%", "58.0%", "no real change")
    assert on_record(held(ASKED), THEN)[0].since is None, "no quarter has passed"
    assert on_record(held(item(1, Minuted.CHALLENGE, "Who minutes?", About())), LATER)[0].since is None


def test_an_answer_that_does_not_satisfy_is_waited_for():
    unsatisfied = replace(ANSWERED, replies=(reply("We will see.", satisfied=False),))
    assert [each.item.number for each in matters_arising(held(unsatisfied), LATER)] == [2]


def test_a_challenge_changed_something_where_anything_points_to_it():
    alone = item(5, Minuted.CHALLENGE, "And now?", asked_by="Chair")
    pointing = item(6, Minuted.CHALLENGE, "And then?", asked_by="Chair", changed=[pointed()])
    found = consequences(held(*EVERYTHING, alone, pointing), LATER)
    assert [(each.challenge.item.number, [other.ref for other in each.led_to], each.changed) for each in found] == [
        (1, ["M1-4"], True),
        (2, ["M1-3"], True),
        (5, [], False),
        (6, [], True),
    ]


def test_challenges_about_a_measure_are_those_that_wait_first():
    found = challenges_about(held(*EVERYTHING[::-1]), LATER, Subject.MEASURE, PLANS)
    assert [each.item.number for each in found] == [1, 2]
    assert challenges_about(held(*EVERYTHING), LATER, Subject.MEASURE, "absence_ehcp") == ()


def test_challenges_about_all_things_of_a_kind_are_found_without_naming_one():
    risks = [item(number, Minuted.CHALLENGE, "Why?", About(Subject.RISK, f"R-0{number}")) for number in (5, 6)]
    found = challenges_about(held(*EVERYTHING, *risks), LATER, Subject.RISK)
    assert [each.item.said.about.ref for each in found] == ["R-05", "R-06"]


def test_a_quarter_without_returns_is_known():
    assert anything_returned(held(), LATER) and anything_returned(held(), THEN)
    assert not anything_returned(held(), LATER + 1)


def about(subject, ref):
    return item(1, Minuted.CHALLENGE, "Why?", About(subject, ref), asked_by="Chair")


@pytest.mark.parametrize(
    ("asked", "weaknesses"),
    [
        (about(Subject.WEAKNESS, "3"), {3}),
        (about(Subject.WEAKNESS, "three"), set()),
        (ASKED, {6}),
        (about(Subject.MEASURE, "gone_by_now"), set()),
        (about(Subject.ACTION, "APP-6.01"), {6}),
        (about(Subject.RISK, "R-01"), {1, 3}),
        (about(Subject.MEETING, ""), set()),
    ],
)
def test_a_challenge_stands_with_the_weaknesses_that_it_speaks_to(asked, weaknesses):
    risks = tuple(risks_in(rows(RISKS.name, RISK, quarter=LATER)))
    progress = held(asked, logs=replace(log(Q2=[{}]), risks=risks))
    assert {number for number in range(1, 10) if challenges_of_weakness(progress, LATER, number)} == weaknesses


def test_a_follow_up_is_an_action_whose_source_is_the_meeting_and_in_no_count_of_the_plan():
    assert delivery(held(*EVERYTHING), LATER).actions == ()
    (found,) = follow_ups(held(*EVERYTHING), LATER)
    now = found.action.now
    assert (now.ref, now.title, now.lead_role, now.baseline, now.kpi) == (
        *("M1-4", "Fill two posts.", "Head of SEND", date(2025, 2, 14)),
        PLANS,
    )
    assert (str(now.source), now.weaknesses) == ("Minutes!M1-4", (6,))
    assert (found.action.day, found.action.overdue) == (date(2025, 2, 3), False)


def test_what_is_done_stands_after_what_is_open():
    finished = item(
        5, Minuted.FOLLOW_UP, "Write.", owner_role="Clerk", replies=[reply("Written.", done_on=date(2025, 1, 9))]
    )
    found = follow_ups(held(finished, TO_DO), LATER)
    assert [(each.action.now.ref, each.action.now.done) for each in found] == [("M1-4", False), ("M1-5", True)]
    assert found[1].action.now.note == "Written."


def test_what_was_corrected_or_withdrawn_since_is_known():
    later = a_version(2, at=datetime(2025, 1, 20, tzinfo=UTC))
    old, new = (a_figure("plans_issued", value, quarter=str(THEN)) for value in (100, 90))
    corrected = Restatement(later, "plans_issued", old.area, THEN, old, new)
    assert on_record(held(ASKED, restatements=(corrected,)), LATER)[0].restated == corrected
    before = replace(corrected, version=a_version(2, at=datetime(2024, 12, 1, tzinfo=UTC)))
    elsewhere = replace(corrected, area=DISTRICTS[0])
    other = replace(corrected, measure="requests_received")
    for each in (before, elsewhere, other, replace(corrected, quarter=LATER)):
        assert on_record(held(ASKED, restatements=(each,)), LATER)[0].restated is None


def test_an_action_or_a_risk_that_no_return_names_any_more_is_gone():
    action, risk = about(Subject.ACTION, "APP-6.01"), about(Subject.RISK, "R-01")
    assert [each.gone for each in on_record(held(action, risk), LATER)] == [True, True]
    assert [each.gone for each in on_record(held(action, logs=log(Q2=[{}])), LATER)] == [False]
    known = Logs(risks=tuple(risks_in(rows(RISKS.name, RISK, quarter=THEN))))
    assert [each.gone for each in on_record(held(risk, logs=known), LATER)] == [False]


def test_what_is_about_a_hidden_figure_keeps_its_words_back_from_who_does_not_see_it(demonstration_records):
    hidden = next(
        each
        for each in sorted(demonstration_records.hidden.items, key=lambda each: (each.measure, each.area, str(each.quarter)))
        if each.measure == "permanent_exclusions_send" and each.quarter == LATER and each.span == 1
    )
    on_it = About(Subject.MEASURE, "permanent_exclusions_send", hidden.area)
    asked = item(1, Minuted.CHALLENGE, "Why three?", on_it, asked_by="Chair")
    done = item(2, Minuted.FOLLOW_UP, "Look at the three.", on_it, owner_role="Head", due=date(2025, 3, 1))
    known = replace(demonstration_records, publishing=None, meetings=(replace(meeting(asked, done, ASKED), quarter=LATER),))
    told = {role: Progress(known, role) for role in (Role.READER, Role.ANALYST)}
    assert [each.kept_back for each in on_record(told[Role.READER], LATER)] == [True, True, False]
    assert [each.kept_back for each in on_record(told[Role.ANALYST], LATER)] == [False, False, False]
    assert [follow_ups(each, LATER)[0].action.now.title for each in told.values()] == ["", "Look at the three."]
    assert kept_back(told[Role.READER], on_it, LATER) and not kept_back(told[Role.READER], ON_PLANS, LATER)


def test_a_kpi_that_is_not_collected_there_any_more_is_read_for_the_whole():
    elsewhere = item(1, Minuted.CHALLENGE, "Why?", About(Subject.MEASURE, "tribunal_appeal_rate", DISTRICTS[0].code))
    assert on_record(held(elsewhere), LATER)[0].since.now.line.area.name == "Kent"


def test_nothing_is_on_record_where_nobody_met():
    progress = progress_after(figures=plans([49]))
    assert (on_record(progress, LATER), consequences(progress, LATER), follow_ups(progress, LATER)) == ((), (), ())


def test_as_at_a_moment_late_is_counted_to_that_moment():
    assert COMMITTEE.date() == date(2025, 2, 3)
    assert [each.item.number for each in on_record(held(*EVERYTHING), LATER) if each.late] == [1]
    assert DECIDED.open is False
