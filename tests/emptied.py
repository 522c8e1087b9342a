"""An empty store for test after test, in a file that stays open: to empty one is quicker than to begin one anew."""

import itertools
import shutil
from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager, contextmanager
from pathlib import Path

from store.database import Database
from store.rows.tables import quoted_name, rows_by_table

FILLED = "SELECT table_name FROM duckdb_tables() WHERE estimated_size > 0"
SWEPT_EVERY = 20
"""How often what was deleted is swept away: until then its tables count among those that were filled."""

EmptyStore = Callable[[], AbstractContextManager[Database]]
"""`with empty_store() as database`: nothing is in it."""


@contextmanager
def held_open(path: Path) -> Iterator[EmptyStore]:
    """Gives the store in a file, emptied each time.

    The engine takes longer to begin anew than most tests take. What is about the file itself has one of its own.
    """
    times = itertools.count(1)
    with Database.open(path) as held:

        @contextmanager
        def emptied() -> Iterator[Database]:
            shutil.rmtree(held.backups, ignore_errors=True)
            with held.transaction() as cursor:
                once_filled = [table for (table,) in cursor.execute(FILLED).fetchall()]
                filled = {table for table, rows in rows_by_table(cursor, once_filled).items() if rows}
                for table in filled - {"migrations", "files"}:
                    cursor.execute(f"DELETE FROM {quoted_name(table)}")
            if "files" in filled:  # others refer to files until their rows are gone
                with held.transaction() as cursor:
                    cursor.execute("DELETE FROM files")
            if next(times) % SWEPT_EVERY == 0:
                with held.cursor() as cursor:
                    cursor.execute("CHECKPOINT")
            with Database.open(path) as opened:
                yield opened

        yield emptied
