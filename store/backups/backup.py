"""Copies the whole store to Parquet files that any tool can read, and makes a database of such a copy again.

Nothing of a copy is ever run: tables are made by our own migrations and filled by our own statements.
"""

import shutil
import tempfile
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager, suppress
from datetime import UTC, datetime
from graphlib import TopologicalSorter
from hashlib import sha256
from pathlib import Path

import duckdb

from plumbing.kept import Kept
from programme.access import Deed, Person, demand
from programme.log import Logged
from store.backups.carrying import OpenStore, carry, moved_tables, refuse_filled
from store.backups.manifest import BackupManifest, CopiedTable, configured_key, hash_of, trusted_manifest, write_manifest
from store.cursor import Cursor
from store.database import Database, Place, place_named
from store.engines.in_file import FileDatabase
from store.engines.migrate import make_tables, migrate, recorded_edition, steps
from store.engines.on_disk import kept_on_disk, put_in_place
from store.errors import Busy, StoreError, explained, not_restored
from store.log import log
from store.returns import drafts
from store.rows.tables import ColumnNames, columns_by_table, quoted_name, quoted_path, rows_by_table

_TABLES = "SELECT table_name FROM duckdb_tables() WHERE NOT internal AND schema_name = current_schema() ORDER BY table_name"
_REFERENCES = "SELECT table_name, referenced_table FROM duckdb_constraints() WHERE constraint_type = 'FOREIGN KEY'"
_AT_ONCE = 1 << 20  # bytes
MAKING = ".making-"
"""How the name of a copy begins that is not whole yet."""

NOT_AS_WRITTEN = (
    "A copy must hold what was written, got: {name}, which reads otherwise, so that the disk of {folder} may be failing. "
    "That copy is not kept, and nothing of the store is changed. Try again, and have the disk looked at."
)
BEING_COPIED = (
    "Only one copy is made at a time, got: somebody else who makes one, of {place}. Try again once it is done. "
    "Nothing was changed."
)
COPYING = "copying"
LEFT_OUT = frozenset({*drafts.TABLES, "one_time_links", "sessions", "tokens", "backup_runs"})
"""Tables that no copy holds and nothing restores: drafts, what opens a door now and must not open it again later, and which
backups were made here."""

MOST_EDITIONS = 4
_own_tables = Kept(MOST_EDITIONS)  # by edition: the tables that our migrations make


def back_up(database: Database, person: Person) -> Path:
    """Write a copy, as it is at this moment, to a new folder in `backups` beside the database; return that folder.

    It gets its name once it was read again and found to hold what the manifest says. Only whoever runs this can read it.
    Raises NotAllowed where the person may not, and StoreError.
    """
    folder = copied_out(database, person)
    with suppress(StoreError), database.transaction() as cursor:  # a copy of what can only be read is made all the same
        log.log_deed(cursor, Logged.BACKED_UP, person, folder.name)
    return folder


def copied_out(database: Database, person: Person) -> Path:
    """A backup that is not logged: the same also of an edition that had no log. Raises as `back_up` does."""
    demand(person, Deed.BACK_UP)
    now = datetime.now(UTC)
    folder = database.backups / f"{database.place.stem}-{now:%Y-%m-%d-%H%M%S-%f}"
    try:
        with database.marked(COPYING) as ours:
            if not ours:
                raise Busy(BEING_COPIED.format(place=database.place), database.place)
            database.backups.mkdir(mode=0o700, parents=True, exist_ok=True)
            for left in database.backups.glob(f"{MAKING}{database.place.stem}-*"):  # of a process that was killed
                shutil.rmtree(left, ignore_errors=True)
            _made_as(folder, database, now)
    except OSError as error:
        raise explained(error, folder) from error
    return folder


def _made_as(folder: Path, database: Database, now: datetime) -> None:
    """The copy under its name, once it is whole. Raises OSError and StoreError, and leaves nothing then."""
    making = folder.with_name(f"{MAKING}{folder.name}")
    making.mkdir(mode=0o700)
    try:
        with _as_a_file(database, making) as (held, whole):
            _copy_out(held, whole, now)
        whole.rename(folder)
        kept_on_disk(folder.parent)
    finally:
        shutil.rmtree(making, ignore_errors=True)


@contextmanager
def _as_a_file(database: Database, making: Path) -> Iterator[tuple[FileDatabase, Path]]:
    """The store as a file, and the folder that may be written from it. A server's is carried into one of our own, as it
    is at one moment and a batch at a time; others write meanwhile."""
    if isinstance(database, FileDatabase):
        yield database, making
        return
    with FileDatabase.not_migrated(making / "held.duckdb") as held:
        with database.reading() as source, held.transaction_of_a_new_file() as target:
            make_tables(target, recorded_edition(source))
            carry(
                OpenStore(database, source),
                OpenStore(held, target),
                copied_tables(target),
                "copied",
                Place(making.parent),
            )
        held.backups.mkdir(mode=0o700)
        yield held, held.backups


def _copy_out(database: FileDatabase, folder: Path, now: datetime) -> None:
    key = configured_key()
    with database.reading() as cursor:
        rows = rows_by_table(cursor, copied_tables(cursor))
        files = {f"{table}.parquet": _copied(cursor, table, held, folder) for table, held in rows.items()}
        manifest = BackupManifest(
            edition=recorded_edition(cursor),
            newest_change=_newest_change(cursor, columns_by_table(cursor)),
            made_at=now.isoformat(),
            sealed=bool(key),
            files=files,
        )
    write_manifest(folder, manifest, key)
    _read_again(database, folder, key)


def _read_again(database: FileDatabase, folder: Path, key: bytes) -> None:
    """Hold what the disk has against the manifest, as restoring would, and let nobody else read it. Raises StoreError."""
    manifest = trusted_manifest(folder, hash_of(folder), key)
    files = {str(folder / name): expected for name, expected in manifest.files.items()}
    # Rows are counted only in files that have their hash: the engine breaks over others in words of its own.
    whole = [path for path, expected in files.items() if hash_of_file(Path(path)) == (expected.size, expected.sha256)]
    with database.cursor() as cursor:
        rows = _rows_read(cursor, whole)
    for path, expected in files.items():
        if rows.get(path) != expected.rows:
            raise StoreError(NOT_AS_WRITTEN.format(name=Path(path).name, folder=folder), folder)
    for path in folder.iterdir():
        path.chmod(0o600)
        kept_on_disk(path)
    kept_on_disk(folder)


def _rows_read(cursor: Cursor, paths: list[str]) -> dict[str, int]:
    """How many rows each file has, asked at once: asking takes longer than counting. One that is no table has none."""
    try:
        return dict(cursor.execute("SELECT file_name, num_rows FROM parquet_file_metadata(?)", [paths]).fetchall())
    except duckdb.Error:
        one_by_one = [_rows_read(cursor, [path]) for path in paths] if len(paths) > 1 else []
        return {path: rows for each in one_by_one for path, rows in each.items()}


def _copied(cursor: Cursor, table: str, rows: int, folder: Path) -> CopiedTable:
    path = folder / f"{table}.parquet"
    cursor.execute(f"COPY {quoted_name(table)} TO '{quoted_path(path)}' (FORMAT parquet)")
    return CopiedTable(rows, *hash_of_file(path))


def hash_of_file(path: Path) -> tuple[int, str]:
    """The size in bytes and the SHA-256 of a file."""
    with path.open("rb") as file:
        digest = sha256()
        while part := file.read(_AT_ONCE):
            digest.update(part)
        return file.tell(), digest.hexdigest()


def restore(folder: Path, named: Place | Path | str, person: Person, manifest_hash: str = "") -> Database:
    """Make a new database in the file named, or fill an empty one of a server, from a copy that a key or the hash of its
    manifest vouches for.

    Raises NotAllowed where the person may not, and StoreError: one stands there, the copy is not what backup wrote.
    """
    demand(person, Deed.RESTORE)
    place = place_named(named)
    if place.file and (place.file.exists() or place.file.is_symlink()):
        raise StoreError(
            f"A backup is restored to a new file, got: {place.file.absolute()}, which exists. Name another. "
            "Nothing was changed."
        )
    try:
        manifest = trusted_manifest(folder, manifest_hash, configured_key())
        _refuse_other_files(folder, manifest)
        beside = place.file.absolute().parent if place.file else place.backups
        beside.mkdir(mode=0o700, parents=True, exist_ok=True)
        with tempfile.TemporaryDirectory(prefix=".restoring-", dir=beside) as work:
            if place.file:
                put_in_place(_made(folder, manifest, Path(work), person), place.file.absolute())
            else:
                _fill(place, lambda: _made(folder, manifest, Path(work), person))
    except OSError as error:
        raise not_restored(folder, "it must be readable and the new file's folder writable", str(error.strerror)) from error
    except duckdb.Error as error:
        raise not_restored(folder, "its files must fit the tables of its edition", " ".join(str(error).split())) from error
    return Database.open(place)


def _fill(place: Place, make: Callable[[], Path]) -> None:
    """Carry a file that `make` gives into an empty database, in one transaction."""
    with Database.open(place) as there, there.transaction() as target:
        refuse_filled(target, place, "A backup is restored")
        with FileDatabase.opened(Place(make()), create=False) as made, made.reading() as source:
            carry(OpenStore(made, source), OpenStore(there, target), moved_tables(source), "restored", place)


def _refuse_other_files(folder: Path, manifest: BackupManifest) -> None:
    got = {path.name for path in folder.iterdir()}
    if manifest.edition not in range(1, len(steps()) + 1):
        known = f"it must be of edition {len(steps())} or earlier (a later one needs a newer release of WSoA Monitor)"
        raise not_restored(folder, known, f"edition {manifest.edition}")
    for name in sorted(manifest.names - got):
        raise not_restored(folder, f"it must hold the file {name}", "none")
    for name in sorted(got - manifest.names):
        raise not_restored(folder, "it must hold the files of its manifest and no other", name)


def _made(folder: Path, manifest: BackupManifest, work: Path, person: Person) -> Path:
    """A database in `work`, of tables that we made and of rows whose files were held against the manifest while copied."""
    place = Place(work / "restored.duckdb")
    place.backups.mkdir(mode=0o700)
    held = {name: _held_against(folder / name, expected, place.backups) for name, expected in manifest.files.items()}
    with FileDatabase.not_migrated(place.file) as database:
        with database.transaction() as cursor:
            columns = tables_made(cursor, manifest.edition)
            tables = [table for table in columns if table not in LEFT_OUT]
            if {f"{table}.parquet" for table in tables} != set(manifest.files):
                raise not_restored(folder, f"it must hold the tables {', '.join(tables)}", ", ".join(manifest.files))
            for table in tables:
                name = f"{table}.parquet"
                _load(cursor, table, columns[table], held[name], folder, manifest.files[name])
            _refuse_another_state(cursor, columns, manifest, folder)
        migrate(database)
        with database.transaction() as cursor:
            log.log_deed(cursor, Logged.RESTORED, person, f"the backup {folder.name}, made at {manifest.made_at}")
        return database.path


def _held_against(path: Path, expected: CopiedTable, to: Path) -> Path:
    """The file, copied to where nobody else can change it; its hash is of what was copied."""
    if path.is_symlink() or not path.is_file():
        raise not_restored(path.parent, f"{path.name} must be a file", "something else")
    digest, copy = sha256(), to / path.name
    with path.open("rb") as source, copy.open("wb") as target:
        while part := source.read(_AT_ONCE):
            digest.update(part)
            target.write(part)
        size = source.tell()
    if size != expected.size:
        raise not_restored(path.parent, f"{path.name} must be {expected.size:,} bytes long", f"{size:,}: it was altered")
    if digest.hexdigest() != expected.sha256:
        raise not_restored(path.parent, f"{path.name} must have the hash of the manifest", "another: it was altered")
    return copy


def _load(cursor: Cursor, table: str, columns: Iterable[str], file: Path, folder: Path, expected: CopiedTable) -> None:
    names = ", ".join(map(quoted_name, columns))
    loaded = f"INSERT INTO {quoted_name(table)} ({names}) SELECT {names} FROM read_parquet(?)"
    (rows,) = cursor.execute(loaded, [str(file)]).fetchone()
    if rows != expected.rows:
        raise not_restored(folder, f"{file.name} must hold {expected.rows:,} rows", f"{rows:,}")


def _refuse_another_state(cursor: Cursor, columns: ColumnNames, manifest: BackupManifest, folder: Path) -> None:
    got = recorded_edition(cursor), _newest_change(cursor, columns)
    if got != (manifest.edition, manifest.newest_change):
        told = "it must hold edition {} and changes up to {}"
        raise not_restored(folder, told.format(manifest.edition, manifest.newest_change), "edition {}, {}".format(*got))


def copied_tables(cursor: Cursor) -> list[str]:
    """Every table that is copied, those that others refer to before the others."""
    return [table for table in every_table(cursor) if table not in LEFT_OUT]


def every_table(cursor: Cursor) -> list[str]:
    """Every table, those that others refer to before the others."""
    needs: dict[str, set[str]] = {table: set() for (table,) in cursor.execute(_TABLES).fetchall()}
    for table, referred in cursor.execute(_REFERENCES).fetchall():
        needs[table] |= {referred} - {table}
    return list(TopologicalSorter(needs).static_order())


def tables_made(cursor: Cursor, edition: int) -> ColumnNames:
    """Make the tables of an edition in a new file, as `make_tables` does; their columns, in the order of `every_table`.

    An edition always has the same ones, and a new file takes as long to name them as to make them: the first is asked.
    """
    make_tables(cursor, edition)
    return _own_tables.answer(edition, lambda: _columns_in_order(cursor))


def _columns_in_order(cursor: Cursor) -> ColumnNames:
    columns = columns_by_table(cursor)
    return {table: columns[table] for table in every_table(cursor)}


def _newest_change(cursor: Cursor, columns: ColumnNames) -> int:
    """The largest `change` in any table: what the ledger says, asked so that it can be asked of every edition."""
    counted = [table for table, names in columns.items() if "change" in names]
    newest = " UNION ALL ".join(f"SELECT max(change) AS change FROM {quoted_name(table)}" for table in counted)
    return cursor.execute(f"SELECT coalesce(max(change), 0) FROM ({newest}) AS stored").fetchone()[0]
