"""Brings a database up to the newest edition: numbered SQL files, each in one transaction with its record."""

from pathlib import Path
from typing import TYPE_CHECKING

from store import moments
from store.errors import newer, not_ours

if TYPE_CHECKING:
    from store.database import Database

MIGRATIONS = Path(__file__).parent / "migrations"


def steps(folder: Path = MIGRATIONS) -> list[Path]:
    """The migrations in order; the first is edition 1."""
    return sorted(folder.glob("[0-9]*.sql"))


def migrate(database: "Database", folder: Path = MIGRATIONS) -> None:
    """Apply what is missing. Raises StoreError for a newer edition or a database of another program."""
    edition, known = _edition(database), steps(folder)
    if edition > len(known):
        raise newer(database.path, edition, len(known))
    for number, step in enumerate(known[edition:], start=edition + 1):
        with database.transaction() as cursor:
            cursor.execute(step.read_text(encoding="utf-8"))
            cursor.execute("INSERT INTO migrations VALUES (?, ?, ?)", [number, step.stem, moments.now()])


def _edition(database: "Database") -> int:
    with database.cursor() as cursor:
        tables = {name for (name,) in cursor.execute("SELECT table_name FROM information_schema.tables").fetchall()}
        if "migrations" in tables:
            return cursor.execute("SELECT coalesce(max(number), 0) FROM migrations").fetchone()[0]
    if tables:
        raise not_ours(database.path, f"a database with the tables {', '.join(sorted(tables))}")
    return 0
