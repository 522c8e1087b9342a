"""Where things stand on a chart, however it is drawn: the ends of its axes, the periods named, an amount as text."""

from collections.abc import Iterable, Sequence
from datetime import date

from programme.moment import day_text
from programme.quarter import Quarter
from reports.charts.chart import Chart, ChartPeriod, ChartValue, RankedChart
from reports.language.numbers import number_text

EVERY_QUARTER_UP_TO = 8  # more quarters than this: only the first of each financial year is labelled
HEIGHT, LOW = 380, 300  # pixels of a chart by quarter, and of one by a handful of published periods
LETTERS, BARE, BOTTOM = 28, 8, 44  # pixels above a plot with words over it and above a bare one, and beneath every plot
ROW_HEIGHT = 38  # pixels of one place of a ranking
TOP_ROOM = 1.12  # of the highest value, so that labels above it are not cut


def height_of(chart: Chart | RankedChart) -> int:
    """Pixels that a chart is high where nobody asks for another height."""
    if isinstance(chart, RankedChart):
        return ROW_HEIGHT * len(chart.ranked) + 70
    return HEIGHT if all(isinstance(period, Quarter) for period in chart.periods) else LOW


def top_of(chart: Chart | RankedChart) -> int:
    """Pixels for the words that stand above the plot."""
    if isinstance(chart, RankedChart):
        return LETTERS + 14 * max(len(chart.against) - 1, 0)
    return LETTERS if chart.events or chart.labels else BARE


def span_of(chart: Chart | RankedChart) -> tuple[ChartValue, ChartValue]:
    """The lowest and the highest value of the axis of amounts, so that everything drawn fits."""
    if isinstance(chart, RankedChart):
        edges = [edge for each in chart.ranked for edge in each.rare or ()]
        return value_range([*(each.value for each in chart.ranked), *(each.value for each in chart.against), *edges])
    drawn = [value for each in (*chart.series, *chart.standards, *chart.limits) for value in each.values]
    return years(drawn) if chart.dated else value_range(drawn)


def value_range(values: Iterable[float | None]) -> tuple[float, float]:
    """From zero, or below it where a value is, to a little above the highest."""
    known = [value for value in values if value is not None]
    low, high = min(known, default=0), max(known, default=1)
    return min(0, low * TOP_ROOM), max(high, 0) * TOP_ROOM or 1


def years(days: Iterable[date | None]) -> tuple[date, date]:
    """The whole years that `days` lie in; the one in which the programme began where there is none."""
    known = [day.year for day in days if day is not None] or [2019]
    return date(min(known), 1, 1), date(max(known) + 1, 1, 1)


def named_periods(periods: Sequence[ChartPeriod]) -> list[tuple[ChartPeriod, tuple[str, ...]]]:
    """The periods that are named on the axis, each in lines: of many quarters the first of each financial year."""
    quarters = [period for period in periods if isinstance(period, Quarter)]
    every = len(quarters) <= EVERY_QUARTER_UP_TO
    named = [period for period in periods if every or period.number == 1] or periods
    return [(period, _lines(str(period) if every else period.financial_year)) for period in named]


def _lines(text: str) -> tuple[str, ...]:
    """`2019` over `/20`, `2024/25` over `Q3`: they stand beside each other on a telephone too."""
    year, space, quarter = text.partition(" ")
    if space:
        return year, quarter
    begun, slash, ended = text.partition("/")
    return (begun, slash + ended) if slash else (text,)


def suffix_of(unit: str) -> str:
    """What is written behind an amount on an axis, where there is room for a sign and no more."""
    return "%" if unit == "percent" else ""


def amount_written(chart: Chart, value: ChartValue) -> str:
    """`60.0%` or `30 September 2024`."""
    return day_text(value) if isinstance(value, date) else f"{number_text(value, chart.decimals)}{chart.suffix}"
