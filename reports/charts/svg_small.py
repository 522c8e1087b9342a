"""A chart as small as a stamp: its lines and its newest point, without words, so that many stand beside each other."""

from collections.abc import Iterable, Iterator, Sequence
from itertools import groupby

from markupsafe import Markup

from kpis.movement import REVISIT
from reports.charts.chart import Chart, ChartValue, Stroke
from reports.charts.frame import span_of
from reports.charts.paper import svg_path
from reports.charts.signs import sign_svg
from reports.palette import EVENT

WIDTH, HEIGHT, EDGE = 190, 64, 7

SMALL = Markup('<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {w} {h}" width="{w}" height="{h}">{drawn}</svg>')


def small_svg(chart: Chart) -> Markup:
    """What others had and the standards, the chart's own lines, and the newest sign; the revisit as a dotted line."""
    drawn = (
        *_revisit(chart),
        *(path for each in chart.standards for path in _steps(chart, each.values, each.stroke)),
        *(path for each in chart.series if each.stroke for path in _line(chart, each.values, each.stroke)),
        *_newest(chart),
    )
    return SMALL.format(w=WIDTH, h=HEIGHT, drawn=Markup("").join(drawn))


def _revisit(chart: Chart) -> Iterator[Markup]:
    if REVISIT in chart.periods:
        x = _x(chart, chart.periods.index(REVISIT))
        yield svg_path([(x, 0), (x, HEIGHT)], EVENT, 1, "dot")


def _line(chart: Chart, values: Sequence[ChartValue | None], stroke: Stroke) -> Iterator[Markup]:
    """Every stretch without a gap; a point alone has its sign or nothing."""
    for run in _runs(_spots(chart, values)):
        if len(run) > 1:
            yield svg_path(run, stroke.colour, min(stroke.width, 2), stroke.dash)


def _steps(chart: Chart, values: Sequence[ChartValue | None], stroke: Stroke) -> Iterator[Markup]:
    """What holds in a period holds for all of it."""
    half = _x(chart, 1) / 2 - _x(chart, 0) / 2 if len(chart.periods) > 1 else EDGE
    for run in _runs(_spots(chart, values)):
        level = [spot for x, y in run for spot in ((x - half, y), (x + half, y))]
        yield svg_path(level, stroke.colour, 1, stroke.dash)


def _newest(chart: Chart) -> Iterator[Markup]:
    for each in chart.series:
        known = [at for at, value in enumerate(each.values) if value is not None]
        if each.signs and known:
            yield sign_svg(*_spots(chart, each.values)[known[-1]], each.signs[known[-1]])


def _runs(spots: Iterable[tuple[float, float] | None]) -> list[list[tuple[float, float]]]:
    return [list(run) for known, run in groupby(spots, key=lambda spot: spot is not None) if known]


def _spots(chart: Chart, values: Sequence[ChartValue | None]) -> list[tuple[float, float] | None]:
    low, high = span_of(chart)
    tall = HEIGHT - 2 * EDGE
    return [
        None if value is None else (_x(chart, at), HEIGHT - EDGE - (value - low) / (high - low) * tall)
        for at, value in enumerate(values)
    ]


def _x(chart: Chart, at: int) -> float:
    return EDGE + at * (WIDTH - 2 * EDGE) / max(len(chart.periods) - 1, 1)
