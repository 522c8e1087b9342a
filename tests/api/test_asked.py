from datetime import UTC, datetime

import pytest

from api.asked import SETS, TAKES, FeedAsked, feed_asked
from programme.areas import KENT, area_named
from programme.quarter import Quarter
from reports.sentences.entries import dictionary_entries

Q3 = Quarter.parse("2024/25 Q3")


def test_nothing_said_is_the_newest_quarter_of_everything():
    assert feed_asked("results", "csv", []) == FeedAsked("results", "csv")
    assert feed_asked("results", "csv", [("quarter", " "), ("area", ""), ("page", "")]) == FeedAsked("results", "csv")
    assert [feed_asked(name, "json", []).file_name for name in SETS] == [f"{name}.json" for name in SETS]


def test_everything_that_can_be_said():
    said = [("quarter", "2024/25 Q3"), ("area", "kent"), ("kpi", "plans_within_20_weeks"), ("as_at", "2025-03-31")]
    found = feed_asked("results", "csv", [*said, ("page", "2"), ("rows", "100"), ("look_as", "reader")])
    moment = datetime(2025, 3, 31, 22, 59, 59, 999999, tzinfo=UTC)
    assert found == FeedAsked("results", "csv", Q3, False, KENT, "plans_within_20_weeks", moment, 2, 100)


@pytest.mark.parametrize("said", ["Swale", " swale ", "E07000113", "e07000113"])
def test_an_area_is_asked_by_name_or_code(said):
    assert feed_asked("changes", "csv", [("area", said)]).area == area_named("Swale")


def test_every_quarter_of_one_measure_or_one_area():
    found = feed_asked("results", "csv", [("quarter", "All"), ("area", "Kent")])
    assert (found.every, found.quarter) == (True, None)


@pytest.mark.parametrize(
    ("name", "said", "sentence"),
    [
        ("results", [("quarter", "Q3")], "A quarter is written like 2021/22 Q3, got: Q3"),
        (
            "results",
            [("area", "Atlantis")],
            "An area must be Kent, one of its districts or NHS Kent and Medway ICB, got: Atlantis. Nothing was given.",
        ),
        (
            *("results", [("area", "England")]),
            "An area must be Kent, one of its districts or NHS Kent and Medway ICB, got: England. Nothing was given.",
        ),
        ("results", [("kpi", "fun")], "A KPI must be one of the dictionary's, got: fun. Nothing was given."),
        ("results", [("page", "0")], "A page must be a whole number from 1, got: 0. Nothing was given."),
        ("results", [("page", "x")], "A page must be a whole number from 1, got: x. Nothing was given."),
        (
            *("results", [("rows", "5001")]),
            "Rows of a page must be a whole number from 1 to 5000, got: 5001. Nothing was given.",
        ),
        (
            *("results", [("colour", "red")]),
            "What is asked of results must be among quarter, area, kpi, as_at, page, rows, look_as, got: colour. "
            "Nothing was given.",
        ),
        (
            *("dictionary", [("as_at", "2025-03-31")]),
            "What is asked of dictionary must be among quarter, kpi, page, rows, look_as, got: as_at. Nothing was given.",
        ),
        (
            *("results", [("kpi", "a"), ("kpi", "b")]),
            "What is asked must be said once, got: kpi several times. Nothing was given.",
        ),
        (
            *("results", [("quarter", "all")]),
            "All quarters can be asked of one measure or of one area, got: of all of both. Add kpi=… or area=…. "
            "Nothing was given.",
        ),
        (
            *("changes", [("quarter", "all")]),
            "Only results can be asked of all quarters, got: changes. Name one quarter. Nothing was given.",
        ),
        (
            *("results", [("as_at", "yesterday")]),
            "A moment is written like 2025-03-31, 31/03/2025 or 2025-03-31T09:30, got: yesterday",
        ),
    ],
)
def test_what_is_not_understood_is_a_sentence(name, said, sentence):
    with pytest.raises(ValueError) as refused:
        feed_asked(name, "csv", said)
    assert str(refused.value) == sentence


def test_every_measure_can_be_asked_for_wherever_measures_can():
    kpi = dictionary_entries()[0].kpi.id
    assert [feed_asked(name, "csv", [("kpi", kpi)]).kpi for name in SETS if "kpi" in TAKES[name]] == [kpi] * 4
