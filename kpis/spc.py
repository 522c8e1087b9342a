"""Statistical process control as in NHS "Making Data Count": XmR limits, special causes, variation and assurance.

Where this differs from NHS plotthedots, and which option brings its number back: docs/deviations.md.
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum
from itertools import pairwise
from math import fsum, isclose, isfinite

from kpis.kpi import Better, Kpi
from kpis.spc_rules import FIRM_FROM, LIMIT, LIMITS_FROM, SCREEN, UPWARDS, Limits, SpecialCause, special_causes
from programme.quarter import Quarter


class Variation(StrEnum):
    """Is it changing? `neither`: it is, but no direction is the better one."""

    IMPROVING = "improving"
    CONCERNING = "concerning"
    COMMON_CAUSE = "common_cause"
    NEITHER = "neither"


class Assurance(StrEnum):
    """Will it keep meeting the target, if nothing changes?"""

    CONSISTENT_PASS = "consistent_pass"
    CONSISTENT_FAIL = "consistent_fail"
    INCONSISTENT = "inconsistent"


@dataclass(frozen=True, slots=True)
class Point:
    """One value with the limits of its phase. `special_cause` is None at a gap (`value` None)."""

    value: float | None
    centre: float | None
    lower: float | None
    upper: float | None
    trial: bool
    special_cause: SpecialCause | None


@dataclass(frozen=True, slots=True)
class ControlChart:
    """One point per value, in order; also read by index."""

    points: tuple[Point, ...]

    def __getitem__(self, index: int) -> Point:
        return self.points[index]

    def __len__(self) -> int:
        return len(self.points)

    def __iter__(self) -> Iterator[Point]:
        return iter(self.points)

    @property
    def latest_index(self) -> int | None:
        """Where the last point stands that is not a gap: judgement is as at that quarter, and must say so if it is old."""
        return next((i for i in reversed(range(len(self))) if self.points[i].value is not None), None)

    @property
    def latest(self) -> Point | None:
        """The last point that is not a gap."""
        return None if self.latest_index is None else self.points[self.latest_index]


@dataclass(frozen=True, slots=True)
class Rebase:
    """A recalculation of limits at `index`, which begins `quarter`. It must give its reason."""

    index: int
    quarter: Quarter
    reason: str

    def __post_init__(self):
        if not self.reason.strip():
            raise ValueError(f"A recalculation of limits must give its reason, got none for {self.quarter}")


def chartable(kpi: Kpi) -> bool:
    """Whether an XmR chart may judge this KPI.

    Rolling and cumulative figures share quarters, which fakes runs and limits; nothing special makes the swings of seasons.
    """
    return kpi.basis.code not in ("R12M", "YTD") and not kpi.seasonal


def rebases(breaks: Mapping[str, str] | None, quarters: Sequence[Quarter]) -> tuple[Rebase, ...]:
    """Where a KPI's `breaks` begin new phases of a series over `quarters` (ascending); those outside it are left out."""
    dated = sorted((Quarter.parse(text), reason) for text, reason in (breaks or {}).items())
    begun = [(next((i for i, each in enumerate(quarters) if each >= quarter), None), reason) for quarter, reason in dated]
    return tuple(Rebase(index, quarters[index], reason) for index, reason in begun if index)


def xmr(values: Sequence[float | None], *, rebase_at: Sequence[int] = (), screen_outliers: bool = True) -> ControlChart:
    """An XmR chart of `values`, one per equal period, None where there is a gap.

    `rebase_at` holds the indices at which a new phase begins: limits start afresh and no rule looks across.
    `screen_outliers=False` keeps every moving range, as the NHS Excel tool does.
    Raises ValueError for a value that is not finite and for an index outside the series.
    """
    if not all(value is None or isfinite(value) for value in values):
        raise ValueError(f"Each value must be a finite number, or None for a gap, got: {list(values)}")
    if not all(0 <= index < len(values) for index in rebase_at):
        raise ValueError(f"A phase must begin inside the series of {len(values)} values, got: {list(rebase_at)}")
    edges = sorted({0, *rebase_at, len(values)})
    phases = (_phase(values[start:end], screen_outliers) for start, end in pairwise(edges))
    return ControlChart(tuple(point for phase in phases for point in phase))


def variation(chart: ControlChart, better: Better) -> Variation | None:
    """Judged at the latest known point; None where its phase has no limits. `target` has no better direction."""
    latest = chart.latest
    if latest is None or latest.upper is None:
        return None
    return variation_of(latest.special_cause, better)


def variation_of(cause: SpecialCause, better: Better) -> Variation:
    """What one point's cause means for a KPI with this better direction."""
    if cause is SpecialCause.COMMON_CAUSE:
        return Variation.COMMON_CAUSE
    if better not in ("higher", "lower"):
        return Variation.NEITHER
    return Variation.IMPROVING if (cause in UPWARDS) == (better == "higher") else Variation.CONCERNING


def assurance(chart: ControlChart, target: float | None, better: Better) -> Assurance | None:
    """The target against the latest limits; None without limits, target or better direction."""
    latest = chart.latest
    if latest is None or latest.upper is None or target is None or better not in ("higher", "lower"):
        return None
    if latest.lower <= target <= latest.upper:
        return Assurance.INCONSISTENT
    easy = target < latest.lower if better == "higher" else target > latest.upper
    return Assurance.CONSISTENT_PASS if easy else Assurance.CONSISTENT_FAIL


def _phase(values: Sequence[float | None], screen_outliers: bool) -> list[Point]:
    known = [value for value in values if value is not None]
    limits = _limits(values, known, screen_outliers)
    causes = iter(special_causes(known, limits))
    return [
        Point(value, limits.centre, limits.lower, limits.upper, limits.trial, None if value is None else next(causes))
        for value in values
    ]


def _limits(values: Sequence[float | None], known: Sequence[float], screen_outliers: bool) -> Limits:
    if not known:
        return Limits()
    centre = fsum(known) / len(known)
    # Across a gap two values are not neighbours, so no moving range is taken there.
    ranges = [abs(after - before) for before, after in pairwise(values) if before is not None and after is not None]
    if len(known) < LIMITS_FROM or not ranges:
        return Limits(centre)
    reach = LIMIT * _typical(ranges, screen_outliers)
    if reach == 0 and not isclose(min(known), max(known)):
        return Limits(centre)
    return Limits(centre, centre - reach, centre + reach, trial=len(known) < FIRM_FROM)


def _typical(ranges: Sequence[float], screen_outliers: bool) -> float:
    """The mean moving range. Screening that would leave no movement at all is not applied."""
    typical = fsum(ranges) / len(ranges)
    kept = [each for each in ranges if each < SCREEN * typical] if screen_outliers else []
    return fsum(kept) / len(kept) if any(kept) else typical
