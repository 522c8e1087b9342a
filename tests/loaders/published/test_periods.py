from datetime import date

import pytest

from loaders.published.periods import UNDERSTOOD, period_of, period_wanted


@pytest.mark.parametrize(
    ("identifier", "text", "period"),
    [
        ("Calendar year", "2024", ("calendar year", "2024")),
        ("CALENDAR YEAR", "2024", ("calendar year", "2024")),
        ("Academic year", "202324", ("academic year", "2023/24")),
        ("Financial year", "199900", None),
        ("Financial year", "202325", None),
        ("Academic year", "2024", None),
        ("January census", "2025", ("January census", "2025")),
        ("June", "2024", ("month", "2024-06")),
        ("June", "202406", None),
        ("Calendar year", "2024/25", None),
        ("Calendar year", "٢٠٢٤", None),
        ("Calendar year", "1999", None),
        ("Calendar year", str(date.today().year + 2), None),
        ("Calendar year", "", None),
    ],
)
def test_a_period_is_read_as_the_project_writes_it(identifier, text, period):
    assert period_of(identifier, text) == period


def test_what_is_understood_is_told_in_words():
    assert list(dict.fromkeys(UNDERSTOOD.values())) == [
        "Calendar year",
        "Academic year",
        "Financial year",
        "January census",
        "a month such as June",
    ]


def test_what_a_period_must_be_is_told_of_its_own_kind_and_its_years():
    last = date.today().year + 1
    assert period_wanted("Calendar year") == f"a year between 2010 and {last}, where time_identifier is Calendar year"
    assert period_wanted("June") == f"a year between 2010 and {last}, where time_identifier is June"
    assert period_wanted("Financial year") == (
        f"two years written like 202324, the first of them between 2010 and {last}, where time_identifier is Financial year"
    )
