from pathlib import Path

from kpis.back_test import ENOUGH_ORIGINS, HELD_ENOUGH, NOMINAL, Trial, dated, next_tried, trials


def test_annual_and_quarterly_figures_are_tried_from_every_starting_point():
    assert [(each.basis, each.ahead, each.origins, each.held) for each in trials()] == [
        ("A", 1, 144, 132),
        ("A", 2, 144, 109),
        ("A", 3, 144, 89),
        ("Q", 1, 27, 23),
        ("Q", 2, 27, 22),
        ("Q", 3, 27, 18),
    ]


def test_a_date_lies_only_where_forecasts_were_tried_enough_and_held():
    assert dated("A") == (1,)
    assert dated("Q") == dated("MS") == ()
    assert all(trial.origins >= ENOUGH_ORIGINS and trial.share >= HELD_ENOUGH for trial in trials()[:1])


def test_the_share_that_held_is_set_against_what_was_said():
    assert Trial("A", 1, 40, 38).share == NOMINAL


def test_what_was_never_tried_is_none():
    assert next_tried("Q").origins == 27
    assert next_tried("R12M") is None


def test_the_page_that_prints_them_says_what_was_found():
    page = (Path(__file__).parents[2] / "docs" / "back-test.md").read_text(encoding="utf-8")
    rows = [[cell.strip() for cell in line.split("|")[1:-1]] for line in page.splitlines() if line.startswith("| ")][1:]
    names = {"A": "annual", "Q": "quarterly"}
    assert [row[:5] for row in rows] == [
        [names[each.basis], str(each.ahead), str(each.origins), f"{NOMINAL:.0%}", f"{each.share:.1%} ({each.held})"]
        for each in trials()
    ]
    assert [row[5] == "yes" for row in rows] == [each.ahead in dated(each.basis) for each in trials()]
