"""Which published counts are sums of returned ones, of the same definition and period: whoever reads them knows the sum."""

from collections.abc import Iterable, Mapping
from functools import cache

from kpis.comparators import last_day
from plumbing.reference import rows
from programme.hidden import Item
from programme.measures import measures
from programme.published import Published, published_figures
from programme.quarter import Quarter

YEARS = ("calendar year", "financial year")  # those that end with a quarter
QUARTERS = 4


@cache
def same_counts() -> Mapping[str, tuple[tuple[str, str], ...]]:
    """By series, which of its counts (`numerator` or `denominator`) is which measure."""
    found: dict[str, tuple[tuple[str, str], ...]] = {}
    for row in rows("same_counts"):
        found[row["series"]] = (*found.get(row["series"], ()), (row["count"], row["measure"]))
    return found


def totals_of(published: Iterable[Published]) -> Mapping[Item, float]:
    """What each of these says of the returned counts that it is the sum of: a measure over the four quarters of its year."""
    found: dict[Item, float] = {}
    same = same_counts()
    for each in published:
        if each.series not in same or each.period_basis not in YEARS:
            continue
        for count, measure in same[each.series]:
            total = each.numerator if count == "numerator" else each.denominator
            if total is not None and each.area_code in _codes(measure) and each.understood:
                found[Item(measure, each.area_code, Quarter.containing(last_day(each)), QUARTERS)] = total
    return found


@cache
def totals_shipped() -> Mapping[Item, float]:
    """What is said in print of our counts by the figures that come with the system."""
    return totals_of(published_figures().values())


@cache
def _codes(measure: str) -> frozenset[str]:
    """The areas that a measure is returned for."""
    return frozenset(area.code for area in measures()[measure].areas)
