"""At which point of everything that was ever stored a moment lies: the newest change by then, and when that was stored."""

from datetime import datetime
from typing import NamedTuple

from store import moments
from store.database import Database

_STORED = """(
        SELECT change, accepted_at AS moment FROM versions
        UNION ALL SELECT change, loaded_at FROM releases
        UNION ALL SELECT change, withdrawn_at FROM release_withdrawals
        UNION ALL SELECT change, granted_at FROM hidden_grants
        UNION ALL SELECT change, done_at FROM meeting_deeds
        UNION ALL SELECT change, written_at FROM wordings
        UNION ALL SELECT change, withdrawn_at FROM wording_withdrawals
        UNION ALL SELECT change, done_at FROM sign_offs
        UNION ALL SELECT change, embargo FROM sign_offs WHERE embargo IS NOT NULL
    ) AS stored"""
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
