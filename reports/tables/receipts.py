"""Which returns have come, as a table: a row per quarter, a column per workstream."""

from collections.abc import Iterable

import pandas as pd

from programme.moment import day_text
from programme.quarter import Quarter
from record.receipts import Receipt
from reports.sentences.receipts import receipt_text


def receipts_table(found: Iterable[Receipt]) -> pd.DataFrame:
    """Quarter by workstream, newest quarter first."""
    by_quarter: dict[Quarter, dict[str, str]] = {}
    for receipt in found:
        row = by_quarter.setdefault(receipt.quarter, {"Quarter": str(receipt.quarter), "Due": day_text(receipt.due)})
        row[f"Workstream {receipt.workstream}"] = receipt_text(receipt)
    return pd.DataFrame([by_quarter[quarter] for quarter in sorted(by_quarter, reverse=True)])
