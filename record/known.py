"""What was known at a moment is read once and kept for everybody: pages, downloads and other programs share it."""

from collections.abc import Callable
from datetime import date, datetime
from typing import Generic, NamedTuple, TypeVar

from plumbing.kept import Kept
from programme.access import Role
from record.records import Records, read
from store.database import Database
from store.versions import latest_change

Made = TypeVar("Made")
MOST_MOMENTS = 8


class Asked(NamedTuple):
    """What is asked for: of which store and after which change to it, for whom, as at which moment, and on which day."""

    path: str
    change: int
    role: Role
    as_at: datetime | None
    today: date


class Moments(Generic[Made]):
    """What `make` makes of the records of a moment, for a role and on a day.

    Both the records, which all roles share, and what is made of them are kept for the moments asked for last. After a
    change to the store nothing that was kept before it is given out again.
    """

    def __init__(self, make: Callable[[Records, Role, date], Made]):
        self._make = make
        self._kept = Kept(2 * MOST_MOMENTS)

    def asked(self, database: Database, role: Role, as_at: datetime | None = None, today: date | None = None) -> Asked:
        """The question, as it stands after the newest change. Raises StoreError."""
        return Asked(str(database.path), latest_change(database), role, as_at, today or date.today())

    def holds(self, asked: Asked) -> bool:
        """Whether the answer is there already."""
        return asked in self._kept

    def answer(self, database: Database, asked: Asked) -> Made:
        """The answer. Raises StoreError, whose text is a sentence for the reader."""
        return self._kept.answer(asked, lambda: self._make(self._records(database, asked), asked.role, asked.today))

    def _records(self, database: Database, asked: Asked) -> Records:
        self._kept.forget(unless=lambda other: other[0] != asked.path or other[1] >= asked.change)
        moment = (asked.path, asked.change, asked.as_at)
        return self._kept.answer(moment, lambda: read(database, asked.as_at))
