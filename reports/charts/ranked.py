"""Places one under the other, best on top: a dot for each figure, a band for what chance gives, a line to hold them to."""

from collections.abc import Sequence
from dataclasses import dataclass

import plotly.graph_objects as go

from reports.charts.frame import value_range
from reports.palette import EVENT, LINE, QUIET

ROW_HEIGHT = 38


@dataclass(frozen=True, slots=True)
class Row:
    """One place: what it is called, its amount in words, its figure, its bands, and how its dot looks."""

    label: str
    amount: str
    value: float
    symbol: str
    colour: str
    usual: tuple[float, float] | None = None
    rare: tuple[float, float] | None = None
    bold: bool = False


def ranked_chart(rows: Sequence[Row], lines: Sequence[tuple[str, float]] = (), suffix: str = "") -> go.Figure:
    """`rows` from top to bottom, the first one on top; `lines` are named values to hold them against."""
    drawn = [row.value for row in rows] + [value for _, value in lines]
    drawn += [edge for row in rows for edge in row.rare or ()]
    places = list(range(len(rows)))
    chart = go.Figure(layout=_layout(rows, value_range(drawn), suffix))
    for width, colour, bands in ((2, EVENT, [row.rare for row in rows]), (9, "rgba(122,130,140,0.45)", _usual(rows))):
        chart.add_trace(_bands(places, bands, width, colour))
    chart.add_trace(_dots(rows, places))
    chart.update_layout(
        shapes=[_upright(value) for _, value in lines],
        annotations=[_line_name(name, value, place) for place, (name, value) in enumerate(lines)],
    )
    return chart


def _usual(rows: Sequence[Row]) -> list[tuple[float, float] | None]:
    return [row.usual for row in rows]


def _layout(rows: Sequence[Row], span: list[float], suffix: str) -> go.Layout:
    return go.Layout(
        margin={"l": 8, "r": 8, "t": 30, "b": 8},
        height=ROW_HEIGHT * len(rows) + 70,
        showlegend=False,
        paper_bgcolor="rgba(0,0,0,0)",
        plot_bgcolor="rgba(0,0,0,0)",
        xaxis={"range": span, "ticksuffix": suffix, "tickformat": ",", "title": None, "nticks": 6},
        yaxis={
            "tickvals": list(range(len(rows))),
            "ticktext": [_name(row) for row in rows],
            "range": [len(rows) - 0.4, -0.6],
            "showgrid": False,
            "zeroline": False,
            "title": None,
            "automargin": True,
        },
    )


def _name(row: Row) -> str:
    """Name and amount in two lines: both are read on a narrow screen without hovering."""
    text = f"{row.label}<br><b>{row.amount}</b>"
    return f"<b>{text}</b>" if row.bold else text


def _bands(places: Sequence[int], bands: Sequence[tuple[float, float] | None], width: int, colour: str) -> go.Scatter:
    known = [(place, band) for place, band in zip(places, bands, strict=True) if band]
    return go.Scatter(
        x=[each for _, band in known for each in (*band, None)],
        y=[each for place, _ in known for each in (place, place, None)],
        mode="lines",
        line={"color": colour, "width": width},
        hoverinfo="skip",
    )


def _dots(rows: Sequence[Row], places: Sequence[int]) -> go.Scatter:
    return go.Scatter(
        x=[row.value for row in rows],
        y=list(places),
        mode="markers",
        marker={
            "symbol": [row.symbol for row in rows],
            "color": [row.colour for row in rows],
            "size": [15 if row.bold else 12 for row in rows],
            "line": {"color": LINE, "width": 1},
        },
        text=[f"{row.label}: {row.amount}" for row in rows],
        hovertemplate="%{text}<extra></extra>",
    )


def _upright(value: float) -> dict:
    return {
        "type": "line",
        "xref": "x",
        "yref": "paper",
        "x0": value,
        "x1": value,
        "y0": 0,
        "y1": 1,
        "layer": "below",
        "line": {"color": QUIET, "dash": "dash", "width": 1.5},
    }


def _line_name(name: str, value: float, place: int) -> dict:
    return {
        "x": value,
        "y": 1.0,
        "xref": "x",
        "yref": "paper",
        "yanchor": "bottom",
        "yshift": 14 * place,
        "text": name,
        "showarrow": False,
        "font": {"size": 12},
    }
