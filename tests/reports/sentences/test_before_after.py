from dataclasses import replace

from reports.sentences.before_after import CAUTION, before_after_sentence
from tests.reports.progress.test_before_after import around


def test_both_sides_are_said_with_their_quarter_and_median():
    assert before_after_sentence(around([30, 32, 34, 36, 90, 60, 62])) == (
        "Hub opens (15 May 2024). Before it: 36.0% in 2023/24 Q4, median of 4 quarters 33.0%. "
        "After it: 60.0% in 2024/25 Q2, median of 2 quarters 61.0%."
    )


def test_without_figures_there_is_nothing_to_set_against():
    found = around([None, None, None, None, 50, 60, 60])
    assert "Before it: no figure within a year." in before_after_sentence(found)


def test_nobody_reads_cause_into_it():
    words = f"{CAUTION} {before_after_sentence(around([30, 32, 34, 36, 50, 60, 62]))}".casefold()
    assert "does not show what brought it about" in words
    assert not {"because", "led to", "effect", "thanks to", "due to", "impact"} & {
        word for word in ("because", "led to", "effect", "thanks to", "due to", "impact") if word in words
    }


def test_a_hidden_side_is_said_to_be_hidden():
    found = replace(around([None, None, None, None, 50, 60, 60]), hidden_before=True)
    assert "Before it: c. Hidden so that no child can be recognised, directly or by subtraction." in before_after_sentence(
        found
    )
