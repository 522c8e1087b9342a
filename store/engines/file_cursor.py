"""The store's questions asked of a file. Reading the text of a small one takes a third of answering it: it is read once."""

import re
from collections.abc import Sequence
from typing import TYPE_CHECKING, Self

import duckdb

from plumbing.kept import Kept
from store.engines.engine_cursor import EngineCursor

if TYPE_CHECKING:
    import numpy as np

MOST_READ = 1_000
_AGAIN = re.compile(r"\s*(SELECT|WITH|INSERT|BEGIN)\b")
"""How a text begins that is asked again and again, with other values. In others, paths and settings stand in the text."""

_read = Kept(MOST_READ)  # by text, of whichever file: what its names mean there is found out each time


class FileCursor(EngineCursor):
    """A cursor of DuckDB in the shape of `Cursor`."""

    def __init__(self, connection: duckdb.DuckDBPyConnection, types: dict[str, list[str]] | None = None):
        """`types` is what was asked before of tables that stay as they are."""
        super().__init__(connection.cursor())
        self._types = {} if types is None else types

    def execute(self, query: str, values: Sequence = (), /) -> Self:
        """Ask, or say, something. Without values it may be several statements."""
        said = _read.answer(query, lambda: self._statement(query)) if _AGAIN.match(query) else query
        self._cursor.execute(said, values)
        return self

    def _statement(self, query: str) -> duckdb.Statement | str:
        """The text as the engine reads it; several at once stay a text."""
        statements = self._cursor.extract_statements(query)
        return statements[0] if len(statements) == 1 else query

    def types(self, table: str) -> list[str]:
        """What the columns of a table hold, in their order."""
        if table not in self._types:
            self.execute(f"SELECT * FROM {table} LIMIT 0")
            self._types[table] = [str(kind) for _, kind, *_ in self._cursor.description]
        return self._types[table]

    def fetchnumpy(self) -> "dict[str, np.ndarray]":
        """The same by column."""
        return self._cursor.fetchnumpy()

    def begin(self) -> None:
        """Begin a transaction."""
        self._cursor.begin()

    def commit(self) -> None:
        """Keep what was done in the transaction."""
        self._cursor.commit()

    def rollback(self) -> None:
        """Undo what was done in the transaction."""
        self._cursor.rollback()

    def close(self) -> None:
        """Ask nothing more."""
        self._cursor.close()
