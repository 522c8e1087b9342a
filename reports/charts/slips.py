"""The slip chart: for each action the date it is forecast for, quarter after quarter, from the date agreed first."""

from collections.abc import Sequence
from datetime import date

import plotly.graph_objects as go

from programme.moment import day_text
from programme.quarter import Quarter
from record.tracked import Tracked
from reports.charts.frame import quarter_axis
from reports.palette import LINE, QUIET, TARGET

MOST = 8  # lines that can still be told apart
STYLES = ("solid", "dash", "dot", "dashdot")
SYMBOLS = ("circle", "square", "diamond", "cross", "triangle-up", "triangle-down", "x", "star")


def charted(actions: Sequence[Tracked]) -> list[Tracked]:
    """The actions worth drawing: those with a baseline and a forecast or actual date, furthest from it first."""
    known = [each for each in actions if each.slip is not None]
    return sorted(known, key=lambda each: -each.slip)[:MOST]


def slip_chart(actions: Sequence[Tracked]) -> go.Figure:
    """One line per action. Level is on its date; a line that climbs slips. The last point of a finished one is filled."""
    quarters = _whole(sorted({each.quarter for action in actions for each in action.returned}))
    chart = go.Figure(layout=_layout(quarters, actions))
    for number, action in enumerate(actions):
        chart.add_trace(_line(action, number))
    if len(actions) == 1 and actions[0].baseline:
        chart.add_trace(_baseline(actions[0], [str(quarter) for quarter in quarters]))
    return chart


def _whole(quarters: list[Quarter]) -> list[Quarter]:
    return quarters[0].to(quarters[-1]) if quarters else []


def _line(action: Tracked, number: int) -> go.Scatter:
    points = [(each, each.actual or each.forecast or each.baseline) for each in action.returned]
    known = [(each, when) for each, when in points if when]
    symbol = SYMBOLS[number % len(SYMBOLS)]
    return go.Scatter(
        x=[str(each.quarter) for each, _ in known],
        y=[when.isoformat() for _, when in known],
        name=action.now.ref,
        mode="lines+markers",
        line={"dash": STYLES[number % len(STYLES)], "width": 2, "color": LINE if number < len(STYLES) else QUIET},
        marker={"symbol": [symbol if each.done else f"{symbol}-open" for each, _ in known], "size": 9},
        text=[f"{action.now.ref}: {'done' if each.done else 'forecast'} {day_text(when)}" for each, when in known],
        hovertemplate="%{x}: %{text}<extra></extra>",
    )


def _baseline(action: Tracked, axis: list[str]) -> go.Scatter:
    return go.Scatter(
        x=axis,
        y=[action.baseline.isoformat()] * len(axis),
        name="First agreed date",
        mode="lines",
        line={"color": TARGET, "width": 1.5},
        hovertemplate=f"agreed first: {day_text(action.baseline)}<extra></extra>",
    )


def _layout(quarters: list[Quarter], actions: Sequence[Tracked]) -> go.Layout:
    return go.Layout(
        margin={"l": 48, "r": 8, "t": 8, "b": 44},
        height=380,
        hovermode="closest",
        legend={"orientation": "h", "y": -0.16},
        xaxis=quarter_axis(quarters),
        yaxis={"type": "date", "title": None, "range": _range(actions), "automargin": False},
    )


def _range(actions: Sequence[Tracked]) -> list[str] | None:
    dates: list[date] = [
        when
        for action in actions
        for when in (action.baseline, *(each.actual or each.forecast for each in action.returned))
        if when
    ]
    return [f"{min(dates).year}-01-01", f"{max(dates).year + 1}-01-01"] if dates else None
