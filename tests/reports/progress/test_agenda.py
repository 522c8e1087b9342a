from dataclasses import replace
from datetime import date

from programme.areas import KENT, area_named
from reports.progress.agenda import agenda, beside
from reports.progress.overview import overview
from reports.progress.readings import Progress
from tests.programme.rows import rows
from tests.reports.lines import NOW, PLANS, commentary, count, plans, progress_with

REDS = [*plans([10, 20, 25, 30]), *count("survey_confident", [30, 25]), *count("survey_responses", [100, 100])]
WHOLE = {
    "why": "Few psychologists",
    "next": "Hire two",
    "action": "Weekly panel",
    "owner_role": "Assessment lead",
    "due": date(2025, 3, 31),
}


def items(*written, figures=REDS, area=KENT):
    progress = progress_with(figures, *written)
    return agenda(overview(progress, area, NOW), progress)


def item(*written, **known):
    return next(each for each in items(*written, **known) if each.id == PLANS)


def test_red_and_worsening_come_first_and_each_knows_its_place():
    found = items()
    assert [(each.place, each.of, each.id) for each in found] == [
        (1, 3, "parents_confident_in_local_area"),
        (2, 3, "plans_within_20_weeks_rolling_year"),
        (3, 3, "plans_within_20_weeks"),
    ]


def test_the_management_action_stands_with_owner_date_and_reason():
    assert item(commentary(PLANS, **WHOLE)).answer == (
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
    assert item().answer == nothing
    assert item(commentary(PLANS, why="Few psychologists")).answer == (*nothing, ("Why", "Few psychologists"))


def test_an_earlier_quarters_action_does_not_answer_for_this_one():
    assert item(commentary(PLANS, quarter=NOW - 1, **WHOLE)).answer == item().answer


def test_a_ref_is_followed_by_what_the_action_is():
    from programme.sheets.actions import actions_in

    known = actions_in(rows("Actions", {"Ref": "APP-6.01", "Action": "Hire psychologists", "Workstream": "3"}))
    progress = progress_with(REDS, commentary(PLANS, action="APP-6.01"))
    progress = Progress(replace(progress.records, logs=replace(progress.records.logs, actions=tuple(known))))
    found = next(each for each in agenda(overview(progress, KENT, NOW), progress) if each.id == PLANS)
    assert found.action == "APP-6.01: Hire psychologists"


def test_a_districts_red_points_to_the_whole():
    ashford = area_named("Ashford")
    found = item(commentary(PLANS, **WHOLE), figures=plans([20], area=ashford), area=ashford)
    assert found.answer == (("Management action", "actions are recorded for Kent as a whole"),)


def test_next_and_previous_go_round_and_an_unknown_one_is_the_first():
    found = items()
    first, middle, last = (each.id for each in found)
    assert beside(found, middle) == (found[1], first, last)
    assert beside(found, first)[1:] == (last, middle)
    assert beside(found, last)[1:] == (middle, first)
    assert beside(found, "no such KPI")[0] is found[0]


def test_without_reds_there_is_no_agenda():
    assert items(figures=plans([90])) == []
