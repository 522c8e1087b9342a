"""What people keep under a number and take back, names and layouts alike: nothing is deleted, and all of it in order."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import datetime
from operator import itemgetter
from typing import Generic, Protocol, TypeVar

from programme.access import Deed, TakenBack, demand
from programme.log import Logged
from programme.submission import Acceptance
from store import moments
from store.cursor import Cursor
from store.database import Database
from store.errors import StoreError
from store.log import log
from store.order.changes import moments_of
from store.order.clock import refuse_doubtful_day
from store.two_people import refuse_unsaid


class Numbered(Protocol):
    """One thing that somebody kept."""

    @property
    def number(self) -> int:
        """From 1, in the order kept."""

    @property
    def withdrawal(self) -> TakenBack | None:
        """Who took it back, when and why."""


T = TypeVar("T", bound=Numbered)


@dataclass(frozen=True, slots=True)
class NumberedTable(Generic[T]):
    """Where things of one kind are kept: in `table`, and in `gone` what was taken back.

    `known` gives all of them, `kept` and `called` name many and one in sentences; the log gets `logged` with what is `told`.
    """

    table: str
    gone: str
    kept: str
    called: str
    known: Callable[[Cursor], Sequence[T]]
    logged: Logged
    told: Callable[[T], str]

    def moment(self, cursor: Cursor, acceptance: Acceptance) -> datetime:
        """When the next thing is kept or taken back: after everything that was."""
        (newest,) = cursor.execute(f"SELECT max(moment) FROM {moments_of(self.table, self.gone)}").fetchone()
        return moments.aware(moments.following(newest, acceptance.at))

    def take_back(self, database: Database, number: int, acceptance: Acceptance) -> T:
        """Take one back, and give it as it is now.

        Raises NotAllowed, and StoreError: there is none of this number, it is withdrawn already, nobody says who and why,
        the day must be confirmed.
        """
        demand(acceptance.by, Deed.KEEP_LAYOUT)
        with database.transaction() as cursor:
            found = self._numbered(cursor, number)
            refuse_doubtful_day(cursor, acceptance)
            if found.withdrawal:
                by = found.withdrawal.doer
                raise StoreError(f"{self.called} {number} was withdrawn already, by {by}. Nothing was changed.")
            refuse_unsaid(acceptance, "A withdrawal must say who withdraws and why")
            row = [number, moments.stored(self.moment(cursor, acceptance)), acceptance.by.name, acceptance.by.account]
            cursor.execute(f"INSERT INTO {self.gone} VALUES (?, ?, ?, ?, ?)", [*row, acceptance.reason])
            log.log_deed(cursor, self.logged, acceptance.by, self.told(found))
            return self._numbered(cursor, number)

    def _numbered(self, cursor: Cursor, number: int) -> T:
        known = self.known(cursor)
        found = next((each for each in known if each.number == number), None)
        if found is None:
            raise StoreError(f"It must be one of the {len(known)} {self.kept}, got: number {number}. Nothing was changed.")
        return found


def rows_numbered(cursor: Cursor, kept: str, gone: str) -> list[tuple[Sequence, TakenBack | None]]:
    """The rows of one question, oldest first, each with how it was taken back by those of another; None where it was not.

    Two questions: joined they would take several times as long, and of the second most stores have no need.
    """
    rows = sorted(cursor.execute(kept).fetchall(), key=itemgetter(0))
    back = cursor.execute(gone).fetchall() if rows else ()
    taken = {number: taken_back(*how) for number, *how in back}
    return [(row, taken.get(row[0])) for row in rows]


def taken_back(at: datetime | None, by: str, account: str, reason: str) -> TakenBack | None:
    """How a thing was taken back, from the cells of its row; None where it was not."""
    return at and TakenBack(moments.aware(at), by, account, reason)
