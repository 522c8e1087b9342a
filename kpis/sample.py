"""A figure with what it counts: how likely it is by chance beside another one, where both are counts."""

from dataclasses import dataclass
from typing import Literal

from kpis.formulas import Count, PublishedValue, Rate, Share
from kpis.kpi import Kpi
from kpis.outcome import Known
from kpis.two_samples import chance_of_counts, chance_of_shares, rate_error, share_error
from programme.measures import measures


@dataclass(frozen=True, slots=True)
class Sample:
    """A `value` in the KPI's unit: `scale` × `hits` ÷ `base`, where it counts anything.

    A `share` counts some of its base, a `rate` counts events beside it, and a `count` has a base of 1. `kind` is None for
    what counts nothing: a score, money, the longest wait, a distance from a target.
    """

    value: float
    kind: Literal["share", "rate", "count"] | None = None
    hits: int = 0
    base: int = 1
    scale: float = 1

    @property
    def testable(self) -> bool:
        """Whether chance can be worked out from what it counts."""
        return self.kind is not None

    def chance_against(self, before: "Sample") -> float:
        """The two-sided chance that nothing changed between `before` and this."""
        if self.kind == before.kind == "share":
            return chance_of_shares((before.hits, before.base), (self.hits, self.base))
        return chance_of_counts(before.hits, self.hits, self.base / (before.base + self.base))

    def error_against(self, before: "Sample") -> float:
        """How far, in the KPI's unit, chance alone puts them apart: one standard error."""
        error = share_error if self.kind == before.kind == "share" else rate_error
        return self.scale * error((before.hits, before.base), (self.hits, self.base))


def sample_of(kpi: Kpi, known: Known) -> Sample:
    """A known figure of `kpi` with what it counts. Where close to target is best it is a distance, which counts nothing."""
    formula = kpi.formula
    if kpi.better == "target":
        return Sample(known.number)
    if isinstance(formula, Count):
        kind, hits, base, scale = "count", known.number, 1, 1
    elif isinstance(formula, Share | Rate | PublishedValue):
        kind = "rate" if isinstance(formula, Rate) else "share"
        hits, base, scale = known.numerator, known.denominator, formula.per if isinstance(formula, Rate) else 100
    else:
        return Sample(known.number)
    if not all(measures()[name].unit == "count" for name in formula.measures) or not _whole(hits) or not _whole(base):
        return Sample(known.number)
    kind = "rate" if kind == "share" and hits > base else kind
    return Sample(known.number, kind, round(hits), round(base), scale) if base else Sample(known.number)


def _whole(number: float | None) -> bool:
    """Whether it can be a count."""
    return number is not None and number >= 0 and abs(number - round(number)) < 1e-6
