"""Kent beside others on one published figure: England, the South East, two dated sets of neighbours, three averages each."""

from collections import defaultdict
from collections.abc import Mapping
from dataclasses import dataclass

from kpis.comparators import Comparison, comparators_of, compare, last_day, mismatches, newest_period
from kpis.neighbours import rate_of
from programme.areas import Area
from programme.published import Published, PublishedFigures
from programme.quarter import Quarter
from reports.progress.readings import Progress, Reading, once_per_progress

BySeries = Mapping[str, PublishedFigures]
"""Published figures, apart for each series."""


@dataclass(frozen=True, slots=True)
class AreaComparison:
    """An area held against others on one published figure, with every way in which that is not the KPI's own."""

    area: Area
    figures: Comparison
    mismatches: tuple[str, ...]

    @property
    def own(self) -> Published:
        """The area's own published figure."""
        return self.figures.own


def by_series(published: PublishedFigures) -> BySeries:
    """Sort the published figures once, for many comparisons."""
    found: dict[str, dict] = defaultdict(dict)
    for key, row in published.items():
        found[row.series][key] = row
    return found


def comparisons(reading: Reading, published: BySeries) -> list[AreaComparison]:
    """What a reading can be held against: the newest period that had ended. Districts have no published comparators."""
    kpi, area = reading.kpi, reading.area
    if area != kpi.areas[0]:
        return []
    found = []
    for comparator in comparators_of(kpi):
        rows = published.get(comparator.series, {})
        period = newest_period(rows, comparator.series, area, reading.quarter)
        if period is not None:
            figures = compare(rows, comparator, period, area)
            found.append(AreaComparison(area, figures, mismatches(kpi, reading.quarter, figures)))
    return found


@dataclass(frozen=True, slots=True)
class England:
    """England's value on the published figure that a KPI is held against, and that figure with its period."""

    published: Published
    value: float


@once_per_progress
def england_beside(progress: Progress, area: Area, quarter: Quarter) -> Mapping[str, England]:
    """England beside every KPI of an area by the KPI's id, where it is published; by the KPI's first comparator."""
    published, found = by_series(progress.records.evidence.published), {}
    for reading in progress.current(area, quarter):
        for comparison in comparisons(reading, published)[:1]:
            value = rate_of(comparison.figures.england)
            if value is not None:
                found[reading.kpi.id] = England(comparison.own, value)
    return found


@dataclass(frozen=True, slots=True)
class Past:
    """The same figure over the published periods that had ended: one value per period for each series, by name."""

    periods: tuple[str, ...]
    series: Mapping[str, tuple[float | None, ...]]


def past(comparison: AreaComparison, rows: PublishedFigures, quarter: Quarter) -> Past:
    """Kent, England, the South East and the median of the newest set: two figures alone say nothing of the way there."""
    comparator, area = comparison.figures.comparator, comparison.area
    own = [row for (_, code, _), row in rows.items() if code == area.code and row.value is not None]
    ended = sorted((row for row in own if last_day(row) <= quarter.end), key=last_day)
    each = [compare(rows, comparator, row.period, area) for row in ended]
    named = {
        area.name: [rate_of(one.own) for one in each],
        "England": [rate_of(one.england) for one in each],
        "South East": [rate_of(one.south_east) for one in each],
        "Statistical neighbours": [one.sets[-1].median if one.sets else None for one in each],
    }
    kept = {name: tuple(values) for name, values in named.items() if any(value is not None for value in values)}
    return Past(tuple(row.period for row in ended), kept)
