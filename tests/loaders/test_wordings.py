from datetime import date

import pytest

from loaders.pipeline import check_file
from loaders.wordings import check_words, write_checked_words
from programme.finding import Severity
from programme.quarter import Quarter
from programme.sheets.assessments import ASSESSMENT
from programme.sheets.commentary import COMMENTARY
from programme.sheets.letters import LETTERS
from programme.sheets.summary import SUMMARY
from store.errors import StoreError
from store.returns.wordings import answered_of_wording, wordings_of
from tests import factories
from tests.accepting import by, person
from tests.factories import QUARTER, read_here
from tests.store.wordings import comes, later

TODAY = date(2025, 2, 3)
KPI = "plans_within_20_weeks"
Q3 = Quarter(2024, 3)


def found(form, **values):
    checked = check_words(form, QUARTER, form.typed(**values), TODAY)
    return [(each.rule, each.severity, each.cell, each.message) for each in checked.findings]


def in_a_return(form, **values):
    """What the same row is told in a workbook, as (rule, severity, heading, message)."""
    letters = {}

    def typed(book):
        letters.update({cell.coordinate[:-1]: cell.value for cell in book[form.name][1]})
        for heading, value in form.typed(**values).items():
            column = next(letter for letter, at in letters.items() if at == heading)
            book[form.name][f"{column}2"] = value

    content = factories.standard_return(change=typed)
    findings = check_file(content, "return.xlsx", today=TODAY, read=read_here).findings
    own = [each for each in findings if each.sheet == form.name and each.cell]
    return [(each.rule, each.severity, letters[each.cell.rstrip("0123456789")], each.message) for each in own]


ROWS = [
    (COMMENTARY, {"kpi": KPI, "why": "Two caseworkers left"}),
    (COMMENTARY, {"kpi": KPI, "action": "tbc", "owner_role": "n/a", "due": "soon"}),
    (COMMENTARY, {"kpi": KPI, "action": "Hire two", "due": "31 March 2205"}),
    (COMMENTARY, {"kpi": KPI, "judgement": "purple"}),
    (COMMENTARY, {"kpi": KPI, "judgement": "green"}),
    (COMMENTARY, {"kpi": "plans_within_20_week", "why": "Two caseworkers left"}),
    (ASSESSMENT, {"weakness": "6", "text": "good progress", "reason": "none"}),
    (ASSESSMENT, {"weakness": "6", "text": "sufficient progress"}),
    (ASSESSMENT, {"weakness": "12", "text": "sufficient progress", "reason": "plans are on time"}),
    (SUMMARY, {"kind": "sentence", "place": "first", "words": "tbc"}),
    (SUMMARY, {"kind": "shout", "place": "1", "words": "Plans are on time.", "role": "TBC"}),
    (LETTERS, {"day": "20 November 2024", "sender": "DfE", "weakness": "6", "wording": "Clear the oldest first."}),
    (LETTERS, {"day": "20 November 2205", "sender": "Ofsted", "weakness": "12", "wording": "tbc", "address": "tbc"}),
    (SUMMARY, {"kind": "alert", "words": "Call the mother of Amy Smith, born 3 March 2015, NHS number 943 476 5919"}),
]


@pytest.mark.parametrize(("form", "values"), ROWS)
def test_words_on_screen_are_told_what_the_same_row_of_a_return_is_told(form, values):
    told = found(form, **values)
    assert told == in_a_return(form, **values)
    assert all(cell in form.headings for _, _, cell, _ in told)


def test_what_is_wrong_is_said_in_the_words_of_returns():
    assert found(COMMENTARY, kpi=KPI, action="Hire two", owner_role="Head of SEND", due="soon") == [
        (
            "date_not_understood",
            Severity.ERROR,
            "Action due date",
            "Plans issued within 20 weeks: Action due date must be a date, like 31 March 2025, got: soon",
        )
    ]


def test_what_says_nothing_or_too_much_is_told_so():
    assert found(COMMENTARY, kpi=KPI, why="  ") == [
        ("nothing_said", Severity.ERROR, "", "Something must be said of Plans issued within 20 weeks, got: nothing")
    ]
    (long,) = check_words(COMMENTARY, Q3, COMMENTARY.typed(kpi=KPI, why="x" * 10_001), TODAY).errors
    assert (long.cell, long.message) == ("Why", "Words must have at most 10,000 signs, got: 10,001")


def test_signs_that_no_database_keeps_are_left_out():
    typed = check_words(COMMENTARY, Q3, COMMENTARY.typed(kpi=KPI, why=" Two\0 left\ud800\r\nin May ", next=" "), TODAY).typed
    assert typed.cells == {"KPI": KPI, "Why": "Two left\nin May"}
    assert typed.stream == 3


@pytest.fixture
def database(empty_store):
    with empty_store() as opened:
        comes(opened, 0)
        yield opened


def test_nothing_is_stored_while_something_must_be_put_right_or_answered(database):
    wrong = check_words(COMMENTARY, Q3, COMMENTARY.typed(kpi=KPI, action="Hire two", due="soon"), TODAY)
    assert write_checked_words(database, wrong, by(reasons="known", at=later(1))).refusal == (
        "It was not stored: 1 answer must be put right. What you typed is not lost."
    )
    asked = check_words(COMMENTARY, Q3, COMMENTARY.typed(kpi=KPI, action="Hire two", owner_role="tbc"), TODAY)
    assert write_checked_words(database, asked, by(at=later(1))).refusal == (
        "It was not stored: 2 queries need a reason. What you typed is not lost."
    )
    assert wordings_of(database) == []
    written = write_checked_words(database, asked, by(reasons="the post is advertised", at=later(1)))
    assert written.refusal == ""
    assert [(each.finding.rule, each.finding.cell, each.reason) for each in answered_of_wording(database, 1, person())] == [
        ("no_answer", "Action owner role", "the post is advertised"),
        ("management_action_incomplete", "Action due date", "the post is advertised"),
    ]


def test_a_letter_is_kept_for_the_quarter_of_its_day_whether_a_return_of_it_came_or_not(database):
    typed = LETTERS.typed(day="2 January 2025", sender="DfE", weakness="6", wording="Clear the oldest first.")
    written = write_checked_words(database, check_words(LETTERS, Q3, typed, TODAY), by(at=later(1)))
    assert (written.wording.quarter, written.wording.about[2]) == (Quarter(2024, 4), (date(2025, 1, 2), "DfE", 6))
    again = check_words(LETTERS, Q3, typed | {"Wording": "Clear all."}, TODAY)
    with pytest.raises(StoreError, match=r"^Whoever changes what is said must say why"):
        write_checked_words(database, again, by(at=later(2)))
