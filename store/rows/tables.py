"""Names of tables, columns and files, as SQL takes them."""

from collections.abc import Iterable, Mapping
from pathlib import Path

from store.cursor import Cursor

_COLUMNS = """
    SELECT table_name, column_name FROM information_schema.columns WHERE table_schema = current_schema()
    AND table_catalog = current_database()
    ORDER BY table_name, ordinal_position
"""

ColumnNames = Mapping[str, list[str]]
"""The names of the columns of each table, in their order."""


def columns_by_table(cursor: Cursor) -> ColumnNames:
    """The names of the columns of every table that is kept, in their order; a table of this connection alone is none.

    Of all at once: an engine reads all of them for one table.
    """
    columns: dict[str, list[str]] = {}
    for table, column in cursor.execute(_COLUMNS).fetchall():
        columns.setdefault(table, []).append(column)
    return columns


def rows_by_table(cursor: Cursor, tables: Iterable[str]) -> dict[str, int]:
    """How many rows each of some tables has, asked at once: of a small one, asking takes longer than counting."""
    named = dict(enumerate(tables))
    counts = (f"SELECT {number}, count(*) FROM {quoted_name(table)}" for number, table in named.items())
    return {named[number]: rows for number, rows in cursor.execute(" UNION ALL ".join(counts)).fetchall()}


def quoted_name(identifier: str) -> str:
    """A name as SQL takes it, whatever signs it has."""
    doubled = identifier.replace('"', '""')
    return f'"{doubled}"'


def quoted_path(path: Path) -> str:
    """A path as it stands between single quotes."""
    return str(path).replace("'", "''")
