"""Forecasts tried on the past: fitted to six published figures, held against the three that came after them."""

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from functools import cache

from kpis.trend import TREND_FROM, fit
from programme.published import published_figures
from programme.quarter import Quarter

ENOUGH_ORIGINS = 30  # fewer starting points: no date follows from a pace
TEN_YEARS = 10  # annual series of this length or longer are tried
MONTHS = 48  # a monthly series of this length or longer is tried, at the ends of its quarters
AHEAD = (1, 2, 3)  # figures after the last one fitted
NOMINAL = 0.95
HELD_ENOUGH = 0.9  # of the intervals: where fewer held, they are too narrow for a date


@dataclass(frozen=True, slots=True)
class Trial:
    """All forecasts of one basis so many figures ahead: from how many origins, and how many lay in their interval."""

    basis: str
    ahead: int
    origins: int
    held: int

    @property
    def share(self) -> float:
        """The share of intervals that held, to be set against `NOMINAL`."""
        return self.held / self.origins


@cache
def trials() -> tuple[Trial, ...]:
    """Every trial, annual figures first."""
    return (*_trials("A", _annual()), *_trials("Q", _quarterly()))


def next_tried(basis: str) -> Trial | None:
    """The trial of forecasts one figure ahead; None where no series of that basis is long enough to try any."""
    return next((trial for trial in trials() if (trial.basis, trial.ahead) == (basis, 1)), None)


def dated(basis: str) -> tuple[int, ...]:
    """How many figures ahead a date may lie: tried from enough origins, and held nearly as often as was said."""
    found = (trial for trial in trials() if trial.basis == basis)
    return tuple(trial.ahead for trial in found if trial.origins >= ENOUGH_ORIGINS and trial.share >= HELD_ENOUGH)


def _trials(basis: str, tried: Iterable[Mapping[Quarter, float]]) -> list[Trial]:
    found: dict[int, list[bool]] = {ahead: [] for ahead in AHEAD}
    for series in tried:
        for fitted, after in _origins(series):
            line = fit(fitted)
            for ahead, (quarter, value) in zip(AHEAD, after.items(), strict=True):
                expected = line.predicted(quarter)
                found[ahead].append(expected.low <= value <= expected.high)
    return [Trial(basis, ahead, len(held), sum(held)) for ahead, held in found.items() if held]


def _origins(series: Mapping[Quarter, float]) -> Iterable[tuple[dict[Quarter, float], dict[Quarter, float]]]:
    """Six figures on end with the three that followed, from every starting point."""
    known, ahead = sorted(series), max(AHEAD)
    for first in range(len(known) - TREND_FROM - ahead + 1):
        fitted, after = known[first : first + TREND_FROM], known[first + TREND_FROM :][:ahead]
        yield {each: series[each] for each in fitted}, {each: series[each] for each in after}


def _annual() -> list[dict[Quarter, float]]:
    """Published series of ten years or more, each year at the quarter of its end."""
    found = defaultdict(dict)
    for each in published_figures().values():
        if each.value is not None and each.period_basis != "month" and "-" not in each.period:
            found[each.series, each.area_code][Quarter(int(each.period[:4]), 1)] = each.value
    return [series for series in found.values() if len(series) >= TEN_YEARS]


def _quarterly() -> list[dict[Quarter, float]]:
    """Published monthly series of four years or more, as the last months of their quarters."""
    found, months = defaultdict(dict), defaultdict(int)
    for each in published_figures().values():
        if each.value is None or "-" not in each.period:
            continue
        month = date(*map(int, each.period.split("-")), 1)
        months[each.series, each.area_code] += 1
        if month.month % 3 == 0:
            found[each.series, each.area_code][Quarter.containing(month)] = each.value
    return [series for key, series in found.items() if months[key] >= MONTHS]
