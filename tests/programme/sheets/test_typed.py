from datetime import date

import pytest

from programme.sheets.typed import date_typed, number_typed, numbers_typed, plain


@pytest.mark.parametrize("text", ["31 March 2025", "31/03/2025", "2025-03-31", " 31  Mar  2025 "])
def test_a_date_is_read_however_people_write_it(text):
    assert date_typed(text) == date(2025, 3, 31)


@pytest.mark.parametrize("text", ["", "March 2025", "31/31/2025", "tbc"])
def test_what_is_no_date_is_none(text):
    assert date_typed(text) is None


@pytest.mark.parametrize(("text", "number"), [("85%", 85), ("1,080", 1080), ("-2", -2), ("0.5", 0.5), ("0", 0)])
def test_a_number_is_read(text, number):
    assert number_typed(text) == number


@pytest.mark.parametrize("text", ["", "about 80", "1.2.3", "n/a"])
def test_what_is_no_number_is_none_and_not_zero(text):
    assert number_typed(text) is None


@pytest.mark.parametrize(
    ("text", "numbers"),
    [("1; 3", (1, 3)), ("Weaknesses 1 and 3", (1, 3)), ("6", (6,)), ("3, 1, 3", (3, 1)), ("", ()), ("all", ())],
)
def test_a_list_of_numbers_is_read_in_its_order(text, numbers):
    assert numbers_typed(text) == numbers


def test_headings_are_compared_without_capitals_or_invisible_signs():
    assert plain("  Evidence\u200b  Reference: ") == "evidence reference"
