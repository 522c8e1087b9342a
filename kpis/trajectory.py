"""The plan between dated targets, whether a figure is ahead of it, and when the target is met at the pace of late."""

from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum
from math import ceil, isclose
from typing import Literal

from kpis.kpi import Better, Target
from kpis.trend import Series, Slope, distances, fit
from programme.quarter import Quarter

PACE_QUARTERS = 8
HORIZON = 40  # quarters: a date more than ten years off is no date to plan by


@dataclass(frozen=True, slots=True)
class Baseline:
    """Where the plan starts: the value of a quarter."""

    quarter: Quarter
    value: float


class PlanStanding(StrEnum):
    """A figure against the value planned for its quarter."""

    AHEAD = "ahead of plan"
    ON_PLAN = "on plan"
    BEHIND = "behind plan"


class Outlook(StrEnum):
    """What the pace of the last eight quarters says about the target."""

    MET = "target met"
    ON_COURSE = "on course"
    NOT_AT_THIS_PACE = "not at this pace"
    TOO_FEW_FIGURES = "too few figures to say"


@dataclass(frozen=True, slots=True)
class Course:
    """The outlook for `target`, from the figure `value` of quarter `since` at `pace` (None where unknown).

    On course, the target is met in `meets`; the slope's 95% interval puts it between `earliest` and `latest`, and
    `latest` is None where the slow end of the interval does not reach it within ten years.
    For a close-to-target KPI, value, target and pace are distances from the target.
    """

    outlook: Outlook
    target: float
    value: float | None = None
    since: Quarter | None = None
    pace: Slope | None = None
    meets: Quarter | None = None
    earliest: Quarter | None = None
    latest: Quarter | None = None


def planned(
    quarter: Quarter,
    targets: Sequence[Target],
    baseline: Baseline | None = None,
    shape: Literal["linear", "step"] = "linear",
) -> float | None:
    """The value planned for `quarter`: linear from the baseline through each dated target, level after the last.

    `step` holds each value until the next one applies. A baseline later than the first target is not used.
    None before the baseline, or before the first target without one.
    """
    dated = [(target.from_quarter, target.value) for target in targets]
    if baseline is not None and all(baseline.quarter < since for since, _ in dated):
        dated = [(baseline.quarter, baseline.value), *dated]
    reached = [each for each in dated if each[0] <= quarter]
    if not reached:
        return None
    following = next((each for each in dated if each[0] > quarter), None)
    start, value = reached[-1]
    if following is None or shape == "step":
        return value
    end, aim = following
    return value + (aim - value) * (quarter - start) / (end - start)


def plan_standing(value: float, plan: float, better: Better, tolerance: float = 0) -> PlanStanding | None:
    """Ahead, on or behind; None for an activity indicator. Close to target, within `tolerance` is on plan, else behind."""
    if better is None:
        return None
    if isclose(value, plan, rel_tol=1e-9) or (better == "target" and abs(value - plan) <= tolerance):
        return PlanStanding.ON_PLAN
    return PlanStanding.AHEAD if better != "target" and (value > plan) == (better == "higher") else PlanStanding.BEHIND


def course(series: Series, quarter: Quarter, target: Target | None, better: Better) -> Course | None:
    """When `target` is met from the latest figure at the pace of the eight quarters up to `quarter`.

    The pace is a least-squares slope, so at least six of the eight must be known. None for an activity indicator
    or without a target.
    """
    if better is None or target is None:
        return None
    aim = target.value
    if better == "target":
        series, aim, better = distances(series, target.value), target.tolerance or 0.0, "lower"
    window = {each: series.get(each) for each in quarter.last(PACE_QUARTERS)}
    since = max((each for each, value in window.items() if value is not None), default=None)
    if since is None:
        return Course(Outlook.TOO_FEW_FIGURES, aim)
    return _outlook(window[since], since, aim, 1 if better == "higher" else -1, fit(window))


def _outlook(value: float, since: Quarter, aim: float, sign: int, pace: Slope | None) -> Course:
    gap = (aim - value) * sign
    if gap <= 0:
        return Course(Outlook.MET, aim, value, since, pace)
    if pace is None:
        return Course(Outlook.TOO_FEW_FIGURES, aim, value, since)
    slow, fast = sorted((pace.low * sign, pace.high * sign))
    meets = _reached(since, gap, pace.slope * sign)
    if meets is None:
        return Course(Outlook.NOT_AT_THIS_PACE, aim, value, since, pace)
    return Course(Outlook.ON_COURSE, aim, value, since, pace, meets, _reached(since, gap, fast), _reached(since, gap, slow))


def _reached(since: Quarter, gap: float, pace: float) -> Quarter | None:
    """The quarter in which `gap` is closed; None where it widens, stands still or takes beyond the horizon."""
    if pace * HORIZON < gap:
        return None
    return since + ceil(round(gap / pace, 9))
