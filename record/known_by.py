"""When published figures could first be known: what a reader as at a past moment could not yet have seen."""

from datetime import datetime, timedelta

from kpis.comparators import last_day
from programme.moment import end_of
from programme.published import Published, PublishedFigures

# Days from the end of the period until its publisher usually prints it. Reference rows carry the figures and not the
# days they came out, so this is the publishers' usual calendar; a release loaded here counts from when it was loaded.
OUT_AFTER = {
    "calendar year": 181,  # June
    "January census": 150,  # June
    "academic year": 105,  # December
    "financial year": 183,  # September
    "month": 75,
}


def out_by(published: PublishedFigures, as_at: datetime | None) -> PublishedFigures:
    """The figures that were out at `as_at`; all of them now."""
    if as_at is None:
        return published
    return {key: figure for key, figure in published.items() if _out(figure) <= as_at}


def _out(figure: Published) -> datetime:
    return end_of(last_day(figure) + timedelta(days=OUT_AFTER[figure.period_basis]))
