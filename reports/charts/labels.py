"""Words within a chart: lines that bear their own name and amount, and the newest amount beside its point.

All labels of a chart are one trace of text. As plotly's annotations they took longer to draw than the rest of the chart.
"""

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace

import plotly.graph_objects as go

from kpis.kpi import Kpi
from programme.quarter import Quarter
from reports.charts.frame import PLOT
from reports.language.numbers import amount_text, number_text

GAP = 14  # pixels from one label to the next above it
LOWEST = 9  # pixels above the axis
BESIDE = "\u2003"  # wider than the half of a point's sign, under which the text would else begin


@dataclass(frozen=True, slots=True)
class Label:
    """A text that begins at a quarter and an amount, moved up by some pixels."""

    quarter: Quarter
    value: float
    text: str
    up: float = 0
    size: int = 12


def step_labels(
    kpi: Kpi, quarters: Sequence[Quarter], values: Sequence[float | None], name: str, above: bool
) -> list[Label]:
    """The name and amount of a line where it begins, and its new amount wherever it steps to another."""
    labels, before = [], None
    for quarter, value in zip(quarters, values, strict=True):
        if value is not None and value != before:
            amount = number_text(value, kpi.decimals) + ("%" if kpi.unit == "percent" else "")
            labels.append(Label(quarter, value, amount if labels else f"{name} {amount}", 10 if above else -10))
        before = value
    return labels


def point_label(kpi: Kpi, quarter: Quarter, value: float, decimals: int | None = None) -> Label:
    """The amount to the right of the newest point, in the margin, where no line can run through it."""
    return Label(quarter, value, f"{BESIDE}<b>{amount_text(kpi, value, decimals)}</b>", size=14)


def apart(labels: Iterable[Label], span: Sequence[float]) -> list[Label]:
    """The labels moved up where they would run into the one below them at the same quarter, or into the axis."""
    moved, lowest = [], defaultdict(lambda: LOWEST)
    for label in sorted(labels, key=lambda label: pixels(label, span)):
        place = max(pixels(label, span), lowest[label.quarter])
        lowest[label.quarter] = place + GAP
        moved.append(replace(label, up=label.up + place - pixels(label, span)))
    return moved


def pixels(label: Label, span: Sequence[float]) -> float:
    """How far above the bottom of the plot a label stands."""
    low, high = span
    return (label.value - low) / (high - low) * PLOT + label.up


def label_trace(labels: Iterable[Label], span: Sequence[float]) -> go.Scatter:
    """The labels, each to the right of where it begins."""
    labels, (low, high) = list(labels), span
    return go.Scatter(
        x=[str(label.quarter) for label in labels],
        y=[label.value + label.up * (high - low) / PLOT for label in labels],
        text=[label.text for label in labels],
        textfont={"size": [label.size for label in labels]},
        textposition="middle right",
        name="Labels",
        mode="text",
        cliponaxis=False,
        hoverinfo="skip",
        showlegend=False,
    )
