import pytest

from programme.access import Role
from reports.progress.digest import stands_of
from reports.sentences.digest import (
    FIRST,
    SAYS_ONCE,
    digest_headline,
    digest_introduction,
    digest_parts,
    gone_sentence,
    stand_sentence,
)
from tests.reports.meetings import ASKED, TO_DO, held

RATED = "rating plans_within_20_weeks"


@pytest.fixture
def stands():
    return stands_of(held(ASKED, TO_DO), [Role.CHAIR])


def test_a_headline_counts_what_it_tells():
    assert digest_headline("chair", 3, {"a": (None, "1")}) == "Digest 3 for the chair: 1 change"
    assert digest_headline("chair", 4, {"a": ("1", "2"), "b": (None, "1")}) == "Digest 4 for the chair: 2 changes"


def test_the_first_says_that_it_is_the_first():
    assert digest_introduction({"a": (None, "1")}) == f"{SAYS_ONCE} {FIRST}"
    assert digest_introduction({"a": ("1", "2"), "b": (None, "1")}) == SAYS_ONCE


def test_a_rating_says_what_was_told_before(stands):
    assert stand_sentence(stands[RATED], None) == "Plans issued within 20 weeks: amber, at 58.0% for 2024/25 Q3."
    assert stand_sentence(stands[RATED], "red") == (
        "Plans issued within 20 weeks: amber, at 58.0% for 2024/25 Q3; told before: red."
    )
    assert stand_sentence(stands[RATED], "gone") == "Plans issued within 20 weeks: amber, at 58.0% for 2024/25 Q3."


def test_what_is_told_stands_under_headings_each_thing_once(stands):
    news = {"on record M1-4": (None, "x"), RATED: ("red", "amber"), "risk R-01": ("12", "gone")}
    assert digest_parts(news, stands) == {
        "Ratings of Kent": ["Plans issued within 20 weeks: amber, at 58.0% for 2024/25 Q3; told before: red."],
        "What boards asked, decided and agreed": [
            "M1-4 Follow-up on Plans within 20 weeks: Head of SEND: “Fill two posts.” To be done by 14 February 2025. "
            "Not done."
        ],
        "No longer there": ["Risk R-01: it was withdrawn, its plan has ended, or it is returned no longer."],
    }


def test_a_rating_that_is_gone_goes_by_the_title_of_its_kpi():
    assert gone_sentence(RATED) == "Plans issued within 20 weeks is rated no longer."
    assert gone_sentence("rating of_old") == (
        "Rating of_old: it was withdrawn, its plan has ended, or it is returned no longer."
    )
