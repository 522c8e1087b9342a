from datetime import date

import pytest

from programme.purposes import Purpose, purposes
from reports.language.linked import plain_text
from reports.progress.timescale import NextDue, Timescale, reinspection_window
from reports.sentences.workstream import (
    desired_outcome_text,
    milestone_text,
    progress_before_text,
    timescale_sentence,
    window_sentence,
)
from tests.reports.progress.test_timescale import followed, milestone


def test_what_is_not_known_is_to_be_confirmed():
    assert desired_outcome_text(purposes()[3]) == "to be confirmed against the Written Statement"
    assert progress_before_text(purposes()[3]) == "to be confirmed against the Written Statement"
    assert progress_before_text(purposes()[1]) == (
        "Parents were invited to a questionnaire; forums and drop-in sessions were arranged across the county "
        "(as announced in September 2019; to be confirmed)"
    )
    known = Purpose(3, "Every plan is good", "page 12", "Staff were hired", "page 13")
    assert (desired_outcome_text(known), progress_before_text(known)) == (
        "Every plan is good (page 12)",
        "Staff were hired (page 13)",
    )
    assert desired_outcome_text(Purpose(3, "", "page 12", "", "page 13")) == "to be confirmed (page 12)"


def said(scale: Timescale) -> str:
    return plain_text(timescale_sentence(scale))


def test_the_timescale_says_begin_end_and_what_is_due_next():
    due = NextDue(date(2025, 3, 31), "APP-6.02", "Issue 80% of plans within 20 weeks")
    assert said(Timescale(date(2023, 1, 9), date(2025, 8, 29), due)) == (
        "From 9 January 2023 to 29 August 2025; next due 31 March 2025: APP-6.02, Issue 80% of plans within 20 weeks."
    )
    assert said(Timescale(None, date(2025, 8, 29), None)) == (
        "From a day that is not given to 29 August 2025; nothing is due after this quarter."
    )
    assert said(Timescale(date(2023, 1, 9), None, None)) == (
        "From 9 January 2023, without an end; nothing is due after this quarter."
    )
    assert said(Timescale(None, None, None)) == "No date is on record."


@pytest.mark.parametrize(
    ("changes", "text"),
    [
        ({"reached": "2024-12-20"}, "reached 20 December 2024, 266 days late"),
        ({"reached": "2024-03-28"}, "reached 28 March 2024, 1 day early"),
        ({"reached": "2024-03-29"}, "reached 29 March 2024"),
        ({"forecast": "2025-03-31"}, "expected 31 March 2025, 367 days late"),
        ({"forecast": "2024-12-30"}, "expected 30 December 2024, 1 day ago, and not reached"),
        ({"due": ""}, "not dated"),
    ],
)
def test_a_milestone_says_how_it_stands(changes, text):
    (found,) = followed(milestone(**changes))
    assert milestone_text(found) == text


WINDOW = "Inspectors were to come again between 18 September 2020 and 18 March 2021, 12 to 18 months after approval"


@pytest.mark.parametrize(
    ("on", "rest"),
    [
        (date(2020, 9, 17), "the window opens in 1 day."),
        (date(2020, 9, 18), "the window is open for 181 more days."),
        (date(2021, 3, 18), "the window is open for 0 more days."),
        (date(2021, 6, 30), "the window closed 104 days ago, and they had not come."),
        (date(2022, 9, 30), "they came on 27 September 2022, 558 days after the window had closed."),
    ],
)
def test_the_window_counts_down_as_it_was_then(on, rest):
    assert window_sentence(reinspection_window(on)) == f"{WINDOW}: {rest}"
