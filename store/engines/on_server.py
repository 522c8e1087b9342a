"""The store on a PostgreSQL server, by psycopg and its pool: several processes may hold it at once."""

import logging
import re
import threading
from collections.abc import Iterator
from contextlib import contextmanager, suppress

import psycopg
from psycopg.conninfo import conninfo_to_dict, make_conninfo
from psycopg_pool import ConnectionPool, PoolTimeout

from store.cursor import Cursor
from store.engines.engine import BEING_WRITTEN, Database
from store.engines.migrate import edition_of, migrate, steps
from store.engines.server_cursor import ServerCursor
from store.engines.server_errors import UNCERTAIN, explained_by_server, is_mistake
from store.errors import Busy, StoreError, older
from store.place import Place

MOST_CONNECTIONS = 16  # of each of the two pools
LONGEST_WAIT = 5.0  # seconds for a connection
RECONNECTING = 3.0  # seconds until a try is given up, after which whoever asks next begins another
CONNECTING = 5  # seconds until a server that does not answer is given up
NOTICED = {"keepalives_idle": 10, "keepalives_interval": 5, "keepalives_count": 3, "tcp_user_timeout": 20_000}
"""After how long a way that was cut is noticed here: seconds, seconds, times, and milliseconds."""

SESSION = """
    SET TIME ZONE 'UTC'; SET client_encoding = 'UTF8'; SET idle_in_transaction_session_timeout = '1h';
    SET tcp_keepalives_idle = 20; SET tcp_keepalives_interval = 5; SET tcp_keepalives_count = 3; SET enable_nestloop = off
"""
"""What each connection is told first. The server lets go of the lock of a writer who is gone or hangs. Of the lists that we
hand in it knows nothing, takes them for short, and would go through each of them again for every figure."""

TURN = "SELECT pg_advisory_xact_lock(7305, hashtext(current_schema()))"
"""One writer at a time, in each schema of a database: waited for first, or numbers read before are old ones."""

MARK = "SELECT pg_try_advisory_lock(7306, hashtext(concat_ws('.', current_schema(), %s::TEXT)))"
UNMARK = "SELECT pg_advisory_unlock(7306, hashtext(concat_ws('.', current_schema(), %s::TEXT)))"
IS_MARKED = """
    SELECT EXISTS(
        SELECT 1 FROM pg_locks WHERE locktype = 'advisory' AND granted AND classid = 7306
            AND database = (SELECT oid FROM pg_database WHERE datname = current_database())
            AND objid = hashtext(concat_ws('.', current_schema(), %s::TEXT))::OID
    )
"""
"""A mark is held by a connection, and goes with it."""

EARLIEST = 140_000  # the edition of the server: 14
_ASKED_FIRST = """
    SELECT current_schema(), current_setting('server_encoding'), current_setting('server_version_num')::INTEGER,
        pg_is_in_recovery() OR current_setting('default_transaction_read_only')::BOOLEAN
        OR NOT coalesce(has_table_privilege(to_regclass('versions'), 'INSERT'), true)
"""
NOT_AN_ADDRESS = (
    "The address of a database must be like postgresql://name:password@host:5432/database, got: one that is written "
    "otherwise. Name another with --database or WSOA_DATABASE. Nothing was created."
)
UNFIT = "The database {place} must {must}, got: {got}. Name another in WSOA_DATABASE. Nothing was changed."
CROWDED = (
    "At most {most} at once can ask the database {place} from here, got: as many who did for {seconds:.0f} seconds. "
    "Try again in a moment. Nothing was lost."
)
EMPTY = (
    "The database must hold a store, got: {place}, which is empty. Name another with --database or WSOA_DATABASE, or load a "
    "return first. Nothing was created."
)

_LOG = logging.getLogger("psycopg.pool")
_LOG.addHandler(logging.NullHandler())  # what it would say is said in a sentence, to whoever asked


class ServerDatabase(Database):
    """Processes wait for one another's transactions by a lock of the server. Whoever reads waits for nobody."""

    engine_errors = (psycopg.Error,)

    def __init__(self, place: Place, connecting: str, *, read_only: bool):
        super().__init__(place, read_only=read_only)
        self._pool, self._inner = _pool(connecting, 1), _pool(connecting, 0)
        self._own = threading.local()

    @classmethod
    def opened(cls, place: Place, *, create: bool) -> "ServerDatabase":
        """Reach the store and bring it up to date, as `Database.open` does."""
        connecting = _connecting(place)
        with _sentences(place):
            read_only = _looked_at(connecting, place)
            database = cls(place, connecting, read_only=read_only)
            try:
                database._bring_up_to_date(create=create)
            except BaseException:
                database.close()
                raise
        return database

    def _bring_up_to_date(self, *, create: bool) -> None:
        with self.cursor() as cursor:
            edition = edition_of(cursor, self.place)
        if not edition and not create:
            raise StoreError(EMPTY.format(place=self.place), self.place)
        if self.read_only and edition < len(steps()):
            raise older(self.place, edition, len(steps()))
        if edition != len(steps()):
            migrate(self)

    def step_text(self, text: str) -> str:
        """Migration 0003 asks for the order in which rows were kept, of tables that are empty here."""
        return re.sub(r"\browid\b", "ctid", text)

    @contextmanager
    def cursor(self) -> Iterator[Cursor]:
        """One of one's own, by a connection that is lent: each question sees the newest state."""
        with _sentences(self.place), self._lent() as connection:
            yield ServerCursor(connection)

    @contextmanager
    def reading(self) -> Iterator[Cursor]:
        """A cursor that sees one state, in a transaction that only reads."""
        with _sentences(self.place), self._lent() as connection:
            connection.execute("BEGIN ISOLATION LEVEL REPEATABLE READ READ ONLY")
            try:
                yield ServerCursor(connection)
            finally:
                with suppress(psycopg.Error):
                    connection.execute("ROLLBACK")

    def batches(self, cursor: Cursor, query: str, most: int) -> Iterator[list[tuple]]:
        """The server keeps what is not fetched yet; otherwise all of it would come at once."""
        return cursor.batches(query, most)

    @contextmanager
    def marked(self, mark: str) -> Iterator[bool]:
        """Among all processes, by a lock of the server."""
        with _sentences(self.place), self._lent() as connection:
            (ours,) = connection.execute(MARK, [mark]).fetchone()
            try:
                yield ours
            finally:
                if ours:
                    with suppress(psycopg.Error):
                        connection.execute(UNMARK, [mark])

    def is_marked(self, mark: str) -> bool:
        """Whether any process holds it."""
        with _sentences(self.place), self._lent() as connection:
            return connection.execute(IS_MARKED, [mark]).fetchone()[0]

    @contextmanager
    def _all_or_nothing(self, longest: float) -> Iterator[Cursor]:
        with _sentences(self.place), self._lent() as connection:
            connection.execute("BEGIN ISOLATION LEVEL READ COMMITTED READ WRITE")
            try:
                self._wait_for_turn(connection, longest)
                yield ServerCursor(connection)
                # After an error, COMMIT rolls back and says nothing; any other statement then refuses to run.
                connection.execute("SELECT 1")
            except BaseException:
                with suppress(psycopg.Error):
                    connection.execute("ROLLBACK")
                raise
            self._commit(connection)

    def _wait_for_turn(self, connection: psycopg.Connection, longest: float) -> None:
        try:
            if longest >= 0:
                connection.execute(f"SET LOCAL lock_timeout = {max(1, round(longest * 1_000))}")
            connection.execute(TURN)
            if longest >= 0:
                connection.execute("SET LOCAL lock_timeout = 0")
        except psycopg.errors.LockNotAvailable:
            raise Busy(BEING_WRITTEN, self.place) from None

    def _commit(self, connection: psycopg.Connection) -> None:
        try:
            connection.execute("COMMIT")
        except psycopg.OperationalError as error:
            if connection.broken:
                raise StoreError(UNCERTAIN.format(place=self.place), self.place) from error
            raise

    @contextmanager
    def _lent(self) -> Iterator[psycopg.Connection]:
        """A connection, for as long as it is needed. Whoever has one and needs another gets it of a pool beside: if it came
        of the same, all could be lent to people who wait for one more."""
        depth = getattr(self._own, "depth", 0)
        pool = self._inner if depth else self._pool
        try:
            with pool.connection() as connection:
                self._own.depth = depth + 1
                try:
                    yield connection
                finally:
                    self._own.depth = depth
        except PoolTimeout as error:
            if pool.get_stats().get("pool_size", 0) < pool.max_size:
                raise  # there is room, and nobody answers
            told = CROWDED.format(most=pool.max_size, place=self.place, seconds=pool.timeout)
            raise Busy(told, self.place) from error

    def _disconnect(self) -> None:
        self._pool.close()
        self._inner.close()


def _connecting(place: Place) -> str:
    """The address with what we add to it. Raises StoreError for one that is none; its words are not said."""
    try:
        named = conninfo_to_dict(place.address)
        ours = {"connect_timeout": CONNECTING, "application_name": "wsoa-monitor", **NOTICED}
        return make_conninfo(place.address, **{key: value for key, value in ours.items() if key not in named})
    except psycopg.ProgrammingError:
        raise StoreError(NOT_AN_ADDRESS) from None


def _pool(connecting: str, least: int) -> ConnectionPool:
    return ConnectionPool(
        connecting,
        kwargs={"autocommit": True},
        min_size=least,
        max_size=MOST_CONNECTIONS,
        open=True,
        configure=lambda connection: connection.execute(SESSION) and None,
        check=ConnectionPool.check_connection,
        timeout=LONGEST_WAIT,
        reconnect_timeout=RECONNECTING,
        num_workers=1,
    )


def _looked_at(connecting: str, place: Place) -> bool:
    """Reach the server once, so that what it says is said, and see that it fits: whether it can only be read."""
    with psycopg.connect(connecting, autocommit=True) as connection:
        schema, encoding, edition, read_only = connection.execute(_ASKED_FIRST).fetchone()
    wrong = (
        ("have a schema to work in", "none on its search path") if schema is None else None,
        ("keep every letter (encoding UTF8)", encoding) if encoding != "UTF8" else None,
        ("be of PostgreSQL 14 or later", f"edition {edition // 10_000}") if edition < EARLIEST else None,
    )
    for must, got in filter(None, wrong):
        raise StoreError(UNFIT.format(place=place, must=must, got=got), place)
    return read_only


@contextmanager
def _sentences(place: Place) -> Iterator[None]:
    """What a person can put right becomes a StoreError; a mistake in our own SQL stays what it is."""
    try:
        yield
    except psycopg.Error as error:
        if is_mistake(error):
            raise
        raise explained_by_server(error, place) from error
