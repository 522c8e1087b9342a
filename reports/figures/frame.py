"""What all charts share: the frame, the quarters along the bottom, lines that end in their own name."""

from collections.abc import Sequence

import plotly.graph_objects as go

from kpis.kpi import Kpi
from programme.quarter import Quarter
from reports.palette import EVENT
from reports.wording import amount_text, number_text

Figure = go.Figure
"""A chart, for those who pass one on and draw none."""
EVERY_QUARTER_UP_TO = 8  # more quarters than this: only the first of each financial year is labelled
HEIGHT = 380  # pixels
PLOT = 310  # of them for the plot itself, roughly: the rest is axis and margins
GAP = 14  # from one label to the next above it
LOWEST = 9  # above the axis
TOP_ROOM = 1.12  # of the highest value, so that labels above it are not cut


def quarters_frame(kpi: Kpi, quarters: Sequence[Quarter], values: Sequence[float | None]) -> go.Layout:
    """The frame of a chart by quarter. `values` are all that is drawn, so that everything fits."""
    return go.Layout(
        margin={"l": 8, "r": 8, "t": 28, "b": 8},
        height=HEIGHT,
        hovermode="x",
        showlegend=False,
        paper_bgcolor="rgba(0,0,0,0)",
        plot_bgcolor="rgba(0,0,0,0)",
        xaxis=_quarter_axis(quarters),
        yaxis={
            "range": value_range(values),
            "ticksuffix": "%" if kpi.unit == "percent" else "",
            "tickformat": ",",
            "title": None,
        },
    )


def _quarter_axis(quarters: Sequence[Quarter]) -> dict:
    every = len(quarters) <= EVERY_QUARTER_UP_TO
    labelled = [quarter for quarter in quarters if every or quarter.number == 1] or list(quarters)
    return {
        "type": "category",
        "categoryorder": "array",
        "categoryarray": [str(quarter) for quarter in quarters],
        "range": [-0.6, len(quarters) - 0.4],
        "tickvals": [str(quarter) for quarter in labelled],
        "ticktext": [str(quarter) if every else quarter.financial_year for quarter in labelled],
        "showgrid": False,
        "title": None,
    }


def value_range(values: Sequence[float | None]) -> list[float]:
    """From zero, or below it where a value is, to a little above the highest."""
    known = [value for value in values if value is not None]
    low, high = min(known, default=0), max(known, default=1)
    return [min(0, low * TOP_ROOM), max(high, 0) * TOP_ROOM or 1]


def named_line(
    quarters: Sequence[Quarter],
    values: Sequence[float | None],
    name: str,
    colour: str,
    dash: str = "solid",
    width: float = 2,
) -> go.Scatter:
    """A line in steps: what is in force in a quarter holds for that quarter and no other."""
    return go.Scatter(
        x=[str(quarter) for quarter in quarters],
        y=list(values),
        name=name,
        mode="lines",
        connectgaps=False,
        showlegend=False,
        line={"color": colour, "dash": dash, "width": 1.5, "shape": "hvh"},
        hovertemplate=f"{name}: %{{y:,.4~g}}<extra></extra>",
    )


def step_labels(kpi: Kpi, quarters: Sequence[Quarter], values: Sequence[float | None], name: str, above: bool) -> list[dict]:
    """The name and amount of a line where it begins, and its new amount wherever it steps to another."""
    labels, before = [], None
    for quarter, value in zip(quarters, values, strict=True):
        if value is not None and value != before:
            amount = number_text(value, kpi.decimals) + ("%" if kpi.unit == "percent" else "")
            labels.append(_label(quarter, value, amount if labels else f"{name} {amount}", above))
        before = value
    return labels


def _label(quarter: Quarter, value: float, text: str, above: bool) -> dict:
    return {
        "x": str(quarter),
        "y": value,
        "text": text,
        "showarrow": False,
        "xanchor": "left",
        "xshift": -8,
        "yshift": 10 if above else -10,
        "font": {"size": 12},
    }


def apart(labels: Sequence[dict], span: Sequence[float]) -> list[dict]:
    """The labels moved up where they would run into the one below them at the same quarter, or into the axis."""
    moved, highest = [], {}
    for label in sorted(labels, key=lambda label: _pixels(label, span)):
        own = _pixels(label, span)
        place = max(own, highest.get(label["x"], LOWEST - GAP) + GAP)
        highest[label["x"]] = place
        moved.append({**label, "yshift": label["yshift"] + place - own})
    return moved


def _pixels(label: dict, span: Sequence[float]) -> float:
    """How far above the bottom of the plot a label stands."""
    low, high = span
    return (label["y"] - low) / (high - low) * PLOT + label["yshift"]


def upright(quarter: Quarter, dash: str = "dot") -> dict:
    """A thin upright line through a quarter, as a shape: far quicker to draw than plotly's own vlines."""
    return {
        "type": "line",
        "xref": "x",
        "yref": "paper",
        "x0": str(quarter),
        "x1": str(quarter),
        "y0": 0,
        "y1": 1,
        "layer": "below",
        "line": {"color": EVENT, "dash": dash, "width": 1},
    }


def point_label(kpi: Kpi, quarter: Quarter, value: float, decimals: int | None = None) -> dict:
    """The amount to the right of the newest point, in the margin, where no line can run through it."""
    return {
        "x": str(quarter),
        "y": value,
        "text": f"<b>{amount_text(kpi, value, decimals)}</b>",
        "showarrow": False,
        "xanchor": "left",
        "xshift": 9,
        "font": {"size": 14},
    }
