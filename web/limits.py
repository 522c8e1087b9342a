"""What is bounded, so that nobody takes the server from the others."""

import asyncio
import math
import time
from collections import OrderedDict, deque
from collections.abc import AsyncIterator, Callable, Hashable
from contextlib import asynccontextmanager
from threading import Lock

MOST_UPLOADS = 4
WAIT = 20.0  # seconds that an upload waits for its turn
MINUTE = 60.0  # seconds
MOST_REMEMBERED = 5_000

TOO_MANY_UPLOADS = (
    "At most {most} files can be on their way at once, got: {most} that have not arrived after {wait:.0f} seconds. "
    "Try again in a minute. Nothing of this file was stored."
)


class PerMinute:
    """So many in any minute for each who asks, in memory and bounded. Safe to share between threads."""

    def __init__(self, most: int, clock: Callable[[], float] = time.monotonic):
        self._most, self._clock = most, clock
        self._asked: OrderedDict[Hashable, deque[float]] = OrderedDict()
        self._lock = Lock()

    def wait(self, who: Hashable) -> int:
        """Whole seconds until they may ask again; 0 where they may now, which counts."""
        now = self._clock()
        with self._lock:
            before = self._asked.setdefault(who, deque())
            self._asked.move_to_end(who)
            while before and before[0] <= now - MINUTE:
                before.popleft()
            if len(before) >= self._most:
                return math.ceil(before[0] + MINUTE - now)
            before.append(now)
            while len(self._asked) > MOST_REMEMBERED:
                self._asked.popitem(last=False)
            return 0


class TooMany(Exception):  # noqa: N818 - what happened, as Overtaken is
    """There is no room just now; its text is a sentence for whoever asked."""


class Turns:
    """So many at once; others wait for their turn, and are told so where it does not come."""

    def __init__(self, most: int = MOST_UPLOADS, wait: float = WAIT, sentence: str = TOO_MANY_UPLOADS):
        self._places = asyncio.Semaphore(most)
        self._wait = wait
        self._sentence = sentence.format(most=most, wait=wait)

    @asynccontextmanager
    async def turn(self) -> AsyncIterator[None]:
        """A place until the block ends. Raises TooMany."""
        try:
            await asyncio.wait_for(self._places.acquire(), self._wait)
        except TimeoutError:
            raise TooMany(self._sentence) from None
        try:
            yield
        finally:
            self._places.release()
