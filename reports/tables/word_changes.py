"""The rows of words that would come, change or go, as a table."""

from collections.abc import Iterable

from reports.language.grammar import would_change
from reports.progress.word_changes import WordChange
from reports.sentences.word_changes import row_name, said_anew, turn_told
from reports.tables.table import Column, Table, table_of


def words_table(changes: Iterable[WordChange], *, accepted: bool = False) -> Table:
    """A line per row, with what it would say in the place of what; once it is `accepted`, what it says."""
    became, says = ("What happened to it", "What it says") if accepted else ("What becomes of it", "What it would say")
    columns = {
        Column("Sheet"): lambda change: change.sheet.name,
        Column("Quarter"): lambda change: str(change.row.quarter),
        Column("Row"): row_name,
        Column(became): lambda change: turn_told(change.turn, 1, accepted),
        Column(says): said_anew,
    }
    return table_of(f"Words that {would_change(accepted)}", columns, changes)
