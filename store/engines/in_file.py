"""The store in a file of this machine, by DuckDB: hands out cursors, the connection itself is never shared."""

import os
import threading
from collections import Counter, defaultdict
from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager, closing, contextmanager, suppress
from pathlib import Path

import duckdb

from store.engines.engine import WRITING, Database
from store.engines.file_cursor import FileCursor
from store.engines.gate import Gate
from store.engines.migrate import copied_before, edition_of, migrate, recorded_edition, steps
from store.engines.on_disk import kept_on_disk
from store.errors import StoreError, explained, no_file, older, unknown_kind
from store.place import Place

# One thread a question, that of who asks: handing small ones round among several takes longer than answering them. Nor is it
# thought over in what order tables are joined, which values they can hold or what is asked twice: that takes a quarter of
# answering small ones, and the large ones are said in the order that serves them.
SETTINGS = {"memory_limit": "1GB", "threads": 1, "disabled_optimizers": "join_order,statistics_propagation,common_subplan"}
# A return is text that strangers typed: nothing in it can make the database read, write or fetch another file.
LOCKED_DOWN = (
    "SET allowed_directories = ['{backups}']",
    "SET enable_external_access = false",
    "SET lock_configuration = true",
)

PRIVATE = 0o077  # what others than the owner may do with what we write: nothing

OUR_MISTAKES = (duckdb.ProgrammingError, duckdb.DataError, duckdb.IntegrityError, duckdb.NotSupportedError)

LOG_LEFT = "The database {path} must be closed before it is exchanged, got: one with a log beside it. Nothing was changed."
NOT_SURELY_KEPT = (
    "The file {path} was exchanged for another, and must be kept by the disk also if the power goes, got: {cause}. What was "
    "asked for is done. Have the disk looked at."
)

_opening = threading.Lock()
_stored: Counter[Path] = Counter()  # by who holds WRITING
_marks: defaultdict[tuple[Path, str], threading.Lock] = defaultdict(threading.Lock)


class FileDatabase(Database):
    """One process at a time can hold the file, unless all only read."""

    engine_errors = (duckdb.Error,)

    def __init__(self, path: Path):
        super().__init__(Place(path), read_only=_only_readable(path))
        self.path = path
        self._connection = duckdb.connect(str(path), read_only=self.read_only, config=SETTINGS)
        self._gate = Gate()
        self._types: dict[str, list[str]] = {}  # of tables, which stay as they are once it is up to date

    @classmethod
    def opened(cls, place: Place, *, create: bool) -> "FileDatabase":
        """Open (or create) the file and bring it up to date, as `Database.open` does."""
        if place.file is None:
            raise unknown_kind(place)
        path = place.file.absolute()
        if not create and not path.exists():
            raise StoreError(
                f"The database must be a file that is there, got: {path}, which is not. Name it with --database or "
                "WSOA_DATABASE, or load a return first. Nothing was created."
            )
        with _opening, _sentences(path):
            database = cls.not_migrated(path)
            try:
                database._bring_up_to_date()
            except BaseException:
                database.close()
                raise
        return database

    @classmethod
    def not_migrated(cls, path: Path) -> "FileDatabase":
        """The file as it is, or a new one without any table, locked down, its owner's only. Raises as the engine does."""
        os.umask(PRIVATE)  # for good: the engine makes its log and its temporary files whenever it needs them
        path.parent.mkdir(parents=True, exist_ok=True)
        database = cls(path)
        try:
            if not database.read_only:
                _keep_private(path)
            database._lock_down()
        except BaseException:
            database.close()
            raise
        return database

    def _bring_up_to_date(self) -> None:
        """To the newest edition; what exists is copied before. The file is closed for that: a closed one is whole."""
        edition = self._edition()
        if edition == len(steps()):
            return
        if not 0 < edition < len(steps()):
            migrate(self)
            return
        if self.read_only:
            raise older(self.place, edition, len(steps()))
        with self.cursor() as cursor:
            cursor.execute("CHECKPOINT")
        self._connection.close()
        copy = copied_before(self.path, edition)
        self._connect()
        migrate(self, copy=copy)

    def _edition(self) -> int:
        """As `edition_of` says it; which tables there are takes long to ask where a file was opened just now."""
        with self.cursor() as cursor:
            try:
                return recorded_edition(cursor)
            except duckdb.CatalogException:
                return edition_of(cursor, self.place)

    @contextmanager
    def cursor(self) -> Iterator[FileCursor]:
        """One of one's own: threads that share a connection get one another's rows, without any error."""
        with self._gate.passing(), _sentences(self.path), closing(FileCursor(self._connection, self._types)) as cursor:
            yield cursor

    @contextmanager
    def reading(self) -> Iterator[FileCursor]:
        """A cursor that sees one state, in a transaction that only reads."""
        with self.cursor() as cursor:
            cursor.execute("BEGIN TRANSACTION READ ONLY")
            try:
                yield cursor
            finally:
                with suppress(duckdb.Error):
                    cursor.rollback()

    @contextmanager
    def marked(self, mark: str) -> Iterator[bool]:
        """Among the threads of this process, which alone holds the file."""
        held = _marks[self.path, mark]
        ours = held.acquire(blocking=False)
        try:
            yield ours
        finally:
            if ours:
                held.release()

    def is_marked(self, mark: str) -> bool:
        """Whether a thread of this process holds it."""
        return _marks[self.path, mark].locked()

    def _all_or_nothing(self, _: float) -> AbstractContextManager[FileCursor]:
        """One process holds the file, and in it nobody else writes."""
        return self.transaction_of_a_new_file()

    @contextmanager
    def _storing(self) -> Iterator[None]:
        try:
            yield
        finally:
            _stored[self.path] += 1

    @property
    def stored(self) -> int:
        """How many times anything was stored in this file, by whomever of this process, which alone holds it."""
        return _stored[self.path]

    @contextmanager
    def transaction_of_a_new_file(self) -> Iterator[FileCursor]:
        """All of it or nothing, where nobody else can write: in a file that nobody knows yet, or by who holds the lock."""
        with self.cursor() as cursor:
            cursor.begin()
            try:
                yield cursor
                # After an error, COMMIT rolls back and says nothing; any other statement then refuses to run.
                cursor.execute("SELECT 1")
                cursor.commit()
            except BaseException:
                with suppress(duckdb.Error):
                    cursor.rollback()
                raise

    @contextmanager
    def exchanging(self) -> Iterator[Callable[[Path, Callable[[str], str]], None]]:
        """Nobody else writes, and a whole file may take the place of this one. Raises StoreError, as `transaction` does.

        Given the new file, closed and on the disk, and what becomes of words, it waits for who reads, and exchanges the two
        in one step. What waits to be logged is reworded with it: nothing that was noted before comes into the new file.
        """
        self.refuse_read_only()
        with WRITING, _sentences(self.path):
            yield self._exchange

    def _exchange(self, made: Path, reworded: Callable[[str], str]) -> None:
        with self.cursor() as cursor:
            cursor.execute("CHECKPOINT")
        with self._gate.closed():
            self._connection.close()
            try:
                if self.path.with_name(f"{self.path.name}.wal").exists():  # it would be played into the new file
                    raise StoreError(LOG_LEFT.format(path=self.path), self.path)
                made.replace(self.path)
                self.exchanged += 1
                self._keep_anew()
                _stored[self.path] += 1
                self.looks.reword(reworded)
            finally:  # whatever failed, nobody comes in before it is locked down
                self._connect()
        try:
            kept_on_disk(self.path.parent)
        except OSError as error:
            raise StoreError(NOT_SURELY_KEPT.format(path=self.path, cause=error.strerror), self.path) from error

    def _disconnect(self) -> None:
        self._connection.close()

    def _connect(self) -> None:
        """Again, after the file was closed."""
        self._connection = duckdb.connect(str(self.path), config=SETTINGS)
        self._lock_down()

    def _lock_down(self) -> None:
        """Once per file: a second opening in the same process finds the settings locked already."""
        with closing(self._connection.cursor()) as cursor:
            (locked,) = cursor.execute("SELECT current_setting('lock_configuration')").fetchone()
            if not locked:
                for setting in LOCKED_DOWN:
                    cursor.execute(setting.format(backups=str(self.backups).replace("'", "''")))


def in_a_file(database: Database, must: str, instead: str) -> FileDatabase:
    """The same, known to be a file, as it `must`. Raises StoreError, which says what to do `instead`."""
    if not isinstance(database, FileDatabase):
        raise no_file(database.place, must, instead)
    return database


def _only_readable(path: Path) -> bool:
    """Whether a file that is there cannot be written, or its folder cannot, where the engine keeps its log."""
    if not path.is_file():
        return False
    effective = os.access in os.supports_effective_ids
    return not all(os.access(each, os.W_OK, effective_ids=effective) for each in (path, path.parent))


def _keep_private(path: Path) -> None:
    """The file and its log for their owner only; somebody else's file stays as its owner has it."""
    for each in (path, path.with_name(f"{path.name}.wal")):
        with suppress(FileNotFoundError, PermissionError):
            each.chmod(0o600)


@contextmanager
def _sentences(path: Path) -> Iterator[None]:
    """What a person can put right becomes a StoreError; a mistake in our own SQL stays what it is."""
    try:
        yield
    except OUR_MISTAKES:
        raise
    except (duckdb.Error, OSError) as error:
        raise explained(error, path) from error
