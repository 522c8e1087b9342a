"""The one honest word about a KPI: whether its latest comparable step is real, and which way it goes.

A step is real when seven figures in a row end with it, or else by the first of three tests that the KPI can take: its usual
moving ranges, two samples of counts, or the least change that its definition states. docs/decisions says why these.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from enum import StrEnum
from itertools import pairwise
from math import fsum, isclose, sqrt

from kpis.breaks import Break, newest_break, within_one_definition
from kpis.kpi import Kpi, Target
from kpis.outcome import Known
from kpis.sample import sample_of
from kpis.spc_rules import FIRM_FROM, SCREEN, TREND_POINTS
from kpis.student_t import chi_square, critical
from programme.areas import Area
from programme.quarter import Quarter

CHANCE = 0.05  # two-sided: one unchanged pair in 20 is called changed
SPREAD_FREEDOM = 2  # three past differences: fewer tell nothing of their spread

KnownByQuarter = Mapping[Quarter, Known | None]
"""What may be seen of a series, by the quarter it was reported in: None where there is no figure or it is hidden."""


class Direction(StrEnum):
    """Which way a KPI goes; rising and falling where no direction is the better one. A hidden figure is `c` and no more."""

    IMPROVING = "improving"
    WORSENING = "worsening"
    RISING = "rising"
    FALLING = "falling"
    NO_REAL_CHANGE = "no real change"
    CANNOT_BE_SAID = "cannot be said"
    HIDDEN = "c"


class Proof(StrEnum):
    """What decided whether a step is real."""

    ROW = "seven in a row"
    RANGE = "moving range"
    SAMPLES = "two samples"
    SPREAD = "its own past differences"
    LEAST = "least change"


class Barrier(StrEnum):
    """Why a direction cannot be said."""

    NO_FIGURE = "no figure"
    TOO_FEW = "too few counted"
    TOO_FEW_BEFORE = "too few counted before"
    NO_TARGET = "no target to be close to"
    BREAK = "break in the series"
    NOTHING_BEFORE = "nothing comparable before"


@dataclass(frozen=True, slots=True)
class Step:
    """The step from the figure of `since` to the newest, and what it comes to.

    `change` is in the KPI's unit, of the distance where close to target is best. `proof` is what decided; `chance` the
    two-sided probability that counts gave, `least` what the step had to exceed (or, for a least change, to reach).
    Where nothing can be said, `barrier` says why, and `broken` is the break that stands in between.
    """

    direction: Direction
    since: Quarter | None = None
    change: float | None = None
    proof: Proof | None = None
    chance: float | None = None
    least: float | None = None
    barrier: Barrier | None = None
    broken: Break | None = None

    @property
    def said(self) -> bool:
        """Whether there was something to compare."""
        return self.barrier is None

    @property
    def worse(self) -> bool:
        """Whether it is really worse."""
        return self.direction is Direction.WORSENING

    @property
    def better(self) -> bool:
        """Whether it is really better."""
        return self.direction is Direction.IMPROVING


def latest_step(kpi: Kpi, area: Area, seen: KnownByQuarter, target: Target | None) -> Step:
    """The step to the newest quarter of `seen` from the last figure comparable with it."""
    found = _comparable(kpi, seen, target)
    if isinstance(found, Step):
        return found
    now = max(found)
    since = _before(kpi, found, now)
    if since is None:
        known = [quarter for quarter, each in seen.items() if each is not None]
        return _nothing_before(kpi, seen, now, _before(kpi, known, now))
    row = not kpi.seasonal and kpi.basis.code != "YTD" and _row(found)
    step = _judged(kpi, area, found, since, now)
    return replace(step, direction=_way(kpi, step.change), proof=Proof.ROW, chance=None, least=None) if row else step


def steps_since(
    kpi: Kpi, area: Area, seen: KnownByQuarter, target: Target | None, since: Iterable[Quarter | None]
) -> list[Step]:
    """The steps to the newest quarter of `seen` from the figures of `since`, by the same tests but the row of seven."""
    found = _comparable(kpi, seen, target)
    if isinstance(found, Step):
        return [found for _ in since]
    now = max(found)
    return [
        _judged(kpi, area, found, quarter, now)
        if quarter in found and quarter < now
        else _nothing_before(kpi, seen, now, quarter)
        for quarter in since
    ]


def _comparable(kpi: Kpi, seen: KnownByQuarter, target: Target | None) -> dict[Quarter, Known] | Step:
    """The figures that can be held against the newest, where close to target is best as distances; or why none can."""
    newest = max(seen, default=None)
    if newest is None or seen[newest] is None:
        return Step(Direction.CANNOT_BE_SAID, barrier=Barrier.NO_FIGURE)
    if not kpi.enough(seen[newest].denominator):
        return Step(Direction.CANNOT_BE_SAID, barrier=Barrier.TOO_FEW)
    if kpi.better == "target" and target is None:
        return Step(Direction.CANNOT_BE_SAID, barrier=Barrier.NO_TARGET)
    within = within_one_definition(kpi, seen)
    found = {quarter: each for quarter, each in within.items() if each is not None and kpi.enough(each.denominator)}
    if kpi.better != "target":
        return found
    return {quarter: Known(abs(each.number - target.value)) for quarter, each in found.items()}


def _before(kpi: Kpi, found: Iterable[Quarter], now: Quarter) -> Quarter | None:
    """The last quarter comparable with `now`: a year before a rolling year, of the same season where there are seasons."""
    if kpi.basis.code == "R12M":
        return now - 4 if now - 4 in found else None
    if kpi.seasonal or kpi.basis.code == "YTD":
        found = [quarter for quarter in found if quarter.number == now.number]
    return max((quarter for quarter in found if quarter < now), default=None)


def _nothing_before(kpi: Kpi, seen: KnownByQuarter, now: Quarter, asked: Quarter | None) -> Step:
    """Why the figure of the quarter `asked` cannot be compared, where there is one: too few counted, or a break between."""
    known = seen.get(asked) if asked is not None and asked < now else None
    if known is None:
        return Step(Direction.CANNOT_BE_SAID, barrier=Barrier.NOTHING_BEFORE)
    if not kpi.enough(known.denominator):
        return Step(Direction.CANNOT_BE_SAID, since=asked, barrier=Barrier.TOO_FEW_BEFORE)
    return Step(Direction.CANNOT_BE_SAID, since=asked, barrier=Barrier.BREAK, broken=newest_break(kpi, now))


def _row(found: KnownByQuarter) -> bool:
    """Whether the last seven figures all rose or all fell."""
    last = [found[quarter].number for quarter in sorted(found)[-TREND_POINTS:]]
    signs = {0 if _same(before, after) else 1 if after > before else -1 for before, after in pairwise(last)}
    return len(last) == TREND_POINTS and signs in ({1}, {-1})


def _judged(kpi: Kpi, area: Area, found: KnownByQuarter, since: Quarter, now: Quarter) -> Step:
    """The step by the first of the three tests whose conditions the KPI meets."""
    change = found[now].number - found[since].number
    step = Step(Direction.NO_REAL_CHANGE, since, change)
    usual = _usual_range(found, since, now)
    charted = kpi.basis.code in ("Q", "MS") and not kpi.seasonal and len(found) >= FIRM_FROM
    if charted and usual is not None:
        least = SCREEN * usual
        real, step = abs(change) > least, replace(step, proof=Proof.RANGE, least=least)
    elif (chance := _chance(kpi, found[since], found[now])) is not None:
        spread = _own_spread(kpi, found, now) if chance < CHANCE else None
        hides = spread is not None and abs(change) <= spread
        step = replace(step, proof=Proof.SPREAD if hides else Proof.SAMPLES, chance=chance, least=spread)
        real = chance < CHANCE and not hides
    else:
        least = kpi.least_change_in(area)
        real = abs(change) >= least or isclose(abs(change), least, rel_tol=1e-9)
        step = replace(step, proof=Proof.LEAST, least=least)
    moved = real and not _same(found[since].number, found[now].number)
    return replace(step, direction=_way(kpi, change)) if moved else step


def _chance(kpi: Kpi, before: Known, now: Known) -> float | None:
    """The chance that nothing changed between two counts; None where there are none, and of stocks, which overlap."""
    if kpi.basis.code == "MS":
        return None
    samples = sample_of(kpi, before), sample_of(kpi, now)
    return samples[1].chance_against(samples[0]) if all(each.testable for each in samples) else None


def _usual_range(found: KnownByQuarter, since: Quarter, now: Quarter) -> float | None:
    """The mean moving range between neighbouring quarters, the step itself left out; None where there is no other."""
    neighbours = [(a, b) for a, b in pairwise(sorted(found)) if b - a == 1 and (a, b) != (since, now)]
    return fsum(abs(found[b].number - found[a].number) for a, b in neighbours) / len(neighbours) if neighbours else None


def _own_spread(kpi: Kpi, found: KnownByQuarter, now: Quarter) -> float | None:
    """How far the KPI's own past differences let a step go, where they spread more than chance allows; else None.

    Differences are those between comparable figures, before this step. Their spread is taken about their own mean, so that
    a steady course is no spread.
    """
    earlier = [(_before(kpi, found, quarter), quarter) for quarter in found if quarter < now]
    pairs = [(sample_of(kpi, found[a]), sample_of(kpi, found[b])) for a, b in earlier if a is not None]
    freedom = len(pairs) - 1
    if freedom < SPREAD_FREEDOM:
        return None
    differences = [after.value - before.value for before, after in pairs]
    middle = fsum(differences) / len(pairs)
    variance = fsum((each - middle) ** 2 for each in differences) / freedom
    by_chance = fsum(after.error_against(before) ** 2 for before, after in pairs) / len(pairs)
    if variance * freedom <= by_chance * chi_square(freedom):
        return None
    return critical(freedom) * sqrt(variance)


def _way(kpi: Kpi, change: float) -> Direction:
    """The word for a real step."""
    if kpi.better is None:
        return Direction.RISING if change > 0 else Direction.FALLING
    good = (change > 0) == (kpi.better == "higher")
    return Direction.IMPROVING if good else Direction.WORSENING


def _same(before: float, after: float) -> bool:
    """Equal but for the last binary digit."""
    return isclose(before, after, rel_tol=1e-9, abs_tol=1e-12)
