from reports.tables.before_after import before_after_table
from tests.reports.progress.test_before_after import around


def test_the_table_says_the_same():
    (row,) = before_after_table([around([30, 32, 34, 36, 99, 60, 62])]).to_dict("records")
    assert row == {
        "What happened": "Hub opens",
        "When": "15 May 2024",
        "Figure before": "36.0% (2023/24 Q4)",
        "Figure after": "60.0% (2024/25 Q2)",
        "Median of the year before": "33.0% (4 known)",
        "Median of the year after": "61.0% (2 known)",
    }
