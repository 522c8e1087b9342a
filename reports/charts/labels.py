"""Words within a chart: lines that bear their own name and amount, and the newest amount beside its point."""

from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import replace
from math import ceil

from kpis.kpi import Kpi
from reports.charts.chart import Chart, ChartPeriod, Label, Steps
from reports.charts.frame import span_of, suffix_of
from reports.charts.paper import text_width
from reports.language.numbers import number_text
from reports.progress.readings import Reading

GAP = 14  # pixels from one label to the next above it
LOWEST = 9  # pixels above the axis
WIDTH = 1_000  # pixels of a plot on a projector
LETTER = 12
OTHER = {"above": "below", "below": "above"}
UP = {"above": 10, "below": -10, "beside": 0}  # pixels from the value to the middle of its text


def step_labels(kpi: Kpi, periods: Sequence[ChartPeriod], steps: Steps, side: str = "above") -> Iterator[Label]:
    """The name and amount of a line where it begins, and its new amount wherever it steps to another."""
    before, named = None, False
    for period, value in zip(periods, steps.values, strict=True):
        if value is not None and value != before:
            amount = f"{number_text(value, kpi.decimals)}{suffix_of(kpi.unit)}"
            yield Label(period, value, amount if named else f"{steps.name} {amount}", side)
            named = True
        before = value


def point_label(reading: Reading) -> Label:
    """The figure to the right of the newest point, in the margin, where no line can run through it."""
    return Label(reading.quarter, reading.shown.value, reading.display, "beside")


def heights(chart: Chart, plot: float, width: float = WIDTH) -> list[tuple[Label, float]]:
    """Each label with how many pixels its middle stands above the bottom of a plot of that height and width.

    It stands on the other side of its line where it would cover a figure, and is moved up where it would run into the one
    below it at the same period, or into the axis. An amount beside its point stays there.
    """
    clear = [_clear(chart, label, plot, width) for label in chart.labels]
    placed, lowest = [], defaultdict(lambda: LOWEST)
    for label in sorted(clear, key=lambda label: _pixels(chart, label, plot)):
        height = _pixels(chart, label, plot)
        if label.side != "beside":
            height = max(height, lowest[label.period])
            lowest[label.period] = height + GAP
        placed.append((label, height))
    return placed


def _clear(chart: Chart, label: Label, plot: float, width: float) -> Label:
    """The label on the side of its line where it covers no figure; where both do, on its own."""
    if label.side == "beside":
        return label
    other = replace(label, side=OTHER[label.side])
    return next((each for each in (label, other) if not _covers(chart, each, plot, width)), label)


def _covers(chart: Chart, label: Label, plot: float, width: float) -> bool:
    begins, reach = chart.periods.index(label.period), text_width(label.text, LETTER) / width * len(chart.periods)
    middle = _pixels(chart, label, plot)
    under = [value for each in chart.series for value in each.values[begins : begins + ceil(reach) + 1] if value is not None]
    return any(abs(_height(chart, value, plot) - middle) < GAP for value in under)


def _pixels(chart: Chart, label: Label, plot: float) -> float:
    return _height(chart, label.value, plot) + UP[label.side]


def _height(chart: Chart, value: float, plot: float) -> float:
    low, high = span_of(chart)
    return (value - low) / (high - low) * plot
