"""Two samples of counts: how often chance alone would part them as far, and how far chance lets them lie apart.

Exact and conditional on the sum, with the mid-p correction: Fisher's test for shares, the binomial for events (Agresti,
Categorical Data Analysis, 3.5). Neither sample is taken as if it were known.
"""

from collections.abc import Callable
from math import exp, lgamma, log, log1p, sqrt

NOTHING_LEFT = 1e-13  # of what has been added up: the rest of a tail is not worth adding


def chance_of_shares(before: tuple[int, int], now: tuple[int, int]) -> float:
    """The two-sided mid-p that one share lies behind both samples, each `(hits, cases)`."""
    (hits_before, cases_before), (hits, cases) = before, now
    if hits * cases_before < hits_before * cases:
        return chance_of_shares(now, before)
    both = hits_before + hits

    def ways(count: int) -> float:
        return _choose(cases, count) + _choose(cases_before, both - count) - _choose(cases + cases_before, both)

    def following(count: int) -> float:
        return (both - count) * (cases - count) / ((count + 1) * (count + 1 + cases_before - both))

    return _two_sided(exp(ways(hits)), following, hits)


def chance_of_counts(before: int, now: int, share: float = 0.5) -> float:
    """The two-sided mid-p that events come at one rate, of which `share` (0 to 1) is the part that falls to `now`."""
    both = before + now
    if now < both * share:
        return chance_of_counts(now, before, 1 - share)
    if not both or not 0 < share < 1:
        return 1.0
    odds = share / (1 - share)
    first = exp(_choose(both, now) + now * log(share) + before * log1p(-share))
    return _two_sided(first, lambda count: (both - count) / (count + 1) * odds, now)


def share_error(before: tuple[float, float], now: tuple[float, float]) -> float:
    """The standard error, by chance alone, of the difference of two shares (0 to 1), where one share lies behind both."""
    (hits_before, cases_before), (hits, cases) = before, now
    share = (hits_before + hits) / (cases_before + cases)
    return sqrt(max(0.0, share * (1 - share)) * (1 / cases_before + 1 / cases))


def rate_error(before: tuple[float, float], now: tuple[float, float]) -> float:
    """The standard error, by chance alone, of the difference of two rates, `(events, base)` each; of counts with bases 1."""
    (events_before, base_before), (events, base) = before, now
    return sqrt((events_before + events) / (base_before + base) * (1 / base_before + 1 / base))


def _choose(of: int, count: int) -> float:
    """The logarithm of the ways to choose `count`."""
    return lgamma(of + 1) - lgamma(count + 1) - lgamma(of - count + 1)


def _two_sided(first: float, following: Callable[[int], float], count: int) -> float:
    """Twice the tail that begins at `count`, of which the first term counts half: at most 1."""
    tail, term = first / 2, first
    while term > NOTHING_LEFT * tail:
        term *= following(count)
        tail += term
        count += 1
    return min(1.0, 2 * tail)
