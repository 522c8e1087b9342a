from datetime import date

from programme.areas import KENT
from reports.progress.agenda import agenda, presented, with_neighbours
from tests.reports.lines import NOW, PLANS, commentary, count, in_force_with, plans

REDS = [*plans([10, 20, 25, 28]), *count("survey_confident", [36, 20]), *count("survey_responses", [100, 100])]
WHOLE = {
    "why": "Few psychologists",
    "next": "Hire two",
    "action": "Weekly panel",
    "owner_role": "Assessment lead",
    "due": date(2025, 3, 31),
}


def items(*written, figures=REDS, area=KENT):
    progress = in_force_with(figures, *written)
    return agenda(progress, area, NOW)


def item(*written, **known):
    return next(each for each in items(*written, **known) if each.id == PLANS)


def test_red_and_worsening_come_first_and_each_knows_its_place():
    found = items()
    assert [(each.place, each.of, each.id) for each in found] == [
        (1, 3, "parents_confident_in_local_area"),
        (2, 3, "plans_within_20_weeks"),
        (3, 3, "plans_within_20_weeks_rolling_year"),
    ]


def test_next_and_previous_go_round_and_an_unknown_one_is_the_first():
    found = items()
    first, middle, last = (each.id for each in found)
    assert with_neighbours(found, middle) == (found[1], first, last)
    assert with_neighbours(found, first)[1:] == (last, middle)
    assert with_neighbours(found, last)[1:] == (middle, first)
    assert with_neighbours(found, "no such KPI")[0] is found[0]


def test_without_reds_there_is_no_agenda():
    assert items(figures=plans([90])) == ()


def test_what_a_lead_judged_not_to_be_red_is_on_the_agenda_after_the_reds():
    found = items(commentary(PLANS, "amber", "two schools closed"))
    assert [(each.place, each.of, each.id) for each in found] == [
        (1, 3, "parents_confident_in_local_area"),
        (2, 3, "plans_within_20_weeks_rolling_year"),
        (3, 3, "plans_within_20_weeks"),
    ]
    assert [each.judged.judged_away for each in found] == [False, False, True]


def test_what_a_lead_judged_to_be_red_is_a_red():
    assert item(commentary(PLANS, "red", "it hides a backlog"), figures=plans([10, 45])).judged.judged_away is False


def test_what_is_presented_goes_on_with_greens_that_worsen_and_with_good_news():
    figures = [
        *plans([10, 20, 25, 28]),
        *count("oldest_open_assessment_weeks", [12, 19]),
        *count("survey_confident", [40, 80]),
        *count("survey_responses", [100, 100]),
    ]
    progress = in_force_with(figures)
    found = presented(progress, KENT, NOW)
    assert [each.id for each in found if each.exception] == [each.id for each in agenda(progress, KENT, NOW)]
    assert [(each.id, str(each.judged.direction)) for each in found if not each.exception] == [
        ("oldest_open_assessment_weeks", "worsening"),
        ("parents_confident_in_local_area", "improving"),
    ]
    assert [each.place for each in found] == list(range(1, len(found) + 1))
