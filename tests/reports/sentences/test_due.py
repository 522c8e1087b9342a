from programme.access import Role
from programme.concerns import Concern
from reports.progress.due import due_for
from reports.sentences.due import due_title, due_words
from tests.reports.meetings import ASKED, TO_DO, held


def first(concern, role=Role.CHAIR):
    return next(each for each in due_for(held(ASKED, TO_DO), [role]) if each.concern is concern)


def test_an_answer_is_due_to_the_board():
    due = first(Concern.ON_RECORD)
    assert due_title(due) == "Answer due to the board: M1-1"
    assert due_words(due) == (
        "Meeting of 17 December 2024 on 2024/25 Q2. M1-1 Challenge on Plans within 20 weeks: Parent carer forum asked: "
        "“Why are plans late?” Answer due 31 January 2025. Not answered, 3 days overdue."
    )


def test_what_is_to_be_done_names_the_role_that_does_it():
    due = next(each for each in due_for(held(TO_DO), [Role.LEAD]) if each.concern is Concern.ON_RECORD)
    assert due_title(due) == "Follow-up due: M1-4, Head of SEND"


def test_returns_name_the_workstreams_that_have_not_come():
    due = first(Concern.RETURN)
    assert due_title(due) == "Returns due for 2024/25 Q4"
    assert due_words(due).startswith("Not received: Workstream 1: Parental confidence")


def test_reviews_name_their_definitions():
    due = first(Concern.REVIEW, Role.ANALYST)
    count = len(due.about.kpis)
    assert due_title(due) == f"Review due of {count} KPI definition{'s' if count > 1 else ''}"
    assert due_words(due) == f"{'; '.join(kpi.title for kpi in due.about.kpis)}."
