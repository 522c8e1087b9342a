"""What all charts share: the frame, the quarters along the bottom, lines that end in their own name."""

from collections.abc import Sequence

import plotly.graph_objects as go

from kpis.kpi import Kpi
from programme.quarter import Quarter
from reports.palette import EVENT

Figure = go.Figure
"""A chart, for those who pass one on and draw none."""
EVERY_QUARTER_UP_TO = 8  # more quarters than this: only the first of each financial year is labelled
HEIGHT = 380  # pixels
PLOT = 308  # of them for the plot itself: the rest is axis and margins
TOP_ROOM = 1.12  # of the highest value, so that labels above it are not cut


def quarters_frame(kpi: Kpi, quarters: Sequence[Quarter], values: Sequence[float | None]) -> go.Layout:
    """The frame of a chart by quarter. `values` are all that is drawn, so that everything fits."""
    axis = value_axis(values, kpi.unit)
    return go.Layout(
        margin={"l": axis_room(axis), "r": 8, "t": 28, "b": 44},
        height=HEIGHT,
        hovermode="x",
        showlegend=False,
        paper_bgcolor="rgba(0,0,0,0)",
        plot_bgcolor="rgba(0,0,0,0)",
        xaxis=quarter_axis(quarters),
        yaxis=axis,
    )


def quarter_axis(quarters: Sequence[Quarter]) -> dict:
    """The quarters from left to right; of many, only the first of each financial year is named."""
    every = len(quarters) <= EVERY_QUARTER_UP_TO
    labelled = [quarter for quarter in quarters if every or quarter.number == 1] or list(quarters)
    return {
        "type": "category",
        "categoryorder": "array",
        "categoryarray": [str(quarter) for quarter in quarters],
        "range": [-0.6, len(quarters) - 0.4],
        "tickvals": [str(quarter) for quarter in labelled],
        "ticktext": [_in_two_lines(str(quarter) if every else quarter.financial_year) for quarter in labelled],
        "tickangle": 0,
        "showgrid": False,
        "automargin": False,
        "title": None,
    }


def _in_two_lines(text: str) -> str:
    """`2019` over `/20`, `2024/25` over `Q3`: they stand beside each other on a telephone too."""
    year, space, quarter = text.partition(" ")
    return f"{year}<br>{quarter}" if space else text.replace("/", "<br>/")


def value_axis(values: Sequence[float | None], unit: str) -> dict:
    """The axis of the amounts. Its room is known beforehand: plotly's own measuring draws every chart twice."""
    return {
        "range": value_range(values),
        "ticksuffix": "%" if unit == "percent" else "",
        "tickformat": ",",
        "automargin": False,
        "title": None,
    }


def axis_room(axis: dict) -> int:
    """Pixels that the longest label beside the axis needs."""
    low, high = axis["range"]
    longest = max(len(f"{round(end):,}{axis['ticksuffix']}") for end in (low, high))
    return 14 + 8 * max(longest, 3)


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


def uprights(
    quarters: Sequence[Quarter],
    span: Sequence[float],
    tops: Sequence[str] = (),
    told: Sequence[str] = (),
    dash: str = "dot",
) -> go.Scatter:
    """Thin upright lines through quarters, with a text above each and what it says under the mouse.

    One trace: as shapes and annotations they took longer to draw than the rest of the chart.
    """
    low, high = span
    places = range(len(quarters))
    return go.Scatter(
        x=[each for quarter in quarters for each in (str(quarter), str(quarter), None)],
        y=[each for _ in places for each in (low, high, None)],
        text=[each for place in places for each in ("", tops[place] if tops else "", "")],
        hovertext=[each for place in places for each in ("", told[place] if told else "", "")],
        hoverinfo=[each for _ in places for each in ("skip", "text" if told else "skip", "skip")],
        name="Uprights",
        mode="lines+text",
        textposition="top center",
        textfont={"size": 12},
        line={"color": EVENT, "dash": dash, "width": 1},
        cliponaxis=False,
        showlegend=False,
    )
