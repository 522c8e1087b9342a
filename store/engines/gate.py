"""Lets everybody read the database at once, or nobody: while its file is exchanged for another."""

import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager

from store.errors import StoreError

LONGEST = 30.0  # seconds
SPELL = 0.5  # seconds for which it stays closed while somebody is still inside
BREATH = 0.5  # seconds for which it is open between two spells
BUSY = (
    "Nobody may be reading the database at the moment when its file is exchanged, got: somebody who was for {seconds:.0f} "
    "seconds. Try again in a minute. Nothing was changed."
)
CLOSED = "The file of the database is being exchanged and was for {seconds:.0f} seconds. Try again. Nothing was lost."


class Gate:
    """Safe to share between threads. Who is inside already may go in again, so that nobody waits for themselves."""

    def __init__(self, longest: float = LONGEST):
        self._longest = longest
        self._changed = threading.Condition()
        self._inside, self._closed = 0, False
        self._own = threading.local()

    @contextmanager
    def passing(self) -> Iterator[None]:
        """Inside. Raises StoreError where the gate stays closed for too long."""
        depth = getattr(self._own, "depth", 0)
        with self._changed:
            if not depth and not self._changed.wait_for(lambda: not self._closed, self._longest):
                raise StoreError(CLOSED.format(seconds=self._longest))
            self._inside += 1
        self._own.depth = depth + 1
        try:
            yield
        finally:
            self._own.depth -= 1
            with self._changed:
                self._inside -= 1
                self._changed.notify_all()

    @contextmanager
    def closed(self) -> Iterator[None]:
        """Nobody is inside. Raises StoreError where somebody stays for too long; then it is open again.

        Whoever stays for long holds this up and nobody else: it is tried in short spells, between which others go in.
        """
        until = time.monotonic() + self._longest
        try:
            with self._changed:
                while not self._emptied():
                    if time.monotonic() > until:
                        raise StoreError(BUSY.format(seconds=self._longest))
                    self._changed.wait_for(lambda: False, BREATH)
            yield
        finally:
            with self._changed:
                self._closed = False
                self._changed.notify_all()

    def _emptied(self) -> bool:
        """Close it for a spell: whether the last one left."""
        self._closed = True
        empty = self._changed.wait_for(lambda: not self._inside, min(SPELL, self._longest))
        self._closed = empty
        self._changed.notify_all()
        return empty
