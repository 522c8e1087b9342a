"""What an SVG image draws of a ranking: bands, dots, and the named values that all are held against."""

from collections.abc import Iterator

from markupsafe import Markup

from reports.charts.chart import RankedChart
from reports.charts.paper import Paper, svg_path, svg_text
from reports.charts.plane import Plane
from reports.charts.signs import sign_svg
from reports.palette import BAND_OPACITY, EVENT, QUIET

RARE, USUAL = 2, 9  # pixels that the two bands are thick


def drawn_ranking(chart: RankedChart, plane: Plane, paper: Paper) -> Iterator[Markup]:
    """The lines to hold against at the back, the bands upon them, the dots in front."""
    for place, each in enumerate(chart.against):
        x = plane.x(each.value)
        yield svg_path([(x, plane.top), (x, plane.foot)], QUIET, 1.5, "dash")
        yield svg_text(x, plane.top - paper.pixels(6 + 14 * place), each.name, paper.letter, anchor="middle")
    for place, each in enumerate(chart.ranked):
        for band, width, opacity in ((each.rare, RARE, 1), (each.usual, USUAL, BAND_OPACITY)):
            if band:
                yield svg_path([(plane.x(end), plane.y(place)) for end in band], EVENT, width, opacity=opacity)
    for place, each in enumerate(chart.ranked):
        yield sign_svg(plane.x(each.value), plane.y(place), each.sign)
