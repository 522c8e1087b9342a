"""Working days in England: when a quarter's return is due."""

from datetime import date, timedelta
from functools import cache

from plumbing.reference import rows
from programme.quarter import Quarter

RETURN_DUE_AFTER = 25  # working days after the quarter ends


@cache
def bank_holidays() -> frozenset[date]:
    """The bank holidays of England held in `bank_holidays.csv`."""
    return frozenset(date.fromisoformat(row["date"]) for row in rows("bank_holidays"))


def working_day(day: date, count: int) -> date:
    """The `count`-th working day after `day`."""
    while count:
        day += timedelta(days=1)
        count -= day.weekday() < 5 and day not in bank_holidays()
    return day


@cache
def return_due(quarter: Quarter) -> date:
    """The last day on which a return for `quarter` is on time."""
    return working_day(quarter.end, RETURN_DUE_AFTER)
