"""Charts for the tests of those who draw them, and what stands in a drawn image."""

from xml.etree import ElementTree

from reports.charts.chart import Chart, Ranked, RankedChart, Series, Sign, Stroke
from reports.charts.svg import chart_svg
from reports.palette import LINE
from tests.reports.lines import NOW

SVG = "{http://www.w3.org/2000/svg}"
WORDS = {"subject": "Plans, Kent", "headline": "From 50% to 60%", "alternative": "first 50%, newest 60%"}
DOT = Sign("circle", LINE, 12, LINE)


def chart_of(*values, **given) -> Chart:
    """A chart of one series over the quarters up to now."""
    series = Series("Plans", values, Stroke(LINE, width=2.5))
    return Chart(**WORDS | {"periods": tuple(NOW.last(len(values))), "series": (series,)} | given)


def ranking_of(*ranked: Ranked, **given) -> RankedChart:
    """A chart of places one under the other."""
    return RankedChart(**WORDS | {"ranked": ranked} | given)


def image(chart, paper=None):
    return ElementTree.fromstring(chart_svg(chart, paper))


def texts(found):
    return [each.text for each in found.iter(f"{SVG}text")]


def paths(found, colour):
    return [each.get("d") for each in found.iter(f"{SVG}path") if each.get("stroke") == colour]


def places(path):
    return [tuple(map(float, each.split())) for each in path.removeprefix("M").split("L")]
