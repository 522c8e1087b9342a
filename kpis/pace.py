"""Where a KPI is at its pace of late: an interval for a named quarter, and a date only where such forecasts held."""

from dataclasses import dataclass
from enum import StrEnum

from kpis.back_test import dated
from kpis.kpi import Kpi, Target
from kpis.trend import Range, ValuesByQuarter, distances, fit
from programme.measures import measures
from programme.quarter import Quarter


class Outlook(StrEnum):
    """What can be said of the target."""

    MET = "met now"
    DATED = "met by a date"
    NOT_WITHIN = "not surely met as far as was tried"
    NOT_TRIED = "forecasts were not tried enough"
    SEASONAL = "it follows the seasons"
    TOO_FEW = "too few figures"


@dataclass(frozen=True, slots=True)
class Pace:
    """The pace of `points` figures up to the one of `since`, in the KPI's unit; for close to target of the distance.

    `expected` is the 95% interval for `quarter`, that of the next figure. `date` is the first quarter in which the whole
    interval meets the target. Without a line through the figures only `outlook`, `points` and `since` are known.
    """

    outlook: Outlook
    points: int
    since: Quarter | None = None
    per_quarter: float | None = None
    quarter: Quarter | None = None
    expected: Range | None = None
    date: Quarter | None = None


def span(kpi: Kpi) -> int:
    """The quarters that a pace looks back over: eight, and six years where there is one figure a year."""
    return 24 if kpi.basis.code == "A" else 8


def pace(kpi: Kpi, comparable: ValuesByQuarter, target: Target | None) -> Pace | None:
    """The pace of a series within one definition, up to its newest figure; None without a target or a better direction."""
    if kpi.better is None or target is None:
        return None
    series = distances(comparable, target.value) if kpi.better == "target" else comparable
    known = [quarter for quarter, value in series.items() if value is not None]
    window = {quarter: series.get(quarter) for quarter in max(series).last(span(kpi))} if series else {}
    since, points = max(known, default=None), sum(value is not None for value in window.values())
    met = since is not None and _meets(kpi, target, series[since])
    if kpi.seasonal or kpi.basis.code == "YTD":
        return Pace(Outlook.MET if met else Outlook.SEASONAL, points, since)
    line = fit(window)
    if line is None:
        return Pace(Outlook.MET if met else Outlook.TOO_FEW, points, since)
    step = 4 if kpi.basis.code == "A" else 1
    reach = [since + step * ahead for ahead in dated(kpi.basis.code)]
    date = None if met else next((each for each in reach if _surely_meets(kpi, target, line.predicted(each))), None)
    outlook = Outlook.MET if met else Outlook.DATED if date else Outlook.NOT_WITHIN if reach else Outlook.NOT_TRIED
    return Pace(outlook, points, since, line.slope, since + step, _possible(kpi, line.predicted(since + step)), date)


def _surely_meets(kpi: Kpi, target: Target, expected: Range) -> bool:
    """Whether even the worse end of the interval meets the target."""
    return _meets(kpi, target, expected.low if kpi.better == "higher" else expected.high)


def _meets(kpi: Kpi, target: Target, value: float) -> bool:
    if kpi.better == "target":
        return value <= (target.tolerance or 0)
    return value >= target.value if kpi.better == "higher" else value <= target.value


def _possible(kpi: Kpi, expected: Range) -> Range:
    """The interval cut off where no figure can be: below 0, and of a percentage above 100."""
    below_zero = any(measures()[name].negative for name in kpi.formula.measures)
    most = 100.0 if kpi.unit == "percent" and not below_zero else float("inf")
    least = float("-inf") if below_zero else 0.0
    return Range(*(min(most, max(least, each)) for each in (expected.value, expected.low, expected.high)))
