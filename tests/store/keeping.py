"""What a store keeps, to be held against what another does."""

from store.backups.carrying import moved_tables
from store.database import Database


def kept(database: Database, *without: str) -> dict[str, list]:
    """Every row of every table that moves, but for the log's: a move adds one."""
    with database.reading() as cursor:
        tables = [table for table in moved_tables(cursor) if table not in ("log", "log_end", *without)]
        return {table: sorted(map(repr, cursor.execute(f'SELECT * FROM "{table}"').fetchall())) for table in tables}
