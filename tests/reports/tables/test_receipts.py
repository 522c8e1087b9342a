from datetime import UTC, datetime

from programme.quarter import Quarter
from record.receipts import receipts
from reports.tables.receipts import receipts_table
from tests.reports.build import a_version, records_of

Q3 = Quarter.parse("2024/25 Q3")
AFTER = datetime(2025, 3, 1, tzinfo=UTC)


def test_the_table_has_a_row_per_quarter_with_its_due_day():
    table = receipts_table(receipts(records_of(versions=[a_version()]), [Q3 - 1, Q3], AFTER))
    assert list(table.columns) == ["Quarter", "Due", *(f"Workstream {number}" for number in range(1, 6))]
    assert table.iloc[0].tolist()[:3] == ["2024/25 Q3", "5 February 2025", "✓ received on time (20 January 2025)"]
    assert table.iloc[1]["Workstream 1"] == "✗ missing (due 4 November 2024)"
