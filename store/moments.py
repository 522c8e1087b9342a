"""Moments: with their offset for everybody else, in UTC without it inside the database."""

from datetime import UTC, datetime, timedelta

TICK = timedelta(microseconds=1)


def stored(moment: datetime) -> datetime:
    """The moment as the database keeps it. Raises ValueError for one without an offset."""
    if moment.tzinfo is None:
        raise ValueError(f"A moment must say its offset from UTC, got: {moment}")
    return moment.astimezone(UTC).replace(tzinfo=None)


def aware(moment: datetime) -> datetime:
    """The moment as everybody else sees it."""
    return moment.replace(tzinfo=UTC)


def now() -> datetime:
    """This moment, as the database keeps it."""
    return stored(datetime.now(UTC))


def following(newest: datetime | None, at: datetime | None) -> datetime:
    """When the next thing happens, as stored: `at` or now, but always after `newest`.

    Time in the store never runs backwards, even if the computer's clock does: reading as at a moment depends on it.
    Raises ValueError when `at` is before `newest`.
    """
    moment = now() if at is None else stored(at)
    if newest is None:
        return moment
    if at is not None and moment < newest:
        raise ValueError(f"What is stored next must not be earlier than {aware(newest)}, got: {at}")
    return max(moment, newest + TICK)
