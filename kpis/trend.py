"""Direction of travel by Kent's two rules (since the last figure, trend) and against the same quarter last year."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from enum import StrEnum
from math import fsum, isclose, sqrt

from kpis.evaluate import KpiResult
from kpis.kpi import Better
from kpis.student_t import critical
from programme.quarter import Quarter

TREND_FROM = 6  # fewer known points: no clear trend
SINCE_LAST, TREND, LAST_YEAR = "since last figure", "trend", "same quarter last year"

ValuesByQuarter = Mapping[Quarter, float | None]
"""Values by quarter, None where there is no figure. An absent quarter and None mean the same: a gap keeps its place."""


class DirectionOfTravel(StrEnum):
    """Which way a figure moves; rising and falling where no direction is the better one."""

    IMPROVED = "improved"
    WORSENED = "worsened"
    IMPROVING = "improving"
    WORSENING = "worsening"
    RISING = "rising"
    FALLING = "falling"
    SAME = "same"
    NO_CLEAR_TREND = "no clear trend"


@dataclass(frozen=True, slots=True)
class Range:
    """A value expected, and the 95% interval in which a new figure lies."""

    value: float
    low: float
    high: float


@dataclass(frozen=True, slots=True)
class Slope:
    """A least-squares line: `slope` per quarter with its two-sided 95% interval, from `points` known values.

    It passes through `centre` at the time `middle`; the squared times add up to `spread`, and values lie `error` off it.
    """

    slope: float
    low: float
    high: float
    points: int
    middle: float = 0.0
    centre: float = 0.0
    spread: float = 1.0
    error: float = 0.0

    @property
    def clear(self) -> bool:
        """Whether the slope can be told from zero."""
        return self.low > 0 or self.high < 0

    def predicted(self, quarter: Quarter) -> Range:
        """What the line gives for `quarter`: the interval holds the doubt of the line and of a single figure about it."""
        away = _time(quarter) - self.middle
        value = self.centre + self.slope * away
        margin = critical(self.points - 2) * self.error * sqrt(1 + 1 / self.points + away**2 / self.spread)
        return Range(value, value - margin, value + margin)


@dataclass(frozen=True, slots=True)
class Travel:
    """A direction with the rule that gave it. `change` is in the KPI's unit: since `since`, or per quarter for a trend.

    Where close to target is best, `change` is the change in the distance from the target.
    """

    rule: str
    direction: DirectionOfTravel
    change: float | None
    since: Quarter

    @property
    def worse(self) -> bool:
        """Whether it moves away from what is wanted."""
        return self.direction in (DirectionOfTravel.WORSENED, DirectionOfTravel.WORSENING)


def reported(results: Iterable[KpiResult]) -> dict[Quarter, float | None]:
    """The series of a KPI's results, oldest first. A carried-forward annual figure stands once, where it was reported."""
    return {result.reported: result.value for result in results}


def since_last(series: ValuesByQuarter, better: Better, target: float | None = None) -> Travel | None:
    """The newest quarter against the last figure before it; None where the newest has none or there is none before.

    `target` is needed where close to target is best: both figures are then held against it.
    """
    newest = max(series, default=None)
    earlier = max((quarter for quarter, value in series.items() if quarter != newest and value is not None), default=None)
    return _against(SINCE_LAST, series, newest, earlier, better, target)


def same_quarter_last_year(series: ValuesByQuarter, better: Better, target: float | None = None) -> Travel | None:
    """The newest quarter against the same quarter a year before, for KPIs that follow the seasons; None without both."""
    newest = max(series, default=None)
    return _against(LAST_YEAR, series, newest, newest and newest - 4, better, target)


def trend(series: ValuesByQuarter, better: Better, target: float | None = None) -> Travel | None:
    """Least-squares regression over the whole series; None where it holds no quarter at all.

    No clear trend where the slope cannot be told from zero (two-sided 95%) or fewer than 6 values are known.
    """
    if not series:
        return None
    line = fit(distances(series, target) if better == "target" else series)
    first = min(series)
    if line is None or not line.clear:
        return Travel(TREND, DirectionOfTravel.NO_CLEAR_TREND, line and line.slope, first)
    better = "lower" if better == "target" else better
    return Travel(
        TREND, _word(line.slope > 0, better, DirectionOfTravel.IMPROVING, DirectionOfTravel.WORSENING), line.slope, first
    )


def fit(series: ValuesByQuarter) -> Slope | None:
    """The least-squares line through the known values; None where fewer than 6 are known."""
    known = [(_time(quarter), value) for quarter, value in series.items() if value is not None]
    count = len(known)
    if count < TREND_FROM:
        return None
    middle, centre = sum(time for time, _ in known) / count, fsum(value for _, value in known) / count
    spread = sum((time - middle) ** 2 for time, _ in known)
    if isclose(min(value for _, value in known), max(value for _, value in known)):
        return Slope(0.0, 0.0, 0.0, count, middle, centre, spread)
    slope = fsum((time - middle) * (value - centre) for time, value in known) / spread
    left = fsum((value - centre - slope * (time - middle)) ** 2 for time, value in known)
    error = sqrt(left / (count - 2))
    margin = critical(count - 2) * error / sqrt(spread)
    return Slope(slope, slope - margin, slope + margin, count, middle, centre, spread, error)


def _time(quarter: Quarter) -> int:
    return quarter.year * 4 + quarter.number


def distances(series: ValuesByQuarter, target: float | None) -> dict[Quarter, float | None]:
    """How far each value is from `target`. Raises ValueError without one."""
    if target is None:
        raise ValueError("Where close to target is best, a direction needs the target, got none")
    return {quarter: None if value is None else abs(value - target) for quarter, value in series.items()}


def compared(before: float, now: float, better: Better) -> DirectionOfTravel:
    """How `now` stands against `before`, unrounded. For a close-to-target KPI give distances, with `lower`."""
    if isclose(before, now, rel_tol=1e-9, abs_tol=1e-12):
        return DirectionOfTravel.SAME
    return _word(now > before, better, DirectionOfTravel.IMPROVED, DirectionOfTravel.WORSENED)


def _word(up: bool, better: Better, good: DirectionOfTravel, bad: DirectionOfTravel) -> DirectionOfTravel:
    if better is None:
        return DirectionOfTravel.RISING if up else DirectionOfTravel.FALLING
    return good if up == (better == "higher") else bad


def _against(
    rule: str, series: ValuesByQuarter, newest: Quarter | None, earlier: Quarter | None, better: Better, target: float | None
) -> Travel | None:
    if better == "target":
        series, better = distances(series, target), "lower"
    now, before = series.get(newest), series.get(earlier)
    if now is None or before is None:
        return None
    return Travel(rule, compared(before, now, better), now - before, earlier)
