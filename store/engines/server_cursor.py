"""The store's questions asked of a PostgreSQL server: the same text, the same values, the same rows as of a file."""

from collections.abc import Iterator, Sequence
from functools import lru_cache
from typing import Self

import numpy as np
import psycopg

from store.engines.engine_cursor import EngineCursor

_KINDS = {"int2": np.int16, "int4": np.int32, "int8": np.int64, "float4": np.float32, "float8": np.float64}
_TYPES = """
    SELECT data_type FROM information_schema.columns WHERE table_schema = current_schema() AND table_name = ?
    ORDER BY ordinal_position
"""


class ServerCursor(EngineCursor):
    """A cursor of psycopg in the shape of `Cursor`."""

    def __init__(self, connection: psycopg.Connection):
        super().__init__(connection.cursor())
        self._connection = connection

    def execute(self, query: str, values: Sequence = (), /) -> Self:
        """Ask, or say, something. Without values it may be several statements."""
        if values:
            self._cursor.execute(_said(query), [_of_one_type(value) for value in values], binary=True)
        else:
            self._cursor.execute(query)
        return self

    def batches(self, query: str, most: int) -> Iterator[list[tuple]]:
        """The rows of an answer, so many at a time, in a transaction: the server keeps what is not fetched yet."""
        with self._connection.cursor("batches") as cursor:
            cursor.execute(query)
            while rows := cursor.fetchmany(most):
                yield rows

    def fetchnumpy(self) -> dict[str, np.ndarray]:
        """The same by column."""
        rows, columns = self._cursor.fetchall(), self._cursor.description or []
        given = zip(*rows, strict=True) if rows else ((),) * len(columns)
        return {
            about.name: np.array(column, _KINDS[self._cursor.adapters.types[about.type_code].name])
            for about, column in zip(columns, given, strict=True)
        }

    def types(self, table: str) -> list[str]:
        """What the columns of a table hold, in their order."""
        return [kind for (kind,) in self.execute(_TYPES, [table]).fetchall()]


@lru_cache(1_000)
def _said(query: str) -> str:
    """The text with the places of its values as this driver wants them."""
    return query.replace("%", "%%").replace("?", "%s")


def _of_one_type(value: object) -> object:
    """A list of numbers all of one type: 1 beside 0.5 is 1.0."""
    if isinstance(value, list | tuple) and {int, float} <= set(map(type, value)):
        return [float(each) if type(each) is int else each for each in value]
    return list(value) if isinstance(value, tuple) else value
