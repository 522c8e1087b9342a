from dataclasses import replace
from datetime import date

from programme.hidden import HIDDEN_WORDS
from reports.sentences.before_after import CAUTION
from reports.tables.before_after import before_after_table
from tests.reports.cells import missing, texts, values
from tests.reports.progress.test_before_after import around


def test_the_table_says_the_same():
    table = before_after_table([around([30, 32, 34, 36, 90, 60, 62])])
    (row,) = texts(table)
    assert row == {
        "What happened": "Hub opens",
        "When": "15 May 2024",
        "Figure before": "36.0% (2023/24 Q4)",
        "Figure after": "60.0% (2024/25 Q2)",
        "Median of the year before": "33.0% (4 known)",
        "Median of the year after": "61.0% (2 known)",
    }
    assert values(table) == [
        {
            "What happened": "Hub opens",
            "When": date(2024, 5, 15),
            "Figure before": 36.0,
            "Figure after": 60.0,
            "Median of the year before": 33.0,
            "Median of the year after": 61.0,
        }
    ]
    assert (table.caption, table.notes) == ("Before and after each event", (CAUTION,))


def test_a_side_without_figures_is_missing():
    table = before_after_table([around([None, None, None, None, 50, 60, 60])])
    assert missing(table) == [{"Figure before": "no figure", "Median of the year before": "no figure"}]


def test_a_hidden_side_has_the_sign_and_its_sentence():
    hidden = replace(around([None, None, None, None, 50, 60, 60]), hidden_before=True)
    table = before_after_table([hidden])
    assert missing(table) == [{"Figure before": HIDDEN_WORDS, "Median of the year before": HIDDEN_WORDS}]
    assert table.notes == (CAUTION, f"c: {HIDDEN_WORDS}.")
