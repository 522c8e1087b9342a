"""When published figures could first be known: what a reader as at a past moment could not yet have seen."""

from calendar import monthrange
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from functools import cache

from kpis.comparators import last_day
from plumbing.reference import rows
from programme.moment import end_of
from programme.published import Published, PublishedFigures
from programme.quarter import Quarter
from programme.signoff import Correction, CorrectionKind


@dataclass(frozen=True, slots=True)
class CameOut:
    """How long after its period a series usually comes out; the reference rows do not carry the day.

    Either the last day of `month`, so many years after the year in which the period ended, or so many days after the
    end of the month or the quarter that it belongs to. The later day is taken where publishers vary.
    """

    years_after: int
    month: int
    days_after: int
    counted_from: str

    def on(self, ended: date) -> date:
        """The day by which a figure is out whose period ended on a day."""
        if self.month:
            year = ended.year + self.years_after
            return date(year, self.month, monthrange(year, self.month)[1])
        return (Quarter.containing(ended).end if self.counted_from == "quarter" else ended) + timedelta(days=self.days_after)


def _number(text: str) -> int:
    return int(text or 0)


@cache
def came_out() -> Mapping[str, CameOut]:
    """When each published series comes out, by its id."""
    return {
        row["series"]: CameOut(
            _number(row["years_after"]), _number(row["month"]), _number(row["days_after"]), row["counted_from"]
        )
        for row in rows("came_out")
    }


def out_by(published: PublishedFigures, as_at: datetime | None) -> PublishedFigures:
    """The figures that were out at `as_at`; all of them now. A release loaded here counts from when it was loaded."""
    if as_at is None:
        return published
    return {key: figure for key, figure in published.items() if _out(figure) <= as_at}


def _out(figure: Published) -> datetime:
    return _out_after(figure.series, last_day(figure))


@cache
def _out_after(series: str, ended: date) -> datetime:
    """When a series is out whose period ended on a day: the same for every area, and asked for at every moment."""
    return end_of(came_out()[series].on(ended))


def printed_since(published: PublishedFigures, until: Quarter, after: datetime, by: datetime) -> tuple[Correction, ...]:
    """What publishers brought out after one moment and by another of the quarters up to `until`, oldest first.

    One for each publication, of the first day on which any of it is out. What was loaded here is a release, and told as one.
    """
    first: dict[str, datetime] = {}
    for figure in published.values():
        if figure.loaded is None and last_day(figure) <= until.end and after < (out := _out(figure)) <= by:
            first[figure.publication] = min(out, first.get(figure.publication, out))
    found = (Correction(CorrectionKind.PRINTED, 0, named, at, "") for named, at in first.items())
    return tuple(sorted(found, key=lambda each: (each.at, each.named)))
