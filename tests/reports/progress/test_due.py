from datetime import date

from programme.access import Role
from programme.concerns import Concern
from reports.progress.due import due_for
from tests.reports.meetings import ANSWERED, ASKED, TO_DO, held, meeting, progress_after


def of(progress, concern, role=Role.CHAIR) -> list[tuple]:
    return [(each.thing, each.day) for each in due_for(progress, [role]) if each.concern is concern]


def test_what_a_board_waits_for_is_due_on_the_day_that_it_gave():
    assert of(held(ASKED, ANSWERED, TO_DO), Concern.ON_RECORD) == [
        ("on record M1-1", date(2025, 1, 31)),
        ("on record M1-4", date(2025, 2, 14)),
    ]


def test_nothing_is_due_of_a_meeting_that_is_being_held():
    assert of(progress_after(meeting(ASKED, closed=False)), Concern.ON_RECORD) == []


def test_returns_are_due_for_a_year_ahead_and_for_what_is_expected():
    found = dict(of(held(ASKED), Concern.RETURN))
    assert found["returns 2024/25 Q4"] == date(2025, 5, 8)
    assert list(found) == [f"returns {quarter}" for quarter in ("2024/25 Q4", "2025/26 Q1", "2025/26 Q2", "2025/26 Q3")]


def test_definitions_are_reviewed_by_analysts_on_the_day_that_each_gives():
    found = due_for(held(ASKED), [Role.ANALYST])
    reviews = [each for each in found if each.concern is Concern.REVIEW]
    assert reviews
    assert all(each.day == kpi.next_review for each in reviews for kpi in each.about.kpis)
    assert of(held(ASKED), Concern.REVIEW, Role.CHAIR) == []


def test_everything_stands_by_its_day_and_each_thing_once():
    found = due_for(held(ASKED, TO_DO), Role)
    assert [each.day for each in found] == sorted(each.day for each in found)
    assert len({each.thing for each in found}) == len(found)
