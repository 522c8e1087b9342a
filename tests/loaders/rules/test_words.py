import pytest
from hypothesis import given
from hypothesis import strategies as st

from loaders.rules.words import LONGEST_NAME, alike, like, nearest, quarter_meant, quarter_typed, said, written
from programme.quarter import Quarter

AREAS = ("Ashford", "Canterbury", "Folkestone and Hythe")


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Cantebury", "Canterbury"),
        (" ashfrod", "Ashford"),
        ("folkstone & hythe", "Folkestone and Hythe"),
        ("Paris", None),
        ("", None),
        ("Canterbury" * LONGEST_NAME, None),
    ],
)
def test_the_nearest_name(text, expected):
    assert nearest(text, AREAS) == expected


def test_a_name_that_has_all_the_words_of_another_or_lends_it_its_own_is_like_it():
    assert like("Value", ["Area", "Value 2024/25 Q4"]) == "Value 2024/25 Q4"
    assert like("Forecast completion", ["Actual", "Forecast"]) == "Forecast"
    assert like("Area", ["Araea", "The whole area"]) == "Araea"
    assert like("Status", ["Leave Status blank where the status above applies"]) is None
    assert like("Status", ["", "Note"]) is None


@given(st.text())
def test_the_nearest_name_is_one_of_the_names(text):
    assert nearest(text, AREAS) in (*AREAS, None)


@pytest.mark.parametrize(
    ("holds", "got", "meant", "expected"),
    [
        ("Area must be known", "Ashfrod", "Ashford", "Area must be known: did you mean Ashford? got: Ashfrod"),
        ("Area must be known", "Paris", None, "Area must be known, got: Paris"),
        ("Area must be known", None, None, "Area must be known, got: nothing"),
        ("It must be above 0", 0, None, "It must be above 0, got: 0"),
        ("It must be short", "x" * 120, None, f"It must be short, got: {'x' * 120}"),
        ("It must be short", "x" * 32_767, None, f"It must be short, got: {'x' * 119}…"),
    ],
)
def test_a_message_says_what_must_hold_and_what_was_found(holds, got, meant, expected):
    assert said(holds, got, meant) == expected


@pytest.mark.parametrize(
    ("number", "expected"),
    [
        (0, "0"),
        (1234, "1,234"),
        (12.5, "12.5"),
        (-3.0, "-3"),
        (0.1 + 0.2, "0.3"),
        (100, "100"),
        (1e300, "1e+300"),
        (549.9999999999, "549.9999999999"),
        (1e-9, "1e-09"),
    ],
)
def test_a_number_in_words(number, expected):
    assert written(number) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Q3 2024/25", "2024/25 Q3"),
        ("2024/2025 Quarter 3", "2024/25 Q3"),
        ("2024/25Q3", "2024/25 Q3"),
        ("2024/26 Q3", "2024/25 Q3"),
        ("Q3 2024", "2024/25 Q2, 2024/25 Q3 or 2023/24 Q3"),
        ("2024/25 Q5", None),
        ("spring", None),
    ],
)
def test_the_quarter_that_was_meant(text, expected):
    assert quarter_meant(text) == expected


def test_the_quarter_that_is_typed():
    assert quarter_typed("2024/25 Q3") == Quarter(2024, 3)
    assert quarter_typed("2024/26 Q3") is None


LATE = "Status must be Red, because its date has passed"
AGREED = "Baseline must stay {}, as agreed ({})"


@pytest.mark.parametrize(
    ("message", "shared", "hint"),
    [
        (f"APP-1.13: {LATE}, got: Green", LATE, ""),
        (
            "Plans issued, excluding exceptions, Ashford must be about 40 (version 3, Figures!D4), got: 410",
            "must be about # (…)",
            "",
        ),
        (f"APP-6.01: {AGREED.format('31 March 2025', 'version 3')}, got: 1 May 2025", AGREED.format("#", "…"), ""),
        ("Area must be one of Kent's: did you mean Ashford? got: Ashfrod", "Area must be one of Kent's", "Ashford"),
        ("something without a word of that kind", "something without a word of that kind", ""),
    ],
)
def test_what_messages_of_one_cause_share(message, shared, hint):
    assert alike(message) == (shared, hint)
