"""Kent's own rating: target met, floor standard met, or neither, with the reason."""

from dataclasses import dataclass
from enum import StrEnum

from kpis.evaluate import KpiResult
from kpis.kpi import Kpi, Target
from kpis.outcome import Known, Unknown


class Rating(StrEnum):
    """Green, amber and red as in Kent's Quarterly Performance Report; not rated is a class of its own."""

    GREEN = "green"
    AMBER = "amber"
    RED = "red"
    NOT_RATED = "not rated"


@dataclass(frozen=True, slots=True)
class Rated:
    """A rating, the target it was judged by, and why it is not rated where it is not."""

    rating: Rating
    target: Target | None = None
    reason: str = ""


def rate(result: KpiResult) -> Rated:
    """Judge a result by the target in force in its quarter, on the unrounded value; equality meets."""
    kpi = result.kpi
    return rate_by(result, kpi.target_in(result.reported) if kpi.targets_apply_in(result.area) else None)


def rate_by(result: KpiResult, target: Target | None) -> Rated:
    """Judge a result by a `target`, which may be that of another quarter."""
    kpi, outcome = result.kpi, result.outcome
    if isinstance(outcome, Unknown):
        return Rated(Rating.NOT_RATED, target, str(outcome))
    reason = _not_rated(result, outcome, target)
    return Rated(Rating.NOT_RATED, target, reason) if reason else Rated(_judge(kpi, outcome, target), target)


def _not_rated(result: KpiResult, known: Known, target: Target | None) -> str:
    """Why a known number is not rated; empty where it is."""
    kpi = result.kpi
    if not kpi.targets_apply_in(result.area):
        return f"its {'target' if kpi.targets else 'expected range'} is for {kpi.areas[0].name} as a whole"
    if kpi.better is None:
        return _activity(kpi, known.number)
    if target is None:
        return "no target applies in this quarter"
    if not kpi.enough(known.denominator):
        return f"only {known.denominator:g} counted, and fewer than {kpi.rated_from} are not rated"
    return ""


def _judge(kpi: Kpi, known: Known, target: Target) -> Rating:
    if kpi.better == "target":
        value, aim, floor = -abs(known.number - target.value), -(target.tolerance or 0), -target.floor
    else:
        sign = 1 if kpi.better == "higher" else -1
        value, aim, floor = sign * known.number, sign * target.value, sign * target.floor
    if value >= aim:
        return Rating.GREEN
    return Rating.AMBER if value >= floor else Rating.RED


def _activity(kpi: Kpi, number: float) -> str:
    if kpi.expected is None:
        return "an activity indicator with no agreed range"
    if kpi.expected.low <= number <= kpi.expected.high:
        return "an activity indicator, within its expected range"
    return f"an activity indicator, {'above' if number > kpi.expected.high else 'below'} its expected range"
