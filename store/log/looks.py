"""What was looked at and taken away, on its way to the log: kept in memory for a moment and written many at once.

No page waits for it. Where it cannot be written it waits, as long as there is room; what found none is counted and said.
"""

import atexit
import threading
import time
from collections import OrderedDict, deque
from collections.abc import Callable
from contextlib import AbstractContextManager, suppress
from dataclasses import replace
from typing import Protocol
from weakref import WeakSet, ref

from plumbing.counted import counted
from programme.access import THE_APP, Person
from programme.log import Logged
from store import moments
from store.cursor import Cursor
from store.errors import StoreError
from store.log import log
from store.log.log import Looked

MOST_WAITING = 10_000
AT_ONCE = 500  # rows of one transaction
PAUSE = 1.0  # seconds in which more may come
REST = 10.0  # seconds until what failed is tried again
AGAIN = 60 * 60.0  # seconds in which the same look of the same person is one
MOST_REMEMBERED = 5_000

READ_ONLY = "What is looked at is not logged: the database can only be read."
UNKNOWN = "What is looked at could not be logged, for a reason that only the maintainer can find."
LOST = "{looks} could not be logged, because the log could not be written. "


class LoggedTo(Protocol):
    """The database whose log it is."""

    read_only: bool
    engine_errors: tuple[type[Exception], ...]

    def logging(self) -> AbstractContextManager[Cursor]:
        """A transaction that writes into the log alone."""


class Looks:
    """What waits to be logged. Safe to share between threads; one thread of its own writes while anything waits."""

    def __init__(self, database: LoggedTo, most: int = MOST_WAITING, clock: Callable[[], float] = time.monotonic):
        self._database, self._most, self._clock = ref(database), most, clock
        self._read_only, self._errors = database.read_only, (StoreError, *database.engine_errors)
        self._waiting: deque[Looked] = deque()
        self._seen: OrderedDict[tuple[str, str, str], float] = OrderedDict()
        self._lost, self._failed, self._closed = 0, "", False
        self._lock, self._flushing = threading.Lock(), threading.Lock()
        self._writer: threading.Thread | None = None
        self._over = threading.Event()
        _ALL.add(self)

    def note(self, deed: Logged, person: Person, what: str) -> None:
        """Keep a look to be logged. The same within an hour is one; what is taken away is logged each time."""
        if self._read_only or (deed is Logged.LOOKED_AT_HIDDEN and self._again((person.account, deed, what))):
            return
        with self._lock:
            if len(self._waiting) >= self._most:
                self._lost += 1
                return
            self._waiting.append(Looked(moments.now(), deed, person, what))
            if self._writer is None:
                self._writer = threading.Thread(target=self._write_on, name="log of looks", daemon=True)
                self._writer.start()

    @property
    def trouble(self) -> str:
        """Why looks are not logged, as a sentence; empty where they are."""
        lost = LOST.format(looks=counted(self._lost, "look")) if self._lost else ""
        return READ_ONLY if self._read_only else f"{lost}{self._failed}"

    def flush(self) -> None:
        """Write what waits, now. Raises StoreError where it cannot be written: then it waits on."""
        with self._flushing:
            while self._waiting:
                self._write()

    def reword(self, reworded: Callable[[str], str]) -> None:
        """Change the words of what waits, as a redaction did in the log itself. The caller lets nobody write meanwhile."""
        with self._lock:
            self._waiting = deque(_reworded(each, reworded) for each in self._waiting)

    def close(self) -> None:
        """Write what waits; what cannot be written is lost with the process. Nothing of it runs on."""
        with suppress(*self._errors):
            self.flush()
        self._closed = True
        self._over.set()
        if writer := self._writer:
            writer.join(PAUSE)

    def _batch(self) -> list[Looked]:
        with self._lock:
            return [self._waiting[place] for place in range(min(AT_ONCE, len(self._waiting)))]

    def _write(self) -> None:
        lost, database = self._lost, self._database()
        if database is None:  # let go of without being closed: nobody can be told any more
            raise StoreError(UNKNOWN)
        try:
            with database.logging() as cursor:
                batch = self._batch()  # only now: while somebody else wrote, words of it may have been redacted
                log.log_looks(cursor, [*batch, *_said_lost(lost)])
        except self._errors as refusal:
            self._failed = refusal.outside if isinstance(refusal, StoreError) else UNKNOWN
            raise
        with self._lock:
            self._lost, self._failed = self._lost - lost, ""
            for _ in batch:
                self._waiting.popleft()

    def _again(self, look: tuple[str, str, str]) -> bool:
        now = self._clock()
        with self._lock:
            before = self._seen.pop(look, None)
            self._seen[look] = now if before is None or now - before > AGAIN else before
            while len(self._seen) > MOST_REMEMBERED:
                self._seen.popitem(last=False)
            return self._seen[look] == before

    def _write_on(self) -> None:
        """Write as long as anything waits. The thread ends then, so that it keeps no database open."""
        rest = PAUSE
        while True:
            self._over.wait(rest)
            try:
                self.flush()
            except self._errors:
                rest = REST
            with self._lock:
                if self._closed or not self._waiting or self._database() is None:
                    self._writer = None
                    return


def _said_lost(lost: int) -> list[Looked]:
    what = f"{counted(lost, 'look')} before this row"
    return [Looked(moments.now(), Logged.LOST, THE_APP, what)] if lost else []


def _reworded(look: Looked, reworded: Callable[[str], str]) -> Looked:
    who = replace(look.person, name=reworded(look.person.name), account=reworded(look.person.account))
    return replace(look, person=who, what=reworded(look.what))


_ALL: "WeakSet[Looks]" = WeakSet()


@atexit.register
def write_what_waits() -> None:
    """An orderly end of the process loses nothing."""
    for each in list(_ALL):
        each.close()
