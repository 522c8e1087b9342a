from datetime import date

import pytest

from tests.loaders.rules.one_change import Row, all_of, answered, nothing, typed

TOLD = "Take it out, or say why it may be read by everybody who reads the return. It is not repeated here"


def test_a_note_that_names_a_child_is_asked_about_and_not_repeated():
    row = Row("", typed("plans_issued", "Kent", "one late: pupil Oliver, born 3 May 2015", heading="Note"), ())
    ((rule, place, message),) = row.found
    assert (rule, place) == ("personal_data", "Figures!F15")
    assert message == f"Words must not point to one child, got: a date of birth and a first name beside a child. {TOLD}"


def test_an_answer_of_the_cover_is_read_too():
    row = Row("", answered("Prepared by", "mother of the child Oliver"), ())
    assert [(rule, place) for rule, place, _ in row.found] == [("personal_data", "Cover!B8")]
    assert Row("", answered("Data as at", date(2025, 3, 31)), ()).found == ()


@pytest.mark.parametrize("text", ["two plans were late", "corrected on 3 May 2024"])
def test_ordinary_words_are_not(text):
    assert Row("", typed("plans_issued", "Kent", text, heading="Note"), ()).found == ()


def test_a_clean_return_points_to_nobody():
    assert Row("", all_of(nothing), ()).found == ()
