"""Where on an image a value stands: two axes, each with its ends and the values that are named on it."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from math import floor, log10
from typing import Any

from reports.charts.chart import Chart, RankedChart
from reports.charts.frame import BOTTOM, height_of, named_periods, span_of, top_of
from reports.charts.paper import EDGE, Paper, text_width

TICKS = 6  # at most so many on an axis of amounts


@dataclass(frozen=True, slots=True)
class Tick:
    """A value that is named on an axis, in one line or two; `bold` where the last line, or all, stands out."""

    value: Any
    lines: tuple[str, ...]
    bold: tuple[bool, ...] = (False, False)


@dataclass(frozen=True, slots=True)
class Axis:
    """One direction: where a value stands between 0 and 1, and which values are named."""

    number: Callable[[Any], float]
    low: float
    high: float
    ticks: tuple[Tick, ...]
    grid: bool = True

    def share(self, value: Any) -> float:
        """0 at the beginning of the axis, 1 at its end."""
        return (self.number(value) - self.low) / (self.high - self.low)


@dataclass(frozen=True, slots=True)
class Plane:
    """The part of an image in which values are drawn, in pixels."""

    across: Axis
    up: Axis
    left: float
    top: float
    width: float
    height: float

    @property
    def foot(self) -> float:
        """Pixels from the top of the image to the bottom of the plane."""
        return self.top + self.height

    def x(self, value: Any) -> float:
        """Pixels from the left."""
        return self.left + self.width * self.across.share(value)

    def y(self, value: Any) -> float:
        """Pixels from the top."""
        return self.top + self.height * (1 - self.up.share(value))


def plane_of(chart: Chart | RankedChart, paper: Paper, top: float) -> Plane:
    """The plane of a chart whose image begins `top` pixels down, with room for the words around it."""
    across, up = _axes(chart)
    above = paper.pixels(top_of(chart))
    left = 2.5 * EDGE + max((_width(tick, paper) for tick in up.ticks), default=0)
    height = (paper.height or height_of(chart)) - above - paper.pixels(BOTTOM)
    return Plane(across, up, left, top + above, paper.width - left - _right(chart, paper), height)


def _axes(chart: Chart | RankedChart) -> tuple[Axis, Axis]:
    if isinstance(chart, RankedChart):
        return _amounts(chart), _ranks(chart)
    return _periods(chart), _days(chart) if chart.dated else _amounts(chart)


def _width(tick: Tick, paper: Paper) -> float:
    return max(text_width(line, paper.letter, bold) for line, bold in zip(tick.lines, tick.bold, strict=False))


def _right(chart: Chart | RankedChart, paper: Paper) -> float:
    """Room for the newest amount beside its point."""
    newest = [label for label in getattr(chart, "labels", ()) if label.side == "beside"]
    return 3 * EDGE + max((text_width(label.text, paper.pixels(14), bold=True) for label in newest), default=0)


def _periods(chart: Chart) -> Axis:
    ticks = tuple(Tick(period, lines) for period, lines in named_periods(chart.periods))
    return Axis(chart.periods.index, -0.6, len(chart.periods) - 0.4, ticks, grid=False)


def _ranks(chart: RankedChart) -> Axis:
    ticks = tuple(Tick(place, (each.name, each.amount), (each.bold, True)) for place, each in enumerate(chart.ranked))
    return Axis(float, len(ticks) - 0.4, -0.6, ticks, grid=False)


def _days(chart: Chart) -> Axis:
    """Days, with every first of January named."""
    first, last = span_of(chart)
    ticks = tuple(Tick(date(year, 1, 1), (str(year),)) for year in range(first.year, last.year + 1))
    return Axis(date.toordinal, first.toordinal(), last.toordinal(), ticks)


def _amounts(chart: Chart | RankedChart) -> Axis:
    """Round amounts, each 1, 2 or 5 times a power of ten apart."""
    low, high = span_of(chart)
    rough = (high - low) / TICKS
    power = 10 ** floor(log10(rough))
    step = next(times * power for times in (1, 2, 5, 10) if times * power >= rough)
    first = floor(low / step)
    places = (place * step for place in range(first, first + 2 * TICKS))
    decimals = max(0, -floor(log10(step)))
    ticks = (Tick(value, (f"{value:,.{decimals}f}{chart.suffix}",)) for value in places if low <= value <= high)
    return Axis(float, low, high, tuple(ticks))
