"""A chart over periods drawn for the screen with plotly."""

from collections.abc import Iterator, Sequence
from itertools import chain

import plotly.graph_objects as go

from reports.charts.chart import Chart, ChartPeriod, ChartValue, Label, Series, Steps, Stroke
from reports.charts.events import LETTER, worded
from reports.charts.frame import BOTTOM, amount_written, height_of, named_periods, span_of, top_of
from reports.charts.labels import heights
from reports.charts.plotly_look import with_look
from reports.charts.plotly_marks import as_written, sign_markers
from reports.palette import EVENT

BESIDE = "\u2003"  # wider than the half of a point's sign, under which the text would else begin
FIGURE, ON_LINE = "Source Sans, sans-serif", "Source Sans, line-words, sans-serif"
"""The letters of a label; those on a line are set smaller where the screen is narrow, or the newest would be cut off."""


def plotly_over_time(chart: Chart) -> go.Figure:
    """What happened at the back, then limits and standards, then the figures, then the words among them."""
    drawn = chain(
        _breaks(chart),
        _events(chart),
        (_steps(chart, steps) for steps in (*chart.limits, *chart.standards)),
        (_series(chart, series) for series in chart.series),
        _labels(chart),
    )
    return go.Figure(data=list(drawn), layout=with_look(_layout(chart)))


def _layout(chart: Chart) -> dict:
    return {
        "margin": {"l": _left(chart), "r": _right(chart), "t": top_of(chart), "b": BOTTOM},
        "height": height_of(chart),
        "hovermode": "closest" if chart.dated else "x",
        "showlegend": any(each.keyed for each in (*chart.series, *chart.standards)),
        "legend": {"orientation": "h", "y": -0.16},
        "xaxis": _across(chart),
        "yaxis": _up(chart),
    }


def _across(chart: Chart) -> dict:
    """The periods from left to right, each that is named in one line or two."""
    names = named_periods(chart.periods)
    return {
        "type": "category",
        "categoryorder": "array",
        "categoryarray": [as_written(str(period)) for period in chart.periods],
        "range": [-0.6, len(chart.periods) - 0.4],
        "tickvals": [as_written(str(period)) for period, _ in names],
        "ticktext": ["<br>".join(map(as_written, lines)) for _, lines in names],
        "tickangle": 0,
        "automargin": False,
    }


def _up(chart: Chart) -> dict:
    """The amounts or days. Their room is known beforehand: plotly's own measuring draws every chart twice."""
    return {
        "type": "date" if chart.dated else "linear",
        "range": [_given(end) for end in span_of(chart)],
        "ticksuffix": chart.suffix,
        "tickformat": "%Y" if chart.dated else ",",
        "automargin": False,
    }


def _left(chart: Chart) -> int:
    """Pixels that the longest label beside the axis needs."""
    longest = 4 if chart.dated else max(len(f"{round(end):,}{chart.suffix}") for end in span_of(chart))
    return 14 + 8 * max(longest, 3)


def _right(chart: Chart) -> int:
    """Pixels to the right of the plot that the newest amount needs, whatever the width of the screen."""
    return 8 + max((9 * len(BESIDE + label.text) for label in chart.labels if label.side == "beside"), default=0)


def _given(value: ChartValue | None) -> float | str | None:
    """A value as plotly takes it."""
    return value if value is None or isinstance(value, (int, float)) else value.isoformat()


def _breaks(chart: Chart) -> Iterator[go.Scatter]:
    if chart.breaks:
        yield _uprights(chart, "Breaks", [each.quarter for each in chart.breaks], "dash")


def _events(chart: Chart) -> Iterator[go.Scatter]:
    """An upright line for each quarter whose events have room for their words, and the words above it.

    The words are a trace of their own: where a line's own text is empty at some points, plotly loses others. Their typeface
    has a name by which a narrow screen leaves them out.
    """
    if marks := worded(chart.events, chart.periods):
        yield _uprights(chart, "Events", [mark.quarter for mark in marks], "dot")
        yield go.Scatter(
            x=[str(mark.quarter) for mark in marks],
            y=[_given(span_of(chart)[1])] * len(marks),
            text=[as_written(mark.names) for mark in marks],
            hoverinfo="skip",
            name="Words",
            mode="text",
            textposition="top center",
            textfont={"size": LETTER, "family": "Source Sans, event-words, sans-serif"},
            cliponaxis=False,
            showlegend=False,
        )


def _uprights(chart: Chart, name: str, periods: Sequence[ChartPeriod], dash: str) -> go.Scatter:
    """Thin upright lines. One trace: as shapes they took longer to draw than the rest of the chart."""
    low, high = (_given(end) for end in span_of(chart))
    return go.Scatter(
        x=[each for period in periods for each in (as_written(str(period)), as_written(str(period)), None)],
        y=[each for _ in periods for each in (low, high, None)],
        name=name,
        mode="lines",
        line={"color": EVENT, "dash": dash, "width": 1},
        cliponaxis=False,
        hoverinfo="skip",
        showlegend=False,
    )


def _steps(chart: Chart, steps: Steps) -> go.Scatter:
    """Level over each whole period; where it begins afresh a gap keeps it from being joined."""
    x, y, told = [], [], []
    for place, (period, value) in enumerate(zip(chart.periods, steps.values, strict=True)):
        if place in steps.afresh:
            x, y, told = [*x, None], [*y, None], [*told, ""]
        x, y = [*x, as_written(str(period))], [*y, _given(value)]
        told.append("" if value is None else as_written(f"{steps.name}: {amount_written(chart, value)}"))
    return go.Scatter(
        x=x,
        y=y,
        text=told,
        name=as_written(steps.name),
        mode="lines",
        connectgaps=False,
        showlegend=steps.keyed,
        line=_line(steps.stroke) | {"shape": "hvh"},
        hovertemplate="%{text}<extra></extra>",
    )


def _series(chart: Chart, series: Series) -> go.Scatter:
    modes = [*(["lines"] if series.stroke else []), *(["markers"] if series.signs else [])]
    return go.Scatter(
        x=[as_written(str(period)) for period in chart.periods],
        y=[_given(value) for value in series.values],
        text=[as_written(told) for told in series.told],
        name=as_written(series.name),
        mode="+".join(modes),
        connectgaps=series.bridged,
        showlegend=series.keyed,
        line=_line(series.stroke) if series.stroke else None,
        marker=sign_markers(series.signs),
        hovertemplate="%{x}: %{text}<extra></extra>" if series.told else None,
        hoverinfo=None if series.told else "skip",
    )


def _line(stroke: Stroke) -> dict:
    return {"color": stroke.colour, "dash": stroke.dash, "width": stroke.width}


def _labels(chart: Chart) -> Iterator[go.Scatter]:
    """The labels, each to the right of where it begins: one trace of text, because annotations are slow to draw."""
    if not chart.labels:
        return
    (low, high), plot = span_of(chart), height_of(chart) - top_of(chart) - BOTTOM
    placed = heights(chart, plot)
    yield go.Scatter(
        x=[as_written(str(label.period)) for label, _ in placed],
        y=[low + height * (high - low) / plot for _, height in placed],
        text=[_written(label) for label, _ in placed],
        textfont={
            "size": [14 if label.side == "beside" else 12 for label, _ in placed],
            "family": [FIGURE if label.side == "beside" else ON_LINE for label, _ in placed],
        },
        textposition="middle right",
        name="Labels",
        mode="text",
        cliponaxis=False,
        hoverinfo="skip",
        showlegend=False,
    )


def _written(label: Label) -> str:
    text = as_written(label.text)
    return f"{BESIDE}<b>{text}</b>" if label.side == "beside" else text
