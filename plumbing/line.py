"""A line in which one works and few wait, so that work nobody is in haste for leaves the machine to the others."""

import time
from collections.abc import Iterator
from contextlib import contextmanager
from threading import Lock


class Crowded(Exception):  # noqa: N818 - what happened, as Overtaken is
    """So many are in the line already that nobody else can wait there."""


class OneByOne:
    """At most `most` in the line, the one who works included. Safe to share between threads.

    Who had to wait begins only after a rest of `rest` times as long as the work before took: a line that never ends takes
    a part of the machine, and whoever comes alone does not wait.
    """

    def __init__(self, most: int, rest: float):
        self.most = most
        self._rest = rest
        self._here = 0
        self._rested = 0.0
        self._counting, self._turn = Lock(), Lock()

    @contextmanager
    def turn(self) -> Iterator[None]:
        """Wait for the turn and hold it until the block ends. Not to be nested. Raises Crowded."""
        alone = self._join()
        try:
            with self._turn:
                if not alone:
                    time.sleep(max(0.0, self._rested - time.monotonic()))
                begun = time.monotonic()
                try:
                    yield
                finally:
                    ended = time.monotonic()
                    self._rested = ended + self._rest * (ended - begun)
        finally:
            with self._counting:
                self._here -= 1

    def _join(self) -> bool:
        """Whether nobody else is there."""
        with self._counting:
            if self._here >= self.most:
                raise Crowded
            self._here += 1
            return self._here == 1
