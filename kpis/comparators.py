"""Kent beside England, the South East and its dated sets of statistical neighbours, every average named."""

from calendar import monthrange
from dataclasses import dataclass
from datetime import date
from functools import cache

from kpis.formulas import PublishedValue
from kpis.kpi import Better, Kpi
from kpis.neighbours import Neighbour, NeighbourSet, neighbour_sets, rate_of
from plumbing.reference import rows
from programme.areas import ENGLAND, KENT, SOUTH_EAST, Area
from programme.published import Published, PublishedFigures
from programme.quarter import Quarter

LAST_DAY = {"calendar year": (12, 31), "academic year": (8, 31), "financial year": (3, 31), "January census": (1, 31)}


@dataclass(frozen=True, slots=True)
class Comparator:
    """A published series to hold a KPI against. `difference` says how its definition departs from the KPI's, if it does.

    `better` is the published series' own direction: some are published as the complement of what the KPI counts.
    """

    series: str
    better: Better
    difference: str


@dataclass(frozen=True, slots=True)
class Comparison:
    """One published figure and period for an area and those it is held against. None where nothing is published."""

    comparator: Comparator
    period: str
    own: Published | None
    england: Published | None
    south_east: Published | None
    sets: tuple[NeighbourSet, ...]


def comparators_of(kpi: Kpi) -> tuple[Comparator, ...]:
    """The published figures a KPI may be held against: those of `comparators.csv`, else the one its definition names.

    A published count is held against nothing: places are of different sizes.
    """
    listed = tuple(
        Comparator(row["series"], row["better"] or None, row["difference"])
        for row in rows("comparators")
        if row["kpi"] == kpi.id
    )
    return listed or ((Comparator(kpi.published, kpi.better, ""),) if kpi.published and kpi.unit != "count" else ())


def missing_comparators(kpi: Kpi) -> tuple[str, ...]:
    """What would be the right comparison and is not held here, in words. None is shown in its place."""
    return tuple(row["missing"] for row in rows("comparators_missing") if row["kpi"] == kpi.id)


def newest_period(published: PublishedFigures, series: str, area: Area, quarter: Quarter) -> str | None:
    """The newest period of `series` that `area` has a value for and that had ended by the end of `quarter`."""
    found = (row for (name, code, _), row in published.items() if name == series and code == area.code)
    ended = [row for row in found if row.value is not None and last_day(row) <= quarter.end]
    return max(ended, key=last_day).period if ended else None


def compare(published: PublishedFigures, comparator: Comparator, period: str, area: Area = KENT) -> Comparison:
    """`area` beside England, the South East and each of its dated neighbour sets, all from the same figure and period."""

    def of(code: str) -> Published | None:
        return published.get((comparator.series, code, period))

    own = of(area.code)
    sets = tuple(
        NeighbourSet(
            dated, tuple(Neighbour(code, name, of(code)) for code, name in members), rate_of(own), comparator.better
        )
        for dated, members in neighbour_sets(area.code).items()
    )
    return Comparison(comparator, period, own, of(ENGLAND.code), of(SOUTH_EAST.code), sets)


def mismatches(kpi: Kpi, quarter: Quarter, comparison: Comparison) -> tuple[str, ...]:
    """A sentence for each way in which the published figure is not the KPI's own: its period, its definition."""
    said = []
    row = comparison.own or comparison.england
    if row is not None and not _same_period(kpi, quarter, row):
        said.append(f"Published for {row.period_basis} {row.period}; this KPI covers {kpi.basis.label(quarter)}.")
    if comparison.comparator.difference:
        said.append(f"Another definition: {comparison.comparator.difference}.")
    return tuple(said)


def last_day(published: Published) -> date:
    """The last day of its period. A year without a slash is the one that the period ends in."""
    return _last_day(published.period_basis, published.period)


@cache  # many series are published for the same few periods, and asked about at every moment
def _last_day(basis: str, period: str) -> date:
    if basis == "month":
        year, month = map(int, period.split("-"))
        return date(year, month, monthrange(year, month)[1])
    return date(int(period[:4]) + ("/" in period), *LAST_DAY[basis])


def _same_period(kpi: Kpi, quarter: Quarter, row: Published) -> bool:
    if kpi.basis.code == "R12M" and row.period_basis != "month":
        return last_day(row) == quarter.end  # any year of twelve months that ends with the quarter
    same_kind = row.period_basis == kpi.basis.name or kpi.basis.code == "MS" or isinstance(kpi.formula, PublishedValue)
    return same_kind and kpi.basis.published_period(quarter) == row.period
