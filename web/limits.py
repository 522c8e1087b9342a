"""What is bounded, so that nobody takes the server from the others."""

import asyncio
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager

MOST_UPLOADS = 4
WAIT = 20.0  # seconds that an upload waits for its turn

TOO_MANY_UPLOADS = (
    "At most {most} files can be on their way at once, got: {most} that have not arrived after {wait:.0f} seconds. "
    "Try again in a minute. Nothing of this file was stored."
)


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
