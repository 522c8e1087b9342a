"""Kent beside others: the neighbours of a set ranked, and the way that each went over the published periods."""

import plotly.graph_objects as go

from kpis.neighbours import NeighbourSet, rate_of
from reports.charts.frame import value_range
from reports.charts.ranked import Row, ranked_chart
from reports.palette import COMPARATORS, LINE, QUIET
from reports.progress.comparison import UNITS, Beside, Past


def neighbours_chart(shown: Beside, neighbours: NeighbourSet) -> go.Figure:
    """The set's authorities and the area itself, best first, held against England."""
    rows = [Row(each.name, shown.amount(each.rate), each.rate, "circle-open", QUIET) for each in neighbours.known]
    own = rate_of(shown.row)
    rows.append(Row(shown.area.name, shown.amount(own), own, "diamond", LINE, bold=True))
    rows.sort(key=lambda row: row.value, reverse=neighbours.better != "lower")
    england = rate_of(shown.comparison.england)
    lines = [] if england is None else [(f"England {shown.amount(england)}", england)]
    return ranked_chart(rows, lines, UNITS.get(shown.row.unit, ""))


def past_chart(shown: Beside, found: Past) -> go.Figure:
    """One line per series, told apart by dash and shape as well as colour."""
    values = [value for series in found.series.values() for value in series]
    chart = go.Figure(
        layout=go.Layout(
            margin={"l": 8, "r": 8, "t": 8, "b": 8},
            height=300,
            hovermode="x",
            paper_bgcolor="rgba(0,0,0,0)",
            plot_bgcolor="rgba(0,0,0,0)",
            xaxis={"type": "category", "title": None, "showgrid": False},
            yaxis={"range": value_range(values), "ticksuffix": UNITS.get(shown.row.unit, ""), "title": None},
            showlegend=True,
            legend={"orientation": "h", "y": -0.2},
        )
    )
    for name, series in found.series.items():
        chart.add_trace(_series(shown, name, found.periods, series))
    return chart


def _series(shown: Beside, name: str, periods: tuple[str, ...], values: tuple[float | None, ...]) -> go.Scatter:
    trace = COMPARATORS.get(name)
    colour, dash, symbol = (trace.colour, trace.dash, trace.symbol) if trace else (LINE, "solid", "circle")
    return go.Scatter(
        x=list(periods),
        y=list(values),
        name=f"{name} (median)" if name == "Statistical neighbours" else name,
        mode="lines+markers",
        connectgaps=False,
        line={"color": colour, "dash": dash, "width": 2 if trace else 3},
        marker={"symbol": symbol, "size": 8, "color": colour},
        text=[f"{name} {shown.amount(value)}" for value in values],
        hovertemplate="%{text}<extra></extra>",
    )
