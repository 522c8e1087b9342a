"""Which returns have come, as a table: a row per quarter, a column per workstream."""

from collections.abc import Iterable
from itertools import groupby

from programme.quarter import Quarter
from record.receipts import Receipt, State
from reports.language.linked import plain_text
from reports.sentences.receipts import history_text, receipt_linked
from reports.tables.cells import BLANK, day_cell
from reports.tables.table import Cell, Column, Table, table_of


def receipts_table(receipts: Iterable[Receipt]) -> Table:
    """Quarter by workstream, newest quarter first."""
    return _table([[own] for own in _by_quarter(receipts)])


def receipts_in_short(receipts: Iterable[Receipt]) -> Table:
    """Quarter by workstream, newest first; quarters that all came with the history workbook are one row."""
    runs = groupby(_by_quarter(receipts), key=_from_history)
    return _table([run for history, own in runs for run in ([list(own)] if history else [[each] for each in own])])


ByWorkstream = dict[int, Receipt]
"""A quarter's receipt for each workstream."""


def _by_quarter(receipts: Iterable[Receipt]) -> list[ByWorkstream]:
    rows: dict[Quarter, ByWorkstream] = {}
    for receipt in receipts:
        rows.setdefault(receipt.quarter, {})[receipt.workstream] = receipt
    return [rows[quarter] for quarter in sorted(rows, reverse=True)]


def _from_history(row: ByWorkstream) -> bool:
    return all(each.state is State.HISTORY for each in row.values())


def _table(runs: Iterable[list[ByWorkstream]]) -> Table:
    rows = list(runs)
    streams = sorted({stream for run in rows for row in run for stream in row})
    columns = {
        Column("Quarter"): _quarters,
        Column("Due", "date"): lambda run: BLANK if len(run) > 1 else day_cell(_any(run[0]).due),
    } | {
        Column(f"Workstream {stream}"): lambda run, stream=stream: _state([row[stream] for row in run]) for stream in streams
    }
    return table_of("Returns received, by quarter", columns, rows)


def _any(row: ByWorkstream) -> Receipt:
    return next(iter(row.values()))


def _quarters(run: list[ByWorkstream]) -> str:
    newest, oldest = _any(run[0]).quarter, _any(run[-1]).quarter
    return str(newest) if newest == oldest else f"{oldest} to {newest}, {len(run)} quarters"


def _state(receipts: list[Receipt]) -> Cell:
    first = receipts[0]
    told = receipt_linked(first) if len(receipts) == 1 else (history_text(receipts),)
    return Cell(str(first.state), plain_text(told), linked=told)
