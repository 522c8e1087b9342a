"""What a figure usually is: a district's part of its whole, and the next step of a series, with how far each goes astray."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, replace
from math import exp, fsum, log, sqrt

from kpis.spc import xmr
from kpis.spc_rules import LIMITS_FROM

QUARTERS = 12  # looked back at: three years
PARTS_FROM = (1, 4, 8)  # quarters whose parts of the whole are taken for the next one's: whichever went least astray
TRIED = 8  # quarters that each way of expecting is tried on
FEWEST = 3  # quarters to try it on, and districts, below which nothing is expected
TELLING = 0.8  # of the dispersion: sizes are asked only where they say clearly more
MOST = 0.9  # of the whole: a district that has more leaves the others nothing to be told by
ROUNDED = 1 / 6  # variance of two rounded numbers: no series of whole numbers is steadier
REVISED = 0.11  # late records move a figure by up to a tenth either way, and nobody need ask why
FEW_STEPS = 3
CLEARLY = 1.1
WIDER = 1.4

Quarterly = Sequence[float]
"""The numbers of one quarter, one per district, always in the same order."""


@dataclass(frozen=True, slots=True)
class Guess:
    """What is expected of a number, with its usual distance from that."""

    value: float
    spread: float

    def astray(self, number: float) -> float:
        """How far a number is from it, in usual distances."""
        return (number - self.value) / self.spread


@dataclass(frozen=True, slots=True)
class UsualParts:
    """How a measure divides between districts: the usual part of each, and the variance of a count for each one expected.

    `leeway` is the share by which late records may move a figure, and what it is held against.
    """

    shares: tuple[float, ...]
    dispersion: float
    leeway: float = REVISED

    def expected(self, total: float) -> tuple[Guess, ...]:
        """Of each district, where they have `total` together."""
        return tuple(self._of(share * total) for share in self.shares)

    def beside_the_others(self, numbers: Quarterly) -> tuple[Guess, ...]:
        """Of each district by what all the others have: a wrong number does not speak for itself."""
        total = fsum(numbers)
        pairs = zip(self.shares, numbers, strict=True)
        return tuple(self._of((total - number) * share / (1 - share)) for share, number in pairs)

    def _of(self, value: float) -> Guess:
        return Guess(value, sqrt(self.dispersion * max(value, 1) + ROUNDED))


def parts(before: Sequence[Quarterly], sizes: Sequence[Quarterly] = (), size: Quarterly = ()) -> UsualParts | None:
    """How a quarter is expected to divide by those before it, the newest first; None where there are too few of them.

    `sizes` are the numbers of what each is counted in (of plans issued in time: of plans issued), `size` those of the
    quarter itself; without them every district is expected to keep its part. Of the ways to expect it, the one that went
    least astray.
    """
    ones = [[1.0] * len(each) for each in before]
    plain = _best(before, ones, ones[0] if ones else ())
    by_size = _best(before, sizes, size) if len(sizes) == len(before) and size and all(map(all, sizes)) else None
    if plain and by_size and by_size.dispersion < TELLING * plain.dispersion:
        return replace(by_size, leeway=2 * REVISED)
    return plain


def _best(before: Sequence[Quarterly], sizes: Sequence[Quarterly], size: Quarterly) -> UsualParts | None:
    found = [each for count in PARTS_FROM if before and (each := _parts(before, sizes, size, count))]
    return min(found, key=lambda each: each.dispersion, default=None)


def _parts(before: Sequence[Quarterly], sizes: Sequence[Quarterly], size: Quarterly, count: int) -> UsualParts | None:
    """By the rates of so many quarters, tried on quarters that are known."""
    squares, places = [], len(before[0])
    for at in range(min(TRIED, len(before) - count)):
        earlier = slice(at + 1, at + 1 + count)
        shares, total = _shares(before[earlier], sizes[earlier], sizes[at]), fsum(before[at])
        squares += [
            (number - share * total) ** 2 / max(share * total, 1) for number, share in zip(before[at], shares, strict=True)
        ]
    if len(squares) < FEWEST * places or places < FEWEST or not fsum(before[0]):
        return None
    shares = _shares(before[:count], sizes[:count], size)
    return UsualParts(shares, fsum(squares) / len(squares) * places / (places - 1)) if max(shares) < MOST else None


def _shares(before: Sequence[Quarterly], sizes: Sequence[Quarterly], size: Quarterly) -> tuple[float, ...]:
    """The part of each district by its rate in the quarters before and its size in this one."""
    rates = [fsum(own) / fsum(of) for own, of in zip(zip(*before, strict=True), zip(*sizes, strict=True), strict=True)]
    weights = [rate * each for rate, each in zip(rates, size, strict=True)]
    total = fsum(weights) or 1.0
    return tuple(weight / total for weight in weights)


@dataclass(frozen=True, slots=True)
class Reach:
    """Between what numbers the next one of a series lies, if it moves as it always has and late records add a tenth."""

    low: float
    high: float

    def __contains__(self, number: float) -> bool:
        return self.low <= number <= self.high

    def times(self, number: float) -> "Reach":
        """Of a rate: of the part, where the whole is `number`."""
        return Reach(self.low * number, self.high * number)

    def wider_than(self, other: "Reach") -> bool:
        """Whether it says clearly less, as a proportion."""
        return self.high * other.low > CLEARLY * other.high * self.low


Expecting = Callable[[Mapping[int, float], int], float | None]
"""What the number at a place is expected to be by those before it; None where too few are known."""


def _as_before(series: Mapping[int, float], at: int) -> float | None:
    return series.get(at - 1)


def _onwards(series: Mapping[int, float], at: int) -> float | None:
    """As far again as from the last but one to the last."""
    last, other = series.get(at - 1), series.get(at - 2)
    return 2 * last - other if last and other and 2 * last > other else None


def _as_a_year_ago(series: Mapping[int, float], at: int) -> float | None:
    """The same season a year ago, grown as the quarter before has grown in a year."""
    season, last, then = series.get(at - 4), series.get(at - 1), series.get(at - 5)
    return season * last / then if season and last and then else None


def _of_the_year_before(series: Mapping[int, float], at: int) -> float | None:
    return series.get(at - 4)


STEPS: tuple[Expecting, ...] = (_as_before, _onwards, _as_a_year_ago, _of_the_year_before)


def reach(series: Mapping[int, float], at: int) -> Reach | None:
    """Where the number at place `at` of a series is to be looked for, by the numbers at earlier places.

    Of the ways to expect it, the one that went least astray; any series may also go on as far again. None where
    nothing can be said.
    """
    before = {place: number for place, number in series.items() if at - QUARTERS <= place < at and number > 0}
    ways = {step: way for step in STEPS if (way := _way(step, before, at))}
    if not ways:
        return None
    best = min(ways, key=ways.get)
    spread, expected = ways[best]
    onwards = _onwards(before, at) or expected
    low, high = min(expected * exp(-spread), onwards), max(expected * exp(spread), onwards)
    return Reach(low * exp(-REVISED), high * exp(REVISED))


def _way(step: Expecting, before: Mapping[int, float], at: int) -> tuple[float, float] | None:
    """How far one way went astray (the larger limit of its errors, as a logarithm), and what it expects now."""
    expected = step(before, at)
    known = [(number, step(before, place)) for place, number in sorted(before.items())]
    errors = [log(number / guessed) for number, guessed in known if guessed]
    if not expected or len(errors) < FEW_STEPS:
        return None
    point = xmr(errors).latest if len(errors) >= LIMITS_FROM else None
    if point and point.upper is not None:
        return WIDER * max(abs(point.upper), abs(point.lower)), expected
    return 2 * max(map(abs, errors)), expected
