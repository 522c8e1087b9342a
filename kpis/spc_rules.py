"""The rules of special cause, with every number they depend on: what makes a point of an XmR chart unusual.

Source: NHS England, Making Data Count; run lengths as in NHS plotthedots (other tools use 8 and 6).
"""

from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum
from itertools import pairwise
from math import isclose

LIMIT = 2.66  # moving ranges from the mean to a limit: 3 / 1.128
WARNING = 2 / 3  # of the way from the mean to a limit: the 2-sigma line
SCREEN = 3.267  # mean moving ranges from which a single one is left out
TREND_POINTS = 7
RUN_POINTS = 7
NEAR_WINDOW, NEAR_POINTS = 3, 2  # two of three near a limit
LIMITS_FROM = 7  # fewer known points: no limits
FIRM_FROM = 12  # fewer known points: trial limits


class SpecialCause(StrEnum):
    """Why a point is unusual; the strongest rule that it breaks, in this order."""

    ABOVE_UPPER_LIMIT = "above_upper_limit"
    BELOW_LOWER_LIMIT = "below_lower_limit"
    RISING_TREND = "rising_trend"
    FALLING_TREND = "falling_trend"
    TWO_OF_THREE_HIGH = "two_of_three_high"
    TWO_OF_THREE_LOW = "two_of_three_low"
    RUN_ABOVE_CENTRE = "run_above_centre"
    RUN_BELOW_CENTRE = "run_below_centre"
    COMMON_CAUSE = "common_cause"


UPWARDS = {
    SpecialCause.ABOVE_UPPER_LIMIT,
    SpecialCause.RISING_TREND,
    SpecialCause.TWO_OF_THREE_HIGH,
    SpecialCause.RUN_ABOVE_CENTRE,
}


@dataclass(frozen=True, slots=True)
class Limits:
    """Centre and limits of one phase, in the unit of its values; None where there are too few to say."""

    centre: float | None = None
    lower: float | None = None
    upper: float | None = None
    trial: bool = False


def special_causes(known: Sequence[float], limits: Limits) -> list[SpecialCause]:
    """One cause per known value. The weakest rule is painted first, so that a stronger one covers it."""
    causes = [SpecialCause.COMMON_CAUSE] * len(known)
    if limits.upper is not None:
        sides = [_side(value, limits.centre) for value in known]
        _paint_runs(causes, sides, RUN_POINTS, SpecialCause.RUN_ABOVE_CENTRE, SpecialCause.RUN_BELOW_CENTRE)
        _paint_near(causes, known, sides, limits)
        steps = [_side(after, before) for before, after in pairwise(known)]
        _paint_runs(causes, steps, TREND_POINTS - 1, SpecialCause.RISING_TREND, SpecialCause.FALLING_TREND)
        _paint_outside(causes, known, limits)
    return causes


def _side(value: float, line: float) -> int:
    """1 above, -1 below, 0 on the line: equal values must not part over the last binary digit."""
    return 0 if isclose(value, line, rel_tol=1e-9, abs_tol=1e-12) else 1 if value > line else -1


def _paint_runs(causes: list[SpecialCause], signs: Sequence[int], length: int, up: SpecialCause, down: SpecialCause) -> None:
    """Paint every point of `length` equal signs on end; signs between points reach one point further."""
    reach = length + len(causes) - len(signs)
    for start in range(len(signs) - length + 1):
        if abs(sum(signs[start : start + length])) == length:
            causes[start : start + reach] = [up if signs[start] > 0 else down] * reach


def _paint_near(causes: list[SpecialCause], known: Sequence[float], sides: Sequence[int], limits: Limits) -> None:
    """Paint the points near a limit where two of three are and all three lie on that side of the centre."""
    reach = limits.upper - limits.centre
    distances = [abs(value - limits.centre) for value in known]
    near = [_side(distance, WARNING * reach) > 0 and _side(distance, reach) <= 0 for distance in distances]
    for start in range(len(known) - NEAR_WINDOW + 1):
        window = range(start, start + NEAR_WINDOW)
        if abs(sum(sides[i] for i in window)) == NEAR_WINDOW and sum(near[i] for i in window) >= NEAR_POINTS:
            for i in window:
                if near[i]:
                    causes[i] = SpecialCause.TWO_OF_THREE_HIGH if sides[i] > 0 else SpecialCause.TWO_OF_THREE_LOW


def _paint_outside(causes: list[SpecialCause], known: Sequence[float], limits: Limits) -> None:
    for i, value in enumerate(known):
        if _side(value, limits.upper) > 0:
            causes[i] = SpecialCause.ABOVE_UPPER_LIMIT
        elif _side(value, limits.lower) < 0:
            causes[i] = SpecialCause.BELOW_LOWER_LIMIT
