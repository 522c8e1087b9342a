"""Which day it is for whoever looks: returns are missing, and the calendar ends, as on this day and no other."""

from datetime import date, datetime

from programme.moment import LONDON, end_of
from record.records import Records


def today(records: Records, on: date | None = None) -> date:
    """The day that was asked for (`on`); that of the moment looked back to; the last acceptance's where all that stands is
    illustrative, for a demonstration grows no older; else the real day in Kent."""
    if on is not None:
        return on
    moment = records.as_at or (stands_still(records) and records.versions[-1].accepted_at) or datetime.now(LONDON)
    return moment.astimezone(LONDON).date()


def taken_to_be(records: Records, on: date | None = None) -> datetime:
    """The moment looked back to, or the end of the day that it is."""
    return records.as_at if records.as_at and on is None else end_of(today(records, on))


def stands_still(records: Records) -> bool:
    """Whether all that stands is illustrative: no return of real figures and no release that was loaded."""
    loaded = any(release.withdrawal is None for release in records.releases)
    return bool(records.kept) and not loaded and all(version.cover.illustrative for version in records.kept)
