"""Reads the deeds of sign-offs as they stood at a moment, and when something may begin to be shown."""

from datetime import datetime

from programme.quarter import Quarter
from programme.signoff import Signature, SignOff, SignOffDeed
from store import moments
from store.cursor import Cursor
from store.database import Database
from store.order.clock import newest_moment
from store.order.ledger import accounts_noted

_SIGNED = """
    SELECT change, quarter, deed, done_at, done_by, note, seen, shows_at, rests_on, embargo
    FROM sign_offs WHERE done_at <= ? ORDER BY change
"""


def signatures_then(cursor: Cursor, as_at: datetime | None) -> tuple[Signature, ...]:
    """Every deed up to a moment (None: now), oldest first."""
    until = datetime.max if as_at is None else moments.stored(as_at)
    rows = cursor.execute(_SIGNED, [until]).fetchall()
    if not rows:
        return ()
    accounts = accounts_noted(cursor)
    return tuple(_signature(accounts.get(row[0], ""), *row) for row in rows)


def sign_off_then(cursor: Cursor, as_at: datetime | None) -> SignOff:
    """How the sign-off stands at a moment. Now is never before the newest thing stored: a clock that is set back puts
    nothing under embargo again."""
    return _standing(signatures_then(cursor, as_at), newest_moment(cursor), as_at)


def sign_off_of(database: Database, as_at: datetime | None = None) -> SignOff:
    """The same, for those who ask for nothing else. Raises StoreError."""

    def read() -> tuple[tuple[Signature, ...], datetime | None]:
        with database.reading() as cursor:
            return signatures_then(cursor, as_at), newest_moment(cursor)

    return _standing(*database.unchanged(("sign-off", as_at), read), as_at)


def _standing(known: tuple[Signature, ...], newest: datetime | None, as_at: datetime | None) -> SignOff:
    now = moments.aware(max(moments.now(), newest or datetime.min))
    return SignOff(known, as_at or now, past=as_at is not None)


def _signature(account, change, quarter, deed, at, by, note, seen, shows_at, rests_on, embargo) -> Signature:
    return Signature(
        change,
        Quarter.parse(quarter),
        SignOffDeed(deed),
        moments.aware(at),
        by,
        account,
        note,
        seen,
        moments.aware(shows_at),
        rests_on,
        moments.aware(embargo) if embargo else None,
    )
