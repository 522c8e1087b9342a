"""A chart as paper wants it: the whole of it as wide as the text, in letters that can be read, whatever the screen was."""

from functools import lru_cache

from markupsafe import Markup

from reports.charts.chart import Chart, RankedChart
from reports.charts.paper import Paper
from reports.charts.svg import chart_svg
from reports.markup.sparkline import address

COLUMN = Paper(width=600, titled=False, noted=False)  # the page says title, key and notes itself


def chart_image(chart: Chart | RankedChart) -> Markup:
    """The chart as an image that the screen shows as paper does, with its title."""
    drawn = address(chart_svg(chart, Paper(width=600, noted=False)))
    return Markup('<img class="chart" src="{}" alt="{}">').format(drawn, chart.alternative)


@lru_cache(maxsize=256)
def on_paper(chart: Chart | RankedChart) -> Markup:
    """The chart as an image that only a printed page shows; on the screen the chart that can be hovered over stands."""
    return Markup('<img class="on-paper" src="{}" alt="{}">').format(address(chart_svg(chart, COLUMN)), chart.alternative)
