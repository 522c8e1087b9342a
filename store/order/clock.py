"""Holds the machine's clock against what is stored: a wrong day would stand in the records for good."""

from datetime import date, datetime, timedelta

from programme.moment import LONDON, day_text
from programme.submission import Acceptance
from store import moments
from store.counting.standing import standing
from store.cursor import Cursor
from store.errors import StoreError
from store.order import ledger
from store.order.changes import MOMENTS, moments_of

LONGEST_SILENCE = timedelta(days=120)
"""Returns come every quarter; where nothing came for longer, the clock is as likely to be wrong."""

_NEWEST = f"SELECT max(moment) FROM {moments_of(*MOMENTS)}"


def refuse_doubtful_day(cursor: Cursor, acceptance: Acceptance) -> None:
    """Raise StoreError where the machine's day cannot be right, or may not be and is not confirmed.

    A moment that was given (`at`) is not the machine's and is not asked about.
    """
    if acceptance.at is not None:
        return
    today, newest = machine_day(), newest_moment(cursor)
    if newest is not None and today < _day(newest):
        raise StoreError(
            f"This machine's day must not be before the newest thing that is stored, {day_text(_day(newest))}, "
            f"got: {day_text(today)}. Set the clock of the machine right and try again. Nothing was stored."
        )
    if acceptance.confirmed not in (None, today):
        raise StoreError(
            f"The day that is confirmed must be this machine's, {day_text(today)}, got: {day_text(acceptance.confirmed)}. "
            "Give today's day, or set the clock of the machine right. Nothing was stored."
        )
    if acceptance.confirmed is None and is_silent_since(newest) and not all_illustrative(cursor):
        raise StoreError(
            f"More than {LONGEST_SILENCE.days} days after the newest thing that is stored, {day_text(_day(newest))}, "
            f"somebody must confirm the machine's day, {day_text(today)}, got: nothing. If it is right, tick it on the page "
            f"or give --today {today}; if not, set the clock of the machine right. Nothing was stored."
        )


def is_silent_since(newest: datetime | None) -> bool:
    """Whether nothing came for so long that somebody must confirm the machine's day, unless all is illustrative."""
    return newest is not None and moments.now() - newest > LONGEST_SILENCE


def all_illustrative(cursor: Cursor) -> bool:
    """Whether all returns that stand are illustrative (all there ever were, where none stands) and no release stands."""
    if cursor.execute(
        "SELECT count(*) FROM releases WHERE number NOT IN (SELECT release FROM release_withdrawals)"
    ).fetchone()[0]:
        return False
    kinds = {illustrative for (illustrative,) in cursor.execute("SELECT DISTINCT illustrative FROM versions").fetchall()}
    if len(kinds) < 2:  # which of them stand does not matter
        return False not in kinds
    known = ledger.read_ledger(cursor)
    held = standing(known)
    return all(version.cover.illustrative for version in [each for each in known if held[each.number]] or known)


def newest_moment(cursor: Cursor) -> datetime | None:
    """When the newest thing was stored, as the database keeps it; None in an empty store."""
    return cursor.execute(_NEWEST).fetchone()[0]


def machine_day() -> date:
    """The day in Kent by this machine's clock."""
    return _day(moments.now())


def _day(moment: datetime) -> date:
    """The day in Kent of a moment as stored."""
    return moments.aware(moment).astimezone(LONDON).date()
