"""A ranking drawn for the screen with plotly: a dot for each, a band for what chance gives, a line to hold them to."""

from collections.abc import Sequence

import plotly.graph_objects as go

from reports.charts.chart import Against, Ranked, RankedChart
from reports.charts.frame import height_of, span_of, top_of
from reports.charts.plotly_look import with_look
from reports.charts.plotly_marks import as_written, sign_markers
from reports.palette import BAND_OPACITY, EVENT, QUIET


def plotly_ranking(chart: RankedChart) -> go.Figure:
    """The first on top; bands beneath the dots, the thick one the usual."""
    return go.Figure(
        data=[
            _bands([each.rare for each in chart.ranked], 2),
            _bands([each.usual for each in chart.ranked], 9, BAND_OPACITY),
            _dots(chart.ranked),
        ],
        layout=with_look(_layout(chart)),
    )


def _layout(chart: RankedChart) -> dict:
    count = len(chart.ranked)
    return {
        "margin": {"l": 8, "r": 8, "t": top_of(chart), "b": 8},
        "height": height_of(chart),
        "showlegend": False,
        "shapes": [_upright(each) for each in chart.against],
        "annotations": [_name_of_line(each, place) for place, each in enumerate(chart.against)],
        "xaxis": {
            "range": list(span_of(chart)),
            "ticksuffix": chart.suffix,
            "tickformat": ",",
            "nticks": 6,
            "automargin": True,
        },
        "yaxis": {
            "tickvals": list(range(count)),
            "ticktext": [_name(each) for each in chart.ranked],
            "range": [count - 0.4, -0.6],
            "showgrid": False,
            "zeroline": False,
            "automargin": True,
        },
    }


def _name(ranked: Ranked) -> str:
    """Name and amount in two lines: both are read on a narrow screen without hovering."""
    text = f"{as_written(ranked.name)}<br><b>{as_written(ranked.amount)}</b>"
    return f"<b>{text}</b>" if ranked.bold else text


def _bands(bands: Sequence[tuple[float, float] | None], width: int, opacity: float = 1) -> go.Scatter:
    known = [(place, band) for place, band in enumerate(bands) if band]
    return go.Scatter(
        x=[each for _, band in known for each in (*band, None)],
        y=[each for place, _ in known for each in (place, place, None)],
        mode="lines",
        line={"color": EVENT, "width": width},
        opacity=opacity,
        hoverinfo="skip",
    )


def _dots(ranked: Sequence[Ranked]) -> go.Scatter:
    return go.Scatter(
        x=[each.value for each in ranked],
        y=list(range(len(ranked))),
        mode="markers",
        marker=sign_markers([each.sign for each in ranked]),
        text=[as_written(f"{each.name}: {each.amount}") for each in ranked],
        hovertemplate="%{text}<extra></extra>",
    )


def _upright(against: Against) -> dict:
    return {
        "type": "line",
        "xref": "x",
        "yref": "paper",
        "x0": against.value,
        "x1": against.value,
        "y0": 0,
        "y1": 1,
        "layer": "below",
        "line": {"color": QUIET, "dash": "dash", "width": 1.5},
    }


def _name_of_line(against: Against, place: int) -> dict:
    return {
        "x": against.value,
        "y": 1.0,
        "xref": "x",
        "yref": "paper",
        "yanchor": "bottom",
        "yshift": 14 * place,
        "text": as_written(against.name),
        "showarrow": False,
        "font": {"size": 12},
    }
