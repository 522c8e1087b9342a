"""Which returns have come, as a table: a row per quarter, a column per workstream."""

from collections.abc import Iterable

from programme.quarter import Quarter
from record.receipts import Receipt
from reports.sentences.receipts import receipt_text
from reports.tables.cells import day_cell
from reports.tables.table import Cell, Column, Table, table_of


def receipts_table(receipts: Iterable[Receipt]) -> Table:
    """Quarter by workstream, newest quarter first."""
    by_quarter: dict[Quarter, dict[int, Receipt]] = {}
    for receipt in receipts:
        by_quarter.setdefault(receipt.quarter, {})[receipt.workstream] = receipt
    streams = sorted({stream for own in by_quarter.values() for stream in own})
    columns = {
        Column("Quarter"): lambda own: str(next(iter(own.values())).quarter),
        Column("Due", "date"): lambda own: day_cell(next(iter(own.values())).due),
    } | {Column(f"Workstream {stream}"): lambda own, stream=stream: _state(own[stream]) for stream in streams}
    ordered = [by_quarter[quarter] for quarter in sorted(by_quarter, reverse=True)]
    return table_of("Returns received, by quarter", columns, ordered)


def _state(receipt: Receipt) -> Cell:
    return Cell(str(receipt.state), receipt_text(receipt))
