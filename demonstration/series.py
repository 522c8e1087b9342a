"""Kent's own series for every measure: curves, seasons and a little noise, made to add up to what is published."""

from functools import cache
from random import Random

from demonstration.apportion import apportion
from demonstration.seeds import Seed, seeds
from programme.areas import KENT
from programme.measures import Measure, measures
from programme.published import published_figures
from programme.quarter import Quarter

FIRST, LAST = Quarter.parse("2018/19 Q4"), Quarter.parse("2024/25 Q3")
QUARTERS: tuple[Quarter, ...] = tuple(FIRST.to(LAST))
"""Calendar years 2019 to 2024: calendar 2019 begins with 2018/19 Q4."""

Series = dict[Quarter, float]


def jitter(size: float, *about: object) -> float:
    """A factor within `size` of 1, always the same for the same subject."""
    return 1 + size * Random(" ".join(map(str, about))).uniform(-1, 1)


@cache
def series(measure_id: str) -> Series:
    """The measure's value for its whole area (Kent, or the NHS area) in each quarter it is due."""
    measure, seed = measures()[measure_id], seeds()[measure_id]
    due = [quarter for quarter in QUARTERS if measure.due(quarter)]
    wanted = {quarter: _wanted(measure, seed, quarter) for quarter in due}
    limits = series(measure.at_most) if measure.at_most else {}
    if not measure.whole:
        return {quarter: round(value, 1) for quarter, value in wanted.items()}
    rounded = {quarter: min(round(value), limits.get(quarter, value + 1)) for quarter, value in wanted.items()}
    return rounded | _published_years(seed, wanted, limits)


def _wanted(measure: Measure, seed: Seed, quarter: Quarter) -> float:
    value = seed.curve.over(quarter) if measure.period == "in the quarter" else seed.curve.closing(quarter)
    if seed.out_of:
        value *= series(seed.out_of)[quarter] / 100
    if not seed.curve.fixed(quarter):
        value *= jitter(seed.noise, measure.id, quarter)
    return value * seed.seasonal[quarter.number - 1]


def _published_years(seed: Seed, wanted: Series, limits: Series) -> Series:
    """The quarters of each calendar year whose total is published, adding up to it."""
    exact: Series = {}
    for year in sorted({quarter.start.year for quarter in wanted}):
        total = published_total(seed, year)
        if total is not None:
            quarters = [quarter for quarter in wanted if quarter.start.year == year]
            room = [limits[quarter] for quarter in quarters] if limits else None
            exact |= zip(quarters, apportion(total, [wanted[quarter] for quarter in quarters], room), strict=True)
    return exact


def published_total(seed: Seed, year: int) -> int | None:
    """What the measure came to in a calendar year, as published for Kent; None where it is not."""
    if not seed.total:
        return None
    figure, side = seed.total
    found = published_figures().get((figure, KENT.code, str(year)))
    count = getattr(found, side) if found else None
    return None if count is None else int(count)
