"""Names of tables, columns and files, as SQL takes them."""

from pathlib import Path

from store.cursor import Cursor

_COLUMNS = """
    SELECT column_name FROM information_schema.columns WHERE table_schema = current_schema() AND table_name = ?
    ORDER BY ordinal_position
"""


def column_names(cursor: Cursor, table: str) -> list[str]:
    """The names of a table's columns, in their order."""
    return [column for (column,) in cursor.execute(_COLUMNS, [table]).fetchall()]


def quoted_name(identifier: str) -> str:
    """A name as SQL takes it, whatever signs it has."""
    doubled = identifier.replace('"', '""')
    return f'"{doubled}"'


def quoted_path(path: Path) -> str:
    """A path as it stands between single quotes."""
    return str(path).replace("'", "''")
