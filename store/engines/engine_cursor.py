"""What the cursors of both engines hand on as it is."""

from typing import Any


class EngineCursor:
    """A cursor of an engine's own, whose rows are tuples of what Python calls them."""

    def __init__(self, cursor: Any):
        self._cursor = cursor

    def fetchone(self) -> tuple | None:
        """The next row of the answer."""
        return self._cursor.fetchone()

    def fetchall(self) -> list[tuple]:
        """Every row of the answer that was not fetched yet."""
        return self._cursor.fetchall()

    def fetchmany(self, most: int, /) -> list[tuple]:
        """The next rows of the answer, so many at most."""
        return self._cursor.fetchmany(most)
