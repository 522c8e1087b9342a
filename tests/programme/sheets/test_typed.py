from datetime import date

import pytest

from programme.sheets.typed import date_typed, listed_typed, no_such_day, number_typed, numbers_typed, plain, whole_typed


@pytest.mark.parametrize("text", ["31 March 2025", "31/03/2025", "2025-03-31", " 31  Mar  2025 "])
def test_a_date_is_read_however_people_write_it(text):
    assert date_typed(text) == date(2025, 3, 31)


@pytest.mark.parametrize("text", ["", "March 2025", "31/31/2025", "tbc"])
def test_what_is_no_date_is_none(text):
    assert date_typed(text) is None


@pytest.mark.parametrize(
    ("text", "why"),
    [
        ("30/02/2025", "February 2025 has 28 days"),
        ("29/02/1900", "February 1900 has 28 days"),
        ("31 September 2025", "September 2025 has 30 days"),
        ("31st Sept 25", "September 2025 has 30 days"),
        ("2025-02-30 09:30", "February 2025 has 28 days"),
        ("0/3/2025", "March 2025 has 31 days"),
        ("12/13/2025", "months go from 1 to 12"),
    ],
)
def test_a_day_that_there_is_not_is_told_from_what_is_no_day(text, why):
    assert (date_typed(text), no_such_day(text)) == (None, why)


@pytest.mark.parametrize("text", ["29/02/2024", "31 March 2025", "tbc", "31 Marvel 2025", "1/2/3/4", "30.5", "12-10-8", ""])
def test_of_a_day_and_of_what_is_none_nothing_is_said(text):
    assert no_such_day(text) == ""


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


@pytest.mark.parametrize(
    "typed", ["Measure", "measure", " MEASURE ", "Measure:", "Measure *", "Mea\u00adsure", "\ufeffMeasure", "Measure\xa0"]
)
def test_a_heading_is_matched_whatever_its_capitals_spaces_and_invisible_signs(typed):
    assert plain(typed) == "measure"


def test_words_stay_apart_by_one_space():
    assert plain("Data  as\xa0at\n") == "data as at"
    assert plain("Dataasat") != plain("Data as at")


@pytest.mark.parametrize(
    ("text", "number"), [("1,080", 1080), ("85%", 85), ("4.0", 4), ("4.5", None), ("many", None), ("", None)]
)
def test_half_a_person_is_no_whole_number(text, number):
    assert whole_typed(text) == number


def test_a_list_stands_between_commas_semicolons_or_lines():
    assert listed_typed(" Transport;Equipment service,\nTransport ") == ("Transport", "Equipment service")
    assert listed_typed(" ; ") == ()
