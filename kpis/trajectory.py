"""A planned course: values agreed for quarters to come, and whether a figure is ahead of them or behind."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from itertools import pairwise
from math import isclose

from programme.quarter import Quarter


@dataclass(frozen=True, slots=True)
class Trajectory:
    """The course planned for a KPI in one area: a value for each quarter of `points` (`{"2024/25 Q4": 45}`), in its unit.

    `basis` says where the values come from, `agreed_on` the day from which they bind: no earlier figure is held against
    them. Raises ValueError without a point, and for a point that is no quarter.
    """

    points: Mapping[str, float]
    basis: str
    agreed_on: date

    def __post_init__(self):
        if not self.points:
            raise ValueError("A planned course must have a value for a quarter, got none")
        for quarter in self.points:
            Quarter.parse(quarter)

    @property
    def dated(self) -> tuple[tuple[Quarter, float], ...]:
        """Its points by quarter, oldest first."""
        return tuple(sorted((Quarter.parse(quarter), value) for quarter, value in self.points.items()))

    def planned(self, quarter: Quarter) -> float | None:
        """The value planned for `quarter`, on a straight line between points; None before the first and after the last."""
        dated = self.dated
        exact = dict(dated).get(quarter)
        if exact is not None:
            return exact
        for (start, value), (end, aim) in pairwise(dated):
            if start < quarter < end:
                return value + (aim - value) * (quarter - start) / (end - start)
        return None

    def binds(self, quarter: Quarter) -> bool:
        """Whether it was agreed by the end of `quarter`."""
        return self.agreed_on <= quarter.end


class PlanStanding(StrEnum):
    """A figure against the value planned for its quarter."""

    AHEAD = "ahead of plan"
    ON_PLAN = "on plan"
    BEHIND = "behind plan"


def plan_standing(value: float, plan: float, better: str | None, tolerance: float = 0) -> PlanStanding | None:
    """Ahead, on or behind; None for an activity indicator. Close to target, within `tolerance` is on plan, else behind."""
    if better is None:
        return None
    if isclose(value, plan, rel_tol=1e-9) or (better == "target" and abs(value - plan) <= tolerance):
        return PlanStanding.ON_PLAN
    return PlanStanding.AHEAD if better != "target" and (value > plan) == (better == "higher") else PlanStanding.BEHIND
