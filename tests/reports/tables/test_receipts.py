from datetime import UTC, date, datetime

from programme.quarter import Quarter
from record.receipts import receipts
from reports.tables.receipts import receipts_in_short, receipts_table
from tests.reports.build import a_version, records_of
from tests.reports.cells import texts, values

Q3 = Quarter.parse("2024/25 Q3")
AFTER = datetime(2025, 3, 1, tzinfo=UTC)


def test_the_table_has_a_row_per_quarter_with_its_due_day():
    table = receipts_table(receipts(records_of(versions=[a_version()]), [Q3 - 1, Q3], AFTER))
    assert list(table.headings) == ["Quarter", "Due", *(f"Workstream {number}" for number in range(1, 6))]
    assert list(texts(table)[0].values())[:3] == ["2024/25 Q3", "5 February 2025", "✓ received on time (20 January 2025)"]
    assert texts(table)[1]["Workstream 1"] == "✗ missing (due 4 November 2024)"
    assert table.caption == "Returns received, by quarter"
    assert list(values(table)[0].values())[:3] == ["2024/25 Q3", date(2025, 2, 5), "received on time"]


def test_quarters_that_all_came_with_the_history_workbook_are_one_row(demonstration_records):
    found = receipts(demonstration_records, Quarter(2019, 1).to(Q3), AFTER)
    short, whole = texts(receipts_in_short(found)), texts(receipts_table(found))
    assert [row["Quarter"] for row in short] == [
        *(row["Quarter"] for row in whole[:4]),
        "2019/20 Q1 to 2023/24 Q3, 19 quarters",
    ]
    assert (len(whole), short[-1]["Due"]) == (23, "")
    assert short[-1]["Workstream 4"].startswith("▤ from the history workbook (")
    assert short[:4] == whole[:4]
