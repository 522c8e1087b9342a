from datetime import UTC, datetime

from programme.quarter import Quarter
from programme.symbols import Status
from record.receipts import receipts
from reports.sentences.receipts import expected_text, receipt_text, receipts_list
from tests.reports.build import a_version, records_of
from tests.reports.progress.test_changes import found

Q3 = Quarter.parse("2024/25 Q3")
AFTER = datetime(2025, 3, 1, tzinfo=UTC)


def test_missing_returns_are_said_with_the_day_they_were_due():
    told = found(versions=(a_version(1, workstreams=(1, 2, 3, 4)),), now=AFTER)
    assert receipts_list(told.missing) == ["Workstream 5: ✗ missing (due 5 February 2025)"]


def test_provisional_and_superseded_returns_say_so():
    versions = [a_version(1, status=Status.FINAL), a_version(2, status=Status.PROVISIONAL)]
    receipt = receipts(records_of(versions=versions), [Q3], AFTER)[0]
    assert receipt_text(receipt) == "✓ received on time (20 January 2025, provisional, 1 superseded)"


def test_what_is_expected_next_is_said_with_its_day():
    assert expected_text(Q3 + 1, AFTER) == "Expected next: the returns for 2024/25 Q4, which are due by 8 May 2025."
    assert expected_text(Q3, AFTER) == "Expected next: the returns for 2024/25 Q3, which were due by 5 February 2025."
