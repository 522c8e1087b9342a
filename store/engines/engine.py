"""What every engine keeps the store by: cursors, one state for whoever reads, one writer at a time."""

import threading
from abc import ABC, abstractmethod
from collections.abc import Callable, Hashable, Iterator
from contextlib import AbstractContextManager, contextmanager, nullcontext
from pathlib import Path
from typing import ClassVar, TypeVar

from plumbing.kept import Kept
from store.cursor import Cursor
from store.errors import Busy, kept_from_writing, unknown_kind
from store.log.looks import Looks
from store.place import Place, place_named

BEING_WRITTEN = "Only one at a time can write the database, got: somebody else who does. Try again. Nothing was stored."
MOST_KEPT = 4_096  # such as the rows of a sheet of a version
MOST_HISTORIES = 6  # those of three moments: every figure that counts, of a whole nation some 10 MB each
MOST_ASKED = 64

Answer = TypeVar("Answer")

WRITING = threading.RLock()  # who writes the store anew makes the new file meanwhile


class Database(ABC):
    """An open store. Safe to share between threads.

    `read_only`: it stands where this process may not write; it can be read, and every transaction is refused. `looks` takes
    what was looked at, for the log; `exchanged` counts how often another file took the place of the store's, after which no
    cache holds. `kept` are answers about what is stored and never changes, worked out once for everybody; `histories` the
    same about every figure there was after one of the versions, of which a few are kept. `engine_errors` are what the engine
    raises of its own, where it is a mistake of ours.
    """

    engine_errors: ClassVar[tuple[type[Exception], ...]]
    opened_by: ClassVar[dict[str, Callable[..., "Database"]]] = {}
    """What opens a place of each kind: `store.database` says it, so that no engine need know of another."""

    def __init__(self, place: Place, *, read_only: bool):
        self.place, self.read_only = place, read_only
        self.looks, self.exchanged = Looks(self), 0
        self._keep_anew()
        self._asked = Kept(MOST_ASKED)

    @staticmethod
    def open(named: Place | Path | str | None = None, *, create: bool = True) -> "Database":
        """Open (or create) the store and bring it up to date. Raises StoreError: in use, not writable, not ours, full …

        `named` as in `place_named`. With `create=False` one that is not there is an error too: whoever only reads has
        mistyped its name.
        """
        place = place_named(named)
        if place.kind not in Database.opened_by:
            raise unknown_kind(place)
        return Database.opened_by[place.kind](place, create=create)

    @abstractmethod
    def cursor(self) -> AbstractContextManager[Cursor]:
        """A cursor of one's own, for one question: each sees the newest state."""

    @abstractmethod
    def reading(self) -> AbstractContextManager[Cursor]:
        """A cursor that sees one state of the store, that of its first question, however long it asks.

        It takes no lock: writers go on beside it. Not to be nested.
        """

    @contextmanager
    def transaction(self, longest: float = -1) -> Iterator[Cursor]:
        """All of it or nothing. One writer at a time; not to be nested.

        `longest` is how many seconds to wait for whoever writes, -1: as long as it takes. Raises StoreError where the store
        can only be read, Busy where somebody writes for longer.
        """
        with self._alone(longest), self._storing(), self._all_or_nothing(longest) as cursor:
            yield cursor

    @contextmanager
    def logging(self) -> Iterator[Cursor]:
        """The same for whoever writes into the log alone: nothing else is stored, and what is kept of all else holds."""
        with self._alone(), self._all_or_nothing(-1) as cursor:
            yield cursor

    @contextmanager
    def _alone(self, longest: float = -1) -> Iterator[None]:
        self.refuse_read_only()
        if not WRITING.acquire(timeout=longest):
            raise Busy(BEING_WRITTEN, self.place)
        try:
            yield
        finally:
            WRITING.release()

    def unchanged(self, question: Hashable, ask: Callable[[], Answer]) -> Answer:
        """What `ask` reads of the store, kept until anything is stored: every click asks the same few things.

        Where others may store as well, it is asked each time.
        """
        return ask() if self.stored is None else self._asked.answer((question, self.stored), ask)

    def _keep_anew(self) -> None:
        """Nothing is kept of what was stored."""
        self.kept, self.histories = Kept(MOST_KEPT), Kept(MOST_HISTORIES)

    @property
    def backups(self) -> Path:
        """The folder of its copies on this machine."""
        return self.place.backups

    def batches(self, cursor: Cursor, query: str, most: int) -> Iterator[list[tuple]]:
        """The rows of an answer, so many at a time: never more of them are held. `cursor` is one in a transaction."""
        cursor.execute(query)
        while rows := cursor.fetchmany(most):
            yield rows

    @abstractmethod
    def marked(self, mark: str) -> AbstractContextManager[bool]:
        """Hold a mark that one of all who have the store open can hold; whether it is ours. It goes with its process."""

    @abstractmethod
    def is_marked(self, mark: str) -> bool:
        """Whether anybody holds this mark."""

    @property
    def stored(self) -> int | None:
        """How many times anything was stored, where this process can know; None where others store as well."""
        return None

    def refuse_read_only(self) -> None:
        """Raise StoreError where nothing can be written."""
        if self.read_only:
            raise kept_from_writing(self.place)

    @abstractmethod
    def _all_or_nothing(self, longest: float) -> AbstractContextManager[Cursor]:
        """A transaction, by who is alone among the threads of this process."""

    def _storing(self) -> AbstractContextManager[None]:
        """Around a transaction that stores something: whoever counts them counts one more once it is over."""
        return nullcontext()

    def step_text(self, text: str) -> str:
        """The SQL of a migration, as this engine is told it."""
        return text

    def close(self) -> None:
        """Let go of the store, once what was looked at is logged."""
        self.looks.close()
        self.histories = Kept(MOST_HISTORIES)  # what they hold reads its cells here, and would hold on to what is closed
        self._disconnect()

    @abstractmethod
    def _disconnect(self) -> None:
        """Close what is open."""

    def __enter__(self) -> "Database":
        return self

    def __exit__(self, *_: object) -> None:
        self.close()
