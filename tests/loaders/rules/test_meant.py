from datetime import date

import pytest

from loaders.reading.workbook import Kind, Typed
from loaders.rules.meant import date_meant, number_meant, two_numbers, weaknesses_meant


@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        ("7,5", "7.5"),
        ("1.250", "1250 or 1.25"),
        ("1.250,5", "1250.5"),
        ("1.250.000", "1250000"),
        ("1'250", "1250"),
        ("1O0", "100"),
        ("l2", "12"),
        ("0.125", None),
        ("1,250", None),
        ("about 80", None),
        ("Oil", None),
        ("", None),
    ],
)
def test_a_number_typed_in_another_way_is_guessed(typed, meant):
    assert number_meant(typed) == meant


@pytest.mark.parametrize(
    ("typed", "two"), [("1.250", True), ("33.333%", True), ("0.125", False), ("1.25", False), ("1250.125", False)]
)
def test_three_digits_after_a_point_may_be_thousands(typed, two):
    assert two_numbers(typed) is two


@pytest.mark.parametrize(
    "typed",
    [
        *("31.3.2025", "31-03-2025", "31/3/25", "2025/03/31", "31-Mar-25", "31st March 2025", "March 31, 2025", "45747"),
        *("Mon 31 March 2025", "2025-03-31 00:00:00", "2025-03-31T00:00:00", "03/31/2025", "31/03/2025 14:30"),
    ],
)
def test_a_date_typed_in_another_way_is_guessed(typed):
    assert date_meant(typed) == "31 March 2025"


@pytest.mark.parametrize("typed", ["", "spring", "2025", "Q4", "1250", "99999", "31/04/2025", "March 2025"])
def test_what_may_be_any_day_is_not_guessed(typed):
    assert date_meant(typed) is None


def cell(kind, value) -> Typed:
    return Typed("B2", 2, 2, kind, value)


@pytest.mark.parametrize(
    ("kind", "value", "meant"),
    [
        (Kind.NUMBER, 67.0, "6; 7"),
        (Kind.NUMBER, 6.7, "6; 7"),
        (Kind.TEXT, "6 7", "6; 7"),
        (Kind.TEXT, "6-8", "6; 7; 8"),
        (Kind.TEXT, "weaknesses 6 to 8", "6; 7; 8"),
        (Kind.DATE, date(2025, 7, 6), "6; 7"),
        (Kind.DATE, date(2025, 12, 31), None),
        (Kind.NUMBER, 66.0, None),
        (Kind.TEXT, "8-6", None),
        (Kind.TEXT, "all", None),
        (Kind.TEXT, "6; 10", None),
    ],
)
def test_weaknesses_that_excel_or_a_person_ran_together_are_guessed(kind, value, meant):
    assert weaknesses_meant(cell(kind, value)) == meant
