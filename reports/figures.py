"""Charts from one builder: a KPI's line with its target and floor as steps, its ratings by shape, and what happened."""

from collections.abc import Sequence

import plotly.graph_objects as go

from kpis.rating import Rating
from programme.events import Event
from reports.disclosure import Number
from reports.palette import EVENT, FLOOR, LINE, RATINGS, TARGET
from reports.progress import Line, Reading
from reports.wording import amount_text


def line_chart(line: Line, events: Sequence[Event] = ()) -> go.Figure:
    """The KPI over its quarters: gaps stay gaps, provisional points are open, carried ones small."""
    quarters = [str(reading.quarter) for reading in line.readings]
    chart = go.Figure(layout=_layout(line, quarters, events))
    chart.add_trace(_values(line, quarters))
    for name, colour, dash, values in _standards(line):
        chart.add_trace(
            go.Scatter(
                x=quarters,
                y=values,
                name=name,
                mode="lines",
                line={"color": colour, "dash": dash, "width": 1.5, "shape": "hvh"},
            )
        )
    return chart


def _values(line: Line, quarters: list[str]) -> go.Scatter:
    shown = [reading.shown.value if isinstance(reading.shown, Number) else None for reading in line.readings]
    return go.Scatter(
        x=quarters,
        y=shown,
        name=line.kpi.title,
        mode="lines+markers",
        connectgaps=False,
        line={"color": LINE, "width": 2.5},
        marker={
            "symbol": [_symbol(reading) for reading in line.readings],
            "color": [RATINGS[reading.rated.rating].fill for reading in line.readings],
            "size": [7 if reading.carried else 12 for reading in line.readings],
            "line": {"color": LINE, "width": 1.5},
        },
        text=[
            f"{reading.display}, {RATINGS[reading.rated.rating].word.lower()}{_note(reading)}" for reading in line.readings
        ],
        hovertemplate="%{x}: %{text}<extra></extra>",
    )


def _symbol(reading: Reading) -> str:
    symbol = RATINGS[reading.rated.rating].symbol
    return f"{symbol}-open" if reading.result.provisional and not symbol.endswith("-open") else symbol


def _note(reading: Reading) -> str:
    notes = [
        word for word, holds in (("carried forward", reading.carried), ("provisional", reading.result.provisional)) if holds
    ]
    return f" ({', '.join(notes)})" if notes else ""


def _standards(line: Line):
    """The target and the floor in force in each quarter: steps, because a past quarter keeps its own."""
    targets = [line.kpi.target_in(reading.quarter) for reading in line.readings]
    if not any(targets):
        return
    if line.kpi.better == "target":
        for name, sign in (("Target, upper edge", 1), ("Target, lower edge", -1)):
            yield name, TARGET, "solid", [each and each.value + sign * each.tolerance for each in targets]
        return
    yield "Target", TARGET, "solid", [each and each.value for each in targets]
    yield "Floor", FLOOR, "dot", [each and each.floor for each in targets]


def _layout(line: Line, quarters: list[str], events: Sequence[Event]) -> go.Layout:
    marked = [event for event in events if str(event.quarter) in quarters]
    return go.Layout(
        margin={"l": 8, "r": 8, "t": 40 if marked else 8, "b": 8},
        height=360,
        hovermode="x",
        showlegend=True,
        legend={"orientation": "h", "y": -0.25},
        xaxis={"type": "category", "categoryarray": quarters, "tickangle": -45, "title": None},
        yaxis={"rangemode": "tozero", "ticksuffix": "%" if line.kpi.unit == "percent" else "", "title": None},
        shapes=[_event_line(event) for event in marked],
        annotations=[_event_label(event) for event in marked],
    )


def _event_line(event: Event) -> dict:
    at = str(event.quarter)
    return {
        "type": "line",
        "xref": "x",
        "yref": "paper",
        "x0": at,
        "x1": at,
        "y0": 0,
        "y1": 1,
        "line": {"color": EVENT, "dash": "dash", "width": 1},
    }


def _event_label(event: Event) -> dict:
    return {
        "x": str(event.quarter),
        "y": 1.02,
        "xref": "x",
        "yref": "paper",
        "yanchor": "bottom",
        "text": event.short,
        "showarrow": False,
        "font": {"size": 11},
    }


def chart_alternative(line: Line) -> str:
    """The chart in words: first, lowest, highest and newest figure, and how many quarters have none."""
    known = [reading for reading in line.readings if isinstance(reading.shown, Number)]
    if not known:
        return f"{line.kpi.title}, {line.area.name}: no figure in any of {len(line.readings)} quarters."
    low, high = (pick(known, key=lambda reading: reading.shown.value) for pick in (min, max))
    ends = ", ".join(
        f"{word} {amount_text(line.kpi, reading.shown.value)} in {reading.quarter}"
        for word, reading in (("first", known[0]), ("lowest", low), ("highest", high), ("newest", known[-1]))
    )
    missing = len(line.readings) - len(known)
    reds = sum(reading.rated.rating is Rating.RED for reading in known)
    counted = f"Red in {reds} of {len(known)} quarters; {missing} without a figure."
    return f"{line.kpi.title}, {line.area.name}, by quarter: {ends}. {counted}"
