"""What an SVG image draws over periods: upright lines, steps, series with their gaps, and the words among them."""

from collections.abc import Iterable, Iterator
from itertools import chain, pairwise

from markupsafe import Markup

from reports.charts.chart import Chart, ChartPeriod, ChartValue, Series, Steps
from reports.charts.events import worded
from reports.charts.labels import heights
from reports.charts.paper import Paper, svg_path, svg_text, svg_worded
from reports.charts.plane import Plane
from reports.charts.signs import sign_svg
from reports.palette import EVENT

BESIDE, BEGUN = 14, 5  # pixels from a point to the amount beside it, and from where a line begins to its name

Run = list[tuple[ChartPeriod, ChartValue]]
"""Values that one line goes through without a gap."""


def drawn_over_time(chart: Chart, plane: Plane, paper: Paper) -> Iterator[Markup]:
    """Breaks and events at the back, then limits and standards, then the figures, then the words."""
    for each in chart.breaks:
        yield _upright(plane, each.quarter, "dash")
    for mark in worded(chart.events, chart.periods, plane.width, paper.letter):
        yield _upright(plane, mark.quarter, "dot")
        yield svg_text(plane.x(mark.quarter), plane.top - paper.pixels(6), mark.names, paper.letter, anchor="middle")
    for steps in (*chart.limits, *chart.standards):
        yield from _steps(chart, steps, plane)
    for series in chart.series:
        yield from _series(chart, series, plane)
    yield from _labels(chart, plane, paper)


def _upright(plane: Plane, period: ChartPeriod, dash: str) -> Markup:
    return svg_path([(plane.x(period), plane.top), (plane.x(period), plane.foot)], EVENT, 1, dash)


def runs(periods: Iterable[ChartPeriod], values: Iterable[ChartValue | None], afresh: Iterable[int] = ()) -> list[Run]:
    """The stretches without a gap; a new one begins at every place of `afresh` too."""
    found: list[Run] = [[]]
    for place, (period, value) in enumerate(zip(periods, values, strict=True)):
        if value is None or place in afresh:
            found.append([])
        if value is not None:
            found[-1].append((period, value))
    return [run for run in found if run]


def _steps(chart: Chart, steps: Steps, plane: Plane) -> Iterator[Markup]:
    """Level over the whole of each period, with the step between two of them."""
    half = plane.width / (plane.across.high - plane.across.low) / 2
    for run in runs(chart.periods, steps.values, steps.afresh):
        points = [(plane.x(period), plane.y(value)) for period, value in run]
        between = [(x - half, y) for (_, before), (x, after) in pairwise(points) for y in (before, after)]
        (first, level), last = points[0], points[-1]
        drawn = [points[0], *between, last] if between else [(first - half, level), (first + half, level)]
        yield svg_path(drawn, steps.stroke.colour, steps.stroke.width, steps.stroke.dash)


def _series(chart: Chart, series: Series, plane: Plane) -> Iterator[Markup]:
    apart = runs(chart.periods, series.values)
    if stroke := series.stroke:
        for run in [list(chain(*apart))] if series.bridged and apart else apart:
            points = ((plane.x(period), plane.y(value)) for period, value in run)
            yield svg_path(points, stroke.colour, stroke.width, stroke.dash)
    if series.signs:
        looks = dict(zip(chart.periods, series.signs, strict=True))
        yield from (sign_svg(plane.x(period), plane.y(value), looks[period]) for period, value in chain(*apart))


def _labels(chart: Chart, plane: Plane, paper: Paper) -> Iterator[Markup]:
    """Every label begins at its period; the newest amount stands beside its point, in larger letters."""
    for label, height in heights(chart, plane.height / paper.pixels(1), plane.width / paper.pixels(1)):
        newest = label.side == "beside"
        x = plane.x(label.period) + paper.pixels(BESIDE if newest else BEGUN)
        y = plane.foot - paper.pixels(height - 4)
        yield svg_worded(x, y, label.text, paper.pixels(14 if newest else 12), bold=newest)
