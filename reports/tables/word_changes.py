"""The rows of words that would come, change or go, as a table."""

from collections.abc import Iterable

from reports.progress.word_changes import WordChange
from reports.sentences.word_changes import row_name, said_anew
from reports.tables.table import Column, Table, table_of


def words_table(changes: Iterable[WordChange]) -> Table:
    """A line per row, with what it would say in the place of what."""
    columns = {
        Column("Sheet"): lambda change: change.sheet.name,
        Column("Quarter"): lambda change: str(change.row.quarter),
        Column("Row"): row_name,
        Column("What becomes of it"): lambda change: str(change.turn),
        Column("What it would say"): said_anew,
    }
    return table_of("Words that would change", columns, changes)
