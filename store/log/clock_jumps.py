"""How old the rows of a log are by their own course: a clock that jumped, or was set back, makes nothing old."""

from collections.abc import Iterator, Sequence
from datetime import datetime, timedelta
from itertools import pairwise

from programme.log import LogRow

LONGEST_GAP = timedelta(days=120)
"""Something is logged whenever somebody looks; a longer gap is as likely a clock that jumped, and counts as this much."""

SET_BACK = timedelta(minutes=5)
"""How far a row may lie before the one above it: what was looked at is written a little later."""


def age_of_rows(rows: Sequence[LogRow], now: datetime) -> Iterator[tuple[LogRow, timedelta]]:
    """The rows that are older than the newest of them by the clock and by their course, oldest first, each with its age."""
    after = [*(row.at for row in rows[1:]), now]
    gaps = [min(max(later - row.at, timedelta(0)), LONGEST_GAP) for row, later in zip(rows, after, strict=True)]
    age = sum(gaps, timedelta(0))
    for row, gap in zip(rows, gaps, strict=True):
        yield row, min(age, now - row.at)
        age -= gap


def clock_set_back(rows: Sequence[LogRow]) -> tuple[int, ...]:
    """The numbers of the rows that happened well before the row above them: the clock was set back there."""
    pairs = pairwise(rows)
    return tuple(after.number for before, after in pairs if after.at < before.at - SET_BACK)
