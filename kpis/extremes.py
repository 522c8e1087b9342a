"""How a newest figure stands beside its own past: the lowest or highest since when, and the longest run of steps one way."""

from collections.abc import Mapping
from dataclasses import dataclass
from itertools import groupby, pairwise
from math import isclose

from programme.quarter import Quarter

BEATEN = 4  # figures: to lie beyond fewer is nothing to speak of
STEPS = 3  # one way: fewer are no run


@dataclass(frozen=True, slots=True)
class Extreme:
    """The newest figure is lower (or `high`: higher) than `beaten` figures before it, back to that of `since`.

    `since` is the last figure that is as low (or as high) or more so; None where there is none.
    """

    high: bool
    beaten: int
    since: Quarter | None


@dataclass(frozen=True, slots=True)
class LongestRun:
    """The newest figure ends a run of `steps` steps that all went up (or down), longer than any such run before it."""

    up: bool
    steps: int


def extreme(series: Mapping[Quarter, float | None]) -> Extreme | None:
    """What is to be said of the newest figure of one definition's series; None where it is neither low nor high."""
    known = _known(series)
    if not known or known[-1][0] != max(series):
        return None
    (_, now), earlier = known[-1], known[-2::-1]
    for high in (False, True):
        beyond = next((at for at, (_, value) in enumerate(earlier) if not _beats(now, value, high)), len(earlier))
        if beyond >= BEATEN:
            return Extreme(high, beyond, earlier[beyond][0] if beyond < len(earlier) else None)
    return None


def longest_run(series: Mapping[Quarter, float | None]) -> LongestRun | None:
    """The run that the newest figure ends; None where an earlier one was as long, or it is too short to speak of."""
    known = _known(series)
    if not known or known[-1][0] != max(series):
        return None
    signs = [_sign(after - before, before) for (_, before), (_, after) in pairwise(known)]
    runs = [(sign, len(list(steps))) for sign, steps in groupby(signs)]
    if not runs or not runs[-1][0] or runs[-1][1] < STEPS:
        return None
    sign, steps = runs[-1]
    earlier = (length for other, length in runs[:-1] if other == sign)
    return LongestRun(sign > 0, steps) if all(length < steps for length in earlier) else None


def _known(series: Mapping[Quarter, float | None]) -> list[tuple[Quarter, float]]:
    return [(quarter, value) for quarter, value in sorted(series.items()) if value is not None]


def _beats(now: float, value: float, high: bool) -> bool:
    return _sign(now - value, value) == (1 if high else -1)


def _sign(step: float, beside: float) -> int:
    """1 up, -1 down, 0 where the two are equal but for the last binary digit."""
    return 0 if isclose(beside + step, beside, rel_tol=1e-9, abs_tol=1e-12) else 1 if step > 0 else -1
