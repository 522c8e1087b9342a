"""What chance alone would give: the range of a count around what is expected, exact and without approximation.

Limits as in funnel plots (Spiegelhalter, Statistics in Medicine 2005; 24:1185): 95% and 99.8%, two-sided.
"""

from collections.abc import Callable
from dataclasses import dataclass
from math import ceil, exp, floor, lgamma, log, log1p, sqrt

USUAL, RARE = 0.05, 0.002  # the share of places that would lie outside by chance
REACH = 12  # standard deviations: beyond them nothing is left to add up


@dataclass(frozen=True, slots=True)
class Spread:
    """The counts from `low` to `high`, both included, between which chance keeps all but the stated share."""

    low: int
    high: int


def binomial_spread(trials: int, share: float, outside: float) -> Spread:
    """Of `trials` cases, each with the chance `share` (0 to 1): how many would count."""
    if not 0 < share < 1 or not trials:
        sure = round(trials * share)
        return Spread(sure, sure)

    def chance(count: int) -> float:
        ways = lgamma(trials + 1) - lgamma(count + 1) - lgamma(trials - count + 1)
        return exp(ways + count * log(share) + (trials - count) * log1p(-share))

    return _spread(chance, trials * share, sqrt(trials * share * (1 - share)), trials, outside)


def poisson_spread(expected: float, outside: float) -> Spread:
    """Of events that nothing limits in number, `expected` on average: how many would happen."""
    if expected <= 0:
        return Spread(0, 0)

    def chance(count: int) -> float:
        return exp(count * log(expected) - expected - lgamma(count + 1))

    return _spread(chance, expected, sqrt(expected), None, outside)


def _spread(chance: Callable[[int], float], mean: float, deviation: float, most: int | None, outside: float) -> Spread:
    """The counts at which the added-up chance first reaches each tail."""
    reach = REACH * (deviation + 1)
    first, last = max(0, floor(mean - reach)), ceil(mean + reach)
    last = last if most is None else min(most, last)
    low, total = None, 0.0
    for count in range(first, last + 1):
        total += chance(count)
        if low is None and total >= outside / 2:
            low = count
        if total >= 1 - outside / 2:
            return Spread(low, count)
    return Spread(first if low is None else low, last)
