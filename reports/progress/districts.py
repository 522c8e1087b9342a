"""The districts beside each other: ranked, with what chance alone would make of Kent's rate in a district of that size."""

from dataclasses import dataclass
from enum import StrEnum

from disclosure.rule import Number
from kpis.chance import RARE, USUAL, Spread, binomial_spread, poisson_spread
from kpis.formulas import Rate, Share
from kpis.kpi import Kpi
from programme.areas import Area, parts_of
from programme.quarter import Quarter
from reports.progress.readings import Progress, Reading, once_per_progress

SIZE = "plans_in_place"
"""What a count of children is expected to follow: more children with plans, more cases."""


class ChanceBase(StrEnum):
    """What every district is expected to have, if there were nothing but chance between them."""

    SHARE = "the percentage of the whole"
    RATE = "the rate of the whole"
    CASES = "its share of the cases, by its number of children with a plan"
    NOTHING = "cannot be said"


class ChanceVerdict(StrEnum):
    """How a district stands against what chance alone would give it."""

    WITHIN = "no more than chance would give"
    PERHAPS = "perhaps more than chance"
    BEYOND = "more than chance"
    NOT_SAID = "cannot be said"


@dataclass(frozen=True, slots=True)
class Band:
    """The figures that chance alone would give: in 95 of 100 districts of this size, and in 998 of 1,000."""

    usual: tuple[float, float]
    rare: tuple[float, float]

    def verdict(self, value: float) -> ChanceVerdict:
        """Where a figure stands; on the edge is within."""
        if _inside(value, self.usual):
            return ChanceVerdict.WITHIN
        return ChanceVerdict.PERHAPS if _inside(value, self.rare) else ChanceVerdict.BEYOND


@dataclass(frozen=True, slots=True)
class District:
    """One district. `band` is None where its figure may not be seen or where chance cannot be worked out."""

    reading: Reading
    band: Band | None

    @property
    def value(self) -> float | None:
        """The figure that may be seen. A value that was reported is not held against other districts."""
        counted = isinstance(self.reading.shown, Number) and not self.reading.as_reported
        return self.reading.shown.value if counted else None

    @property
    def verdict(self) -> ChanceVerdict:
        """Whether its distance from Kent is more than noise."""
        return ChanceVerdict.NOT_SAID if self.band is None or self.value is None else self.band.verdict(self.value)


@dataclass(frozen=True, slots=True)
class Districts:
    """Every district of a whole in one quarter, best first; those without a figure to see come last."""

    kpi: Kpi
    quarter: Quarter
    whole: Reading
    ranked: tuple[District, ...]


@once_per_progress
def districts(progress: Progress, kpi: Kpi, quarter: Quarter) -> Districts | None:
    """The districts of the KPI's first area; None where it is not collected by district."""
    whole = kpi.areas[0]
    if not set(parts_of(whole)) & set(kpi.areas):
        return None
    readings = progress.family(kpi, whole, quarter)
    places = [
        District(reading, _band(progress, readings[whole], reading)) for area, reading in readings.items() if area != whole
    ]
    return Districts(kpi, quarter, readings[whole], tuple(sorted(places, key=_order)))


def _order(district: District) -> tuple:
    if district.value is None:
        return True, 0.0
    return False, district.value if district.reading.kpi.better == "lower" else -district.value


def chance_base(kpi: Kpi) -> ChanceBase:
    """What chance is worked out from for a figure of `kpi`."""
    match kpi.formula:
        case Share():
            return ChanceBase.SHARE
        case Rate():
            return ChanceBase.RATE
        case _:
            return ChanceBase.CASES if kpi.unit == "count" else ChanceBase.NOTHING


def _band(progress: Progress, whole: Reading, part: Reading) -> Band | None:
    """What chance would give the part if it had the rate of the whole; only from figures that may be seen."""
    if not isinstance(whole.shown, Number) or not isinstance(part.shown, Number) or whole.as_reported or part.as_reported:
        return None
    kpi, rate, base = whole.kpi, whole.shown.value, part.shown.denominator
    match chance_base(kpi):
        case ChanceBase.SHARE if base:
            spreads = [binomial_spread(round(base), rate / 100, outside) for outside in (USUAL, RARE)]
            return _scaled(spreads, 100 / base)
        case ChanceBase.RATE if base:
            spreads = [poisson_spread(rate * base / kpi.formula.per, outside) for outside in (USUAL, RARE)]
            return _scaled(spreads, kpi.formula.per / base)
        case ChanceBase.CASES if (size := _share_of_size(progress, whole, part.area)) is not None:
            return _scaled([poisson_spread(rate * size, outside) for outside in (USUAL, RARE)], 1)
    return None


def _scaled(spreads: list[Spread], by: float) -> Band:
    usual, rare = ((spread.low * by, spread.high * by) for spread in spreads)
    return Band(usual, rare)


def _share_of_size(progress: Progress, whole: Reading, part: Area) -> float | None:
    """The part of all children with a plan who live in a district; None where either number is not known."""
    found = [progress.records.evidence.figure(SIZE, area.code, whole.quarter) for area in (part, whole.area)]
    if any(figure is None or not figure.value or not progress.sees(figure.key) for figure in found):
        return None
    return found[0].value / found[1].value


def _inside(value: float, band: tuple[float, float]) -> bool:
    return band[0] - 1e-9 <= value <= band[1] + 1e-9
