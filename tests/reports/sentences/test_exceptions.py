from datetime import date

import pytest

from reports.progress.exceptions import reds_without_action
from reports.sentences.exceptions import exception_sentence
from tests.reports.lines import NOW, PLANS, commentary, plans, progress_with

WHOLE = {"action": "Weekly panel", "owner_role": "Assessment lead", "due": date(2025, 3, 31)}
TITLE = "Plans issued within 20 weeks"


def sentences(share, *written):
    found = reds_without_action(progress_with(plans([share]), *written), NOW)
    return [exception_sentence(each) for each in found if each.reading.kpi.id == PLANS]


def test_a_red_without_a_management_action_is_an_exception():
    assert sentences(20) == [f"{TITLE} is red and no management action is recorded."]


def test_words_without_an_action_do_not_help():
    assert sentences(20, commentary(PLANS, why="Vacancies")) == [f"{TITLE} is red and no management action is recorded."]


@pytest.mark.parametrize(
    ("missing", "words"),
    [
        ({"owner_role": ""}, "no owner"),
        ({"due": None}, "no date"),
        ({"owner_role": "", "due": None}, "no owner and no date"),
    ],
)
def test_an_action_needs_an_owner_and_a_date(missing, words):
    assert sentences(20, commentary(PLANS, **(WHOLE | missing))) == [f"{TITLE} is red; its management action has {words}."]


def test_a_whole_action_answers_a_red_of_its_own_quarter_only():
    assert sentences(20, commentary(PLANS, **WHOLE)) == []
    assert sentences(20, commentary(PLANS, quarter=NOW - 1, **WHOLE)) == [
        f"{TITLE} is red and no management action is recorded."
    ]


@pytest.mark.parametrize("share", [50, 90])
def test_amber_and_green_need_none(share):
    assert sentences(share) == []
