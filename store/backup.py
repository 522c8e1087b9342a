"""Copies the whole store to Parquet files that any tool can read, and makes a database of such a copy again."""

from datetime import UTC, datetime
from pathlib import Path

import duckdb

from programme.access import Deed, Person, demand
from store.database import Database, Place, file_at, place_named
from store.errors import StoreError, explained


def back_up(database: Database, person: Person) -> Path:
    """Write a copy, as it is at this moment, to a new folder in `backups` beside the database; return that folder.

    Raises NotAllowed where the person may not, and StoreError.
    """
    demand(person, Deed.BACK_UP)
    folder = database.backups / f"{database.path.stem}-{datetime.now(UTC):%Y-%m-%d-%H%M%S-%f}"
    try:
        folder.mkdir(parents=True)
    except OSError as error:
        raise explained(error, folder) from error
    with database.cursor() as cursor:
        cursor.execute(f"EXPORT DATABASE '{_quoted(folder)}' (FORMAT parquet)")
    return folder


def restore(folder: Path, named: Place | Path | str, person: Person) -> Database:
    """Make a new database in the file named, from a copy.

    Raises NotAllowed where the person may not, and StoreError: one stands there, the copy is not whole.
    """
    demand(person, Deed.RESTORE)
    path = file_at(place_named(named))
    if path.exists():
        raise StoreError(
            f"A backup is restored to a new file, got: {path}, which exists. Name another. Nothing was changed."
        )
    try:
        with duckdb.connect(str(path)) as connection:
            connection.execute(f"IMPORT DATABASE '{_quoted(folder)}'")
    except duckdb.Error as error:
        path.unlink(missing_ok=True)
        raise StoreError(
            f"The backup {folder} must be whole, got: {error}. Choose another. Nothing was restored."
        ) from error
    return Database.open(path)


def _quoted(path: Path) -> str:
    return str(path).replace("'", "''")
