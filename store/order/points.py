"""At which point of everything that was ever stored a moment lies: the newest change by then, and when that was stored."""

from datetime import datetime
from typing import NamedTuple

from store import moments
from store.database import Database
from store.order.changes import CHANGES, changes_of

_EMBARGOES = "SELECT change, embargo AS moment FROM sign_offs WHERE embargo IS NOT NULL"
_STORED = f"(SELECT change, moment FROM {changes_of(*CHANGES)} UNION ALL {_EMBARGOES}) AS known"
_NEWEST = f"SELECT max(moment) FROM {_STORED} WHERE moment <= ?"
_CHANGE = f"SELECT coalesce(max(change), 0) FROM {_STORED} WHERE moment <= ?"


class StorePoint(NamedTuple):
    """The number of the newest change by a moment, 0 where there is none, and the moment that stands for the state."""

    change: int
    moment: datetime


def point_at(database: Database, as_at: datetime | None = None) -> StorePoint | None:
    """The point at `as_at`, or at the newest moment at which anything was stored (None). None where nothing is.

    The end of an embargo is such a moment too, once it is past. What is made of the state at a point is the same whenever it
    is made. Raises StoreError.
    """
    with database.reading() as cursor:
        until = moments.stored(as_at) if as_at else cursor.execute(_NEWEST, [moments.now()]).fetchone()[0]
        if until is None:
            return None
        (change,) = cursor.execute(_CHANGE, [until]).fetchone()
    return StorePoint(change, moments.aware(until))
