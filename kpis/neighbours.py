"""Statistical neighbours: a dated set around one area, its three averages, rank and quartile line."""

from dataclasses import dataclass
from functools import cache
from statistics import fmean, median, quantiles

from kpis.kpi import Better
from plumbing.reference import rows
from programme.published import Published

QUARTILES_FROM = 4  # known neighbours
ROUNDED_TO = 0.1  # published rates have one decimal


@dataclass(frozen=True, slots=True)
class Neighbour:
    """One statistical neighbour, joined by ONS code, with its published figure where there is one."""

    code: str
    name: str
    published: Published | None

    @property
    def rate(self) -> float | None:
        """Its rate, None where none is published."""
        return rate_of(self.published)


@dataclass(frozen=True, slots=True)
class NeighbourSet:
    """A dated set of neighbours around `own`, the area's rate. An average of none is None; the area is in no average."""

    dated: str
    neighbours: tuple[Neighbour, ...]
    own: float | None
    better: Better

    @property
    def known(self) -> tuple[Neighbour, ...]:
        """The neighbours with a figure: the only ones that averages and rank speak for."""
        return tuple(each for each in self.neighbours if each.rate is not None)

    @property
    def missing(self) -> tuple[str, ...]:
        """The names of those without."""
        return tuple(each.name for each in self.neighbours if each.rate is None)

    @property
    def rates(self) -> list[float]:
        """The known rates."""
        return [each.rate for each in self.known]

    @property
    def mean(self) -> float | None:
        """The mean of the rates: every authority counts the same."""
        return fmean(self.rates) if self.known else None

    @property
    def median(self) -> float | None:
        """The middle rate."""
        return median(self.rates) if self.known else None

    @property
    def pooled(self) -> float | None:
        """Summed numerators over summed denominators: every case counts the same. None unless all known have counts."""
        figures = [each.published for each in self.known]
        if not figures or not all(map(_has_counts, figures)):
            return None
        return 100 * sum(figure.numerator for figure in figures) / sum(figure.denominator for figure in figures)

    @property
    def rank(self) -> int | None:
        """The area's place among itself and the known neighbours, 1 the best; equals share a place. None if unranked."""
        if self.own is None or self.better not in ("higher", "lower"):
            return None
        return 1 + sum(rate > self.own if self.better == "higher" else rate < self.own for rate in self.rates)

    @property
    def ranked(self) -> int:
        """How many areas the rank is among."""
        return len(self.known) + (self.own is not None)

    @property
    def quartile_line(self) -> float | None:
        """The rate that the best quarter of the known neighbours reaches; None for under four or no better direction."""
        if len(self.known) < QUARTILES_FROM or self.better not in ("higher", "lower"):
            return None
        return quantiles(self.rates, n=4, method="inclusive")[2 if self.better == "higher" else 0]


@cache
def neighbour_sets(area_code: str) -> dict[str, tuple[tuple[str, str], ...]]:
    """The area's sets by date, oldest first, each the codes and names of its neighbours in order of likeness."""
    own = sorted(
        (row for row in rows("statistical_neighbours") if row["area_code"] == area_code), key=lambda row: row["set"]
    )
    dates = dict.fromkeys(row["set"] for row in own)
    return {date: tuple((row["neighbour_code"], row["neighbour"]) for row in own if row["set"] == date) for date in dates}


def rate_of(published: Published | None) -> float | None:
    """The published value, unrounded where its counts give it; the value itself where they do not (another denominator)."""
    if published is None or published.value is None:
        return None
    if _has_counts(published):
        exact = 100 * published.numerator / published.denominator
        if abs(exact - published.value) <= ROUNDED_TO / 2 + 1e-9:
            return exact
    return published.value


def _has_counts(published: Published) -> bool:
    return published.unit == "percent" and published.numerator is not None and bool(published.denominator)
