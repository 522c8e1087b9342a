from datetime import date

from reports.progress.exceptions import commentaries, reds_without_action, unanswered
from tests.reports.lines import NOW, PLANS, commentary, plans, progress_with

WHOLE = {"action": "Weekly panel", "owner_role": "Assessment lead", "due": date(2025, 3, 31)}


def test_one_reading_can_be_asked_about():
    progress = progress_with(plans([20]))
    (red,) = (each.reading for each in reds_without_action(progress, NOW))
    assert unanswered(red, commentary(PLANS, **WHOLE)) is None
    assert unanswered(red, None).lacks == ("management action", "owner", "date")


def test_commentaries_are_those_of_the_quarter():
    old, new = commentary(PLANS, quarter=NOW - 1), commentary(PLANS)
    assert commentaries([old, new], NOW) == {PLANS: new}
