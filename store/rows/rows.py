"""Adds many rows at once: one statement with a list per column, far faster than a statement per row."""

from collections.abc import Iterable, Sequence

from store.cursor import Cursor


def insert(cursor: Cursor, table: str, rows: Iterable[Sequence]) -> int:
    """Add `rows`, whose values stand in the order of the table's columns, and return how many there were."""
    columns = [list(column) for column in zip(*rows, strict=True)]
    if not columns:
        return 0
    lists = ", ".join(f"unnest(?::{kind}[])" for kind in cursor.types(table))
    cursor.execute(f"INSERT INTO {table} SELECT {lists}", columns)
    return len(columns[0])
