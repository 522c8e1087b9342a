"""What the store's questions are asked with, whichever engine answers: one text of SQL, values in the place of each `?`."""

from collections.abc import Sequence
from typing import TYPE_CHECKING, Protocol, Self

if TYPE_CHECKING:
    import numpy as np


class Cursor(Protocol):
    """Asks one question after the other. Rows are tuples; bytes, days and moments (UTC, without saying so) are Python's."""

    def execute(self, query: str, values: Sequence = (), /) -> Self:
        """Ask, or say, something. Raises what the engine raises; `Database` makes sentences of it."""

    def fetchone(self) -> tuple | None:
        """The next row of the answer."""

    def fetchall(self) -> list[tuple]:
        """Every row of the answer that was not fetched yet."""

    def fetchmany(self, most: int, /) -> list[tuple]:
        """The next rows of the answer, so many at most."""

    def fetchnumpy(self) -> "dict[str, np.ndarray]":
        """The same by column: for numbers that are always there, and many of them."""

    def types(self, table: str) -> list[str]:
        """What the columns of a table hold, in their order, as SQL calls it."""
