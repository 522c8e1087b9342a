from dataclasses import replace

from programme.access import Role
from programme.areas import KENT, area_named
from programme.sheets.actions import actions_in
from reports.language.linked import leads
from reports.progress.agenda import agenda
from reports.progress.readings import Progress
from reports.sentences.agenda import agenda_group, exception_answer, meeting_headline
from tests.programme.rows import rows
from tests.reports.lines import NOW, PLANS, commentary, in_force_with, plans
from tests.reports.progress.test_agenda import REDS, WHOLE, item


def test_the_management_action_stands_with_owner_date_and_reason():
    assert exception_answer(item(commentary(PLANS, **WHOLE))) == (
        ("Management action", "Weekly panel"),
        ("Owner", "Assessment lead"),
        ("Due", "31 March 2025"),
        ("Why", "Few psychologists"),
        ("What next", "Hire two"),
    )


def test_what_is_missing_is_said():
    nothing = (
        ("Management action", "none is recorded: a red needs one"),
        ("Owner", "none is recorded"),
        ("Due", "no date is recorded"),
    )
    unsaid = ("What next", "not returned")
    assert exception_answer(item()) == (*nothing, ("Why", "not returned"), unsaid)
    assert exception_answer(item(commentary(PLANS, why="Few psychologists"))) == (
        *nothing,
        ("Why", "Few psychologists"),
        unsaid,
    )


def test_an_earlier_quarters_action_does_not_answer_for_this_one():
    assert exception_answer(item(commentary(PLANS, quarter=NOW - 1, **WHOLE))) == exception_answer(item())


def test_a_ref_is_followed_by_what_the_action_is():
    known = actions_in(rows("Actions", {"Ref": "APP-6.01", "Action": "Hire psychologists", "Workstream": "3"}))
    progress = in_force_with(REDS, commentary(PLANS, action="APP-6.01"))
    progress = Progress(replace(progress.records, logs=replace(progress.records.logs, actions=tuple(known))), Role.READER)
    found = next(each for each in agenda(progress, KENT, NOW) if each.id == PLANS)
    led = leads("APP-6.01", "actions", action="APP-6.01", at="APP-6.01")
    assert exception_answer(found)[0][1] == (led, ": Hire psychologists")


def test_a_districts_red_points_to_the_whole():
    ashford = area_named("Ashford")
    found = item(commentary(PLANS, **WHOLE), figures=plans([20], area=ashford), area=ashford)
    assert exception_answer(found) == (("Management action", "actions are recorded for Kent as a whole"),)


def test_what_a_lead_judged_otherwise_is_named_so_and_asked_for_no_action():
    found = item(commentary(PLANS, "amber", "two schools closed"))
    assert agenda_group(found) == "Red by the rule, judged amber by its lead"
    assert exception_answer(found)[0] == ("Management action", "none is recorded")
    assert agenda_group(item()) == "Red, no real change"


def test_the_meeting_says_how_many_are_red_and_what_leads_judge_otherwise():
    items = agenda(in_force_with(REDS), KENT, NOW)
    assert meeting_headline(items, NOW) == "For the meeting: 3 KPIs are red in 2024/25 Q3"
    assert (
        meeting_headline(items, NOW, area_named("Dartford")) == "For the meeting: 3 KPIs are red in Dartford in 2024/25 Q3"
    )
    judged = agenda(in_force_with(REDS, commentary(PLANS, "amber", "Two in three were late by a day")), KENT, NOW)
    assert meeting_headline(judged, NOW) == "For the meeting: 2 KPIs are red in 2024/25 Q3, and 1 judged amber by its lead"


def test_one_red_is_one_and_none_beside_what_is_judged_otherwise_is_none():
    everything = agenda(in_force_with(plans([20, 20]), commentary(PLANS, "amber", "Late by a day")), KENT, NOW)
    assert meeting_headline(everything[-1:], NOW) == (
        "For the meeting: no KPI is red in 2024/25 Q3, and 1 judged amber by its lead"
    )
    assert meeting_headline(agenda(in_force_with(plans([20])), KENT, NOW)[:1], NOW) == (
        "For the meeting: 1 KPI is red in 2024/25 Q3"
    )
