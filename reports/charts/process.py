"""The process control chart: points, centre, limits, and special causes told apart by shape and word."""

from collections.abc import Iterator
from itertools import pairwise

import plotly.graph_objects as go

from kpis.spc import Point, Variation, rebases, variation_of
from programme.quarter import Quarter
from reports.charts.frame import named_line, quarters_frame, uprights
from reports.charts.labels import apart, label_trace, step_labels
from reports.language.numbers import amount_text
from reports.palette import LINE, QUIET, TARGET, VARIATIONS
from reports.progress.judgement import Judgement
from reports.sentences.process import CAUSES, limits_shown


def process_chart(judged: Judgement) -> go.Figure:
    """One point per quarter with a figure, the limits of each phase, and the target in force now."""
    kpi, quarters, points = judged.line.kpi, list(judged.quarters), list(judged.chart)
    target = judged.reading.rated.target
    aims = [target.value] * len(quarters) if target else []
    drawn = [each for point in points for each in (point.value, *limits_shown(kpi, point))]
    chart = go.Figure(layout=quarters_frame(kpi, quarters, [*drawn, *aims]))
    span = chart.layout.yaxis.range
    if begun := [each.quarter for each in rebases(kpi.breaks, judged.quarters)]:
        chart.add_trace(uprights(begun, span, dash="dash"))
    labels = []
    for name, values, colour, dash in _lines(judged, aims):
        for phase in _phases(judged):
            chart.add_trace(named_line(quarters[phase], values[phase], name, colour, dash))
        labels += step_labels(kpi, quarters, values, name, above=name != "Lower limit")
    chart.add_trace(_curve(quarters, points))
    for variation in Variation:
        chart.add_trace(_marks(judged, variation))
    chart.add_trace(label_trace(apart(labels, span), span))
    chart.update_layout(showlegend=True, legend={"orientation": "h", "y": -0.16})
    return chart


def _phases(judged: Judgement) -> list[slice]:
    """From each recalculation to the next: limits of two phases are not joined up."""
    starts = [0, *(each.index for each in rebases(judged.line.kpi.breaks, judged.quarters)), len(judged.quarters)]
    return [slice(start, end) for start, end in pairwise(starts)]


def _lines(judged: Judgement, aims: list[float]) -> Iterator[tuple[str, list[float | None], str, str]]:
    """Average, limits and target. Where a phase has no limits it shows no average either."""
    kpi, limited = judged.line.kpi, [point if point.upper is not None else None for point in judged.chart]
    yield "Upper limit", [point and limits_shown(kpi, point)[1] for point in limited], QUIET, "dash"
    yield "Average", [point and point.centre for point in limited], QUIET, "solid"
    yield "Lower limit", [point and limits_shown(kpi, point)[0] for point in limited], QUIET, "dash"
    if aims:
        yield "Target now", aims, TARGET, "solid"


def _curve(quarters: list[Quarter], points: list[Point]) -> go.Scatter:
    return go.Scatter(
        x=[str(quarter) for quarter in quarters],
        y=[point.value for point in points],
        name="Figures",
        mode="lines",
        connectgaps=False,
        line={"color": LINE, "width": 1.5},
        hoverinfo="skip",
        showlegend=False,
    )


def _marks(judged: Judgement, variation: Variation) -> go.Scatter:
    """The points of one kind. The legend names kinds, so lines that bear their own name stay out of it."""
    kpi, mark = judged.line.kpi, VARIATIONS[variation]
    found = [
        (quarter, point)
        for quarter, point in zip(judged.quarters, judged.chart, strict=True)
        if point.value is not None and variation_of(point.special_cause, kpi.better) is variation
    ]
    return go.Scatter(
        x=[str(quarter) for quarter, _ in found],
        y=[point.value for _, point in found],
        name=mark.word,
        mode="markers",
        showlegend=bool(found),
        marker={"symbol": mark.symbol, "size": 11, "color": mark.fill, "line": {"color": LINE, "width": 1}},
        text=[f"{amount_text(kpi, point.value)}: {CAUSES[point.special_cause]}" for _, point in found],
        hovertemplate="%{x}: %{text}<extra></extra>",
    )
