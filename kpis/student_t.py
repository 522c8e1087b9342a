"""Student's t and chi-square for whole degrees of freedom: how sure a slope or a spread is, without a statistics library."""

from functools import cache
from math import atan, cos, pi, sin, sqrt

CONFIDENCE = 0.95
ONE_SIDED = 1.6448536  # of a normal distribution, what it stays below with that probability
HALVINGS = 80  # from 0 to 10,000 down to the last binary digit


def within(t: float, freedom: int) -> float:
    """The probability that |T| is below `t`. Source: Abramowitz and Stegun, 26.7.3 and 26.7.4."""
    angle, odd = atan(t / sqrt(freedom)), freedom % 2
    term, total = cos(angle) if odd else 1.0, 0.0
    for power in range(odd, freedom - 1, 2):
        total += term
        term *= cos(angle) ** 2 * (power + 1) / (power + 2)
    return (angle + sin(angle) * total) * 2 / pi if odd else sin(angle) * total


@cache
def critical(freedom: int) -> float:
    """The two-sided critical value: |T| stays below it with probability `CONFIDENCE`. Found by halving."""
    low, high = 0.0, 10_000.0
    for _ in range(HALVINGS):
        middle = (low + high) / 2
        low, high = (middle, high) if within(middle, freedom) < CONFIDENCE else (low, middle)
    return high


def chi_square(freedom: int) -> float:
    """What a chi-square stays below with probability `CONFIDENCE`. Source: Wilson and Hilferty, PNAS 1931; 17:684."""
    ninth = 2 / (9 * freedom)
    return freedom * (1 - ninth + ONE_SIDED * sqrt(ninth)) ** 3
