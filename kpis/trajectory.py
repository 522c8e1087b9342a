"""The plan between dated targets, and whether a figure is ahead of it."""

from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum
from math import isclose
from typing import Literal

from kpis.kpi import Better, Target
from programme.quarter import Quarter


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
