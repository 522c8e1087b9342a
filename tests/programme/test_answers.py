import pytest

from plumbing.reference import rows
from programme.answers import answer_typed, is_answer


@pytest.mark.parametrize(
    "text",
    [
        *("", " ", "-", "—", "–", ".", "..", "…", "?", "???", "/", "*", "0", "00", "x", "X", "xx", "XXX", "zzz"),
        *("TBC", "tbc.", "T.B.C.", "(tbc)", "[TBC]", "tba", "TBD", "n/a", "N/A", "N.A.", "n / a", "na", "None", "none yet"),
        *("nil", "See above", "as above", "ditto", "to follow", "To  follow\n", "To be confirmed", "to be appointed"),
        *("TBC – awaiting minutes", "to follow in May", "n/a at this stage", "not yet available", "Pending sign-off"),
        *("no", "unknown", "vacant", "vacant post", "to\u00a0be\u00a0confirmed", "t\u200bbc"),
    ],
)
def test_what_holds_a_place_is_no_answer(text):
    assert (is_answer(text), answer_typed(text)) == (False, "")


@pytest.mark.parametrize(
    "text",
    [
        *(
            "DOC-12",
            "12",
            "A",
            "Head of SEND",
            "Minutes, May",
            "Tbaker",
            "NHS lead",
            "Nottingham report",
            "None of the above",
        ),
        *(
            "checked with the team",
            "Yes",
            "ok",
            "no further delay",
            "Naomi House contract",
            "0.5 posts",
            "None of the above",
        ),
    ],
)
def test_what_says_something_is_an_answer(text):
    assert is_answer(text)


def test_an_answer_is_kept_without_the_spaces_around_it():
    assert answer_typed("  DOC-12 \n") == "DOC-12"


def test_every_line_of_the_list_is_no_answer():
    assert [row["words"] for row in rows("non_answers") if is_answer(row["words"])] == []
    assert {row["followed"] for row in rows("non_answers")} == {"yes", "no"}
