"""Brings a database up to the newest edition: numbered SQL files, each in one transaction with its record."""

from contextlib import AbstractContextManager
from pathlib import Path
from typing import Protocol

import duckdb

from store import moments
from store.errors import newer, not_ours

MIGRATIONS = Path(__file__).parent / "migrations"
_TABLES = "SELECT table_name FROM information_schema.tables WHERE table_schema = current_schema()"


class Migrated(Protocol):
    """What is brought up to date: an open database, of whatever engine."""

    path: Path

    def cursor(self) -> AbstractContextManager[duckdb.DuckDBPyConnection]:
        """A cursor of one's own."""

    def transaction(self) -> AbstractContextManager[duckdb.DuckDBPyConnection]:
        """All of it or nothing."""


def steps(folder: Path = MIGRATIONS) -> list[Path]:
    """The migrations in order; the first is edition 1."""
    return sorted(folder.glob("[0-9]*.sql"))


def migrate(database: Migrated, folder: Path = MIGRATIONS) -> None:
    """Apply what is missing. Raises StoreError for a newer edition or a database of another program."""
    edition, known = _edition(database), steps(folder)
    if edition > len(known):
        raise newer(database.path, edition, len(known))
    for number, step in enumerate(known[edition:], start=edition + 1):
        with database.transaction() as cursor:
            cursor.execute(step.read_text(encoding="utf-8"))
            cursor.execute("INSERT INTO migrations VALUES (?, ?, ?)", [number, step.stem, moments.now()])


def _edition(database: Migrated) -> int:
    with database.cursor() as cursor:
        tables = {name for (name,) in cursor.execute(_TABLES).fetchall()}
        if "migrations" in tables:
            return cursor.execute("SELECT coalesce(max(number), 0) FROM migrations").fetchone()[0]
    if tables:
        raise not_ours(database.path, f"a database with the tables {', '.join(sorted(tables))}")
    return 0
