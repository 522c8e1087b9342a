"""Shares Kent's figures out over its twelve districts, which add up to Kent exactly."""

from functools import cache
from math import sqrt

from demonstration.apportion import apportion
from demonstration.seeds import rows, seeds
from demonstration.series import jitter, series
from programme.areas import DISTRICTS, Area
from programme.measures import measures
from programme.quarter import Quarter


@cache
def _population() -> dict[str, float]:
    return {row["district"]: float(row["weight"]) for row in rows("districts")}


@cache
def by_district(measure_id: str, quarter: Quarter) -> dict[Area, int]:
    """One whole number per district; none exceeds the district's figure for the measure's whole."""
    return split(measure_id, quarter, series(measure_id)[quarter])


def split(measure_id: str, quarter: Quarter, total: float) -> dict[Area, int]:
    """`total` shared out over the districts as this measure is in this quarter."""
    whole = measures()[measure_id].at_most
    limits = list(by_district(whole, quarter).values()) if whole else None
    bases = _bases(seeds()[measure_id].out_of, quarter)
    weights = [
        base * _difference(measure_id, quarter, area, total * base / sum(bases.values())) for area, base in bases.items()
    ]
    return dict(zip(bases, apportion(round(total), weights, limits), strict=True))


def _bases(out_of: str, quarter: Quarter) -> dict[Area, float]:
    """What the shares are in proportion to: each district's own denominator, or else its population."""
    if out_of and DISTRICTS[0] in measures()[out_of].areas:
        return by_district(out_of, quarter)
    return {district: _population()[district.name] for district in DISTRICTS}


def _difference(measure_id: str, quarter: Quarter, district: Area, expected: float) -> float:
    """How this district differs, lastingly and in this quarter; what happens in a quarter scatters as counts do."""
    seed = seeds()[measure_id]
    scatter = 1.5 * seed.noise
    if measures()[measure_id].period == "in the quarter":
        scatter += 1 / sqrt(max(expected, 1))
    return jitter(seed.spread, measure_id, district.name) * jitter(min(scatter, 1), measure_id, district.name, quarter)
