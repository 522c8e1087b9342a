"""Brings a database up to the newest edition: numbered SQL files, each in one transaction with its record.

Those that make an empty one are all in the same: it is there whole or not at all.
"""

import os
from contextlib import AbstractContextManager
from datetime import UTC, datetime
from pathlib import Path
from typing import Protocol

from store import moments
from store.cursor import Cursor
from store.engines.on_disk import named_on_disk
from store.errors import migration_failed, newer, not_ours
from store.place import Place

MIGRATIONS = Path(__file__).parent / "migrations"
_TABLES = "SELECT table_name FROM information_schema.tables WHERE table_schema = current_schema()"
_NEW = os.O_WRONLY | os.O_CREAT | os.O_EXCL | getattr(os, "O_BINARY", 0)
_AT_ONCE = 1 << 20  # bytes


class Migrated(Protocol):
    """What is brought up to date: an open database, of whatever engine."""

    place: Place
    engine_errors: tuple[type[Exception], ...]

    def cursor(self) -> AbstractContextManager[Cursor]:
        """A cursor of one's own."""

    def transaction(self) -> AbstractContextManager[Cursor]:
        """All of it or nothing."""

    def step_text(self, text: str) -> str:
        """The SQL of a migration, as this engine is told it."""


def steps(folder: Path | None = None) -> list[Path]:
    """The migrations in order; the first is edition 1."""
    return sorted((folder or MIGRATIONS).glob("[0-9]*.sql"))


def migrate(database: Migrated, folder: Path | None = None, *, copy: Path | None = None) -> None:
    """Apply what is missing, up to the newest edition. `copy` is of the file as it was before.

    Raises StoreError for a newer edition, a database of another program, and a step that fails.
    """
    with database.cursor() as cursor:
        edition = edition_of(cursor, database.place)
    known = steps(folder)
    if edition > len(known):
        raise newer(database.place, edition, len(known))
    missing = list(enumerate(known, start=1))[edition:]
    for together in [[each] for each in missing] if edition else [missing]:
        _take(database, together, copy)


def _take(database: Migrated, numbered: list[tuple[int, Path]], copy: Path | None) -> None:
    """Apply some steps in one transaction, but for those that another process took first. Raises StoreError."""
    (first, step), *_ = numbered
    try:
        with database.transaction() as cursor:
            reached = edition_of(cursor, database.place) if first == 1 else recorded_edition(cursor)
            for number, step in numbered:
                if number > reached:
                    cursor.execute(database.step_text(step.read_text(encoding="utf-8")))
                    cursor.execute("INSERT INTO migrations VALUES (?, ?, ?)", [number, step.stem, moments.now()])
    except (*database.engine_errors, ValueError, OSError) as error:
        raise migration_failed(database.place, step.stem, error, copy) from error


def make_tables(cursor: Cursor, edition: int) -> None:
    """Make the tables of an edition, empty, in a new file that nobody knows yet: all in the one transaction of `cursor`, as
    there is nothing to go back to. The record of the steps comes with the rows, from where those are copied."""
    for step in steps()[:edition]:
        cursor.execute(step.read_text(encoding="utf-8"))


def edition_of(cursor: Cursor, place: Place) -> int:
    """The number of the last migration, 0 for an empty file. Raises StoreError for a database of another program."""
    tables = {name for (name,) in cursor.execute(_TABLES).fetchall()}
    if "migrations" in tables:
        return recorded_edition(cursor)
    if tables:
        raise not_ours(place, f"a database with the tables {', '.join(sorted(tables))}")
    return 0


def recorded_edition(cursor: Cursor) -> int:
    """The number of the last migration, where one was recorded. Which tables there are takes ten times as long to ask."""
    return cursor.execute("SELECT coalesce(max(number), 0) FROM migrations").fetchone()[0]


def copied_before(path: Path, edition: int) -> Path:
    """A copy of a closed database file, beside it, named by its edition and this moment, which only its owner can read.

    It bears its name once it is whole. Raises OSError.
    """
    copy = path.with_name(f"{path.stem}-edition-{edition}-{datetime.now(UTC):%Y-%m-%d-%H%M%S-%f}{path.suffix}")
    making = copy.with_name(f"{copy.name}.part")
    try:
        with path.open("rb") as source, os.fdopen(os.open(making, _NEW, 0o600), "wb") as target:
            while part := source.read(_AT_ONCE):
                target.write(part)
            target.flush()
            os.fsync(target.fileno())
        named_on_disk(making, copy)
    except BaseException:
        making.unlink(missing_ok=True)
        raise
    return copy
