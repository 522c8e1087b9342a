"""Small multiples: a chart as small as a stamp for each KPI, with its figure, rating, target, direction and England."""

from collections.abc import Iterable
from dataclasses import dataclass, replace

from markupsafe import Markup

from programme.areas import Area
from programme.quarter import Quarter
from reports.charts.beside import england_line
from reports.charts.chart import Chart
from reports.charts.line import line_chart
from reports.charts.svg_small import HEIGHT, WIDTH, small_svg
from reports.language.numbers import published_text, target_text
from reports.markup.grids import direction_word
from reports.markup.pieces import Href, link, rating_chip, together
from reports.markup.sparkline import address
from reports.progress.comparison import BySeries, England, by_series, comparisons, england_beside
from reports.progress.judgement import Judgement
from reports.progress.readings import Progress
from reports.sentences.kpi import carried_clause


@dataclass(frozen=True, slots=True)
class SmallChart:
    """One KPI as it is judged, its chart, and what England had, where that is published."""

    judged: Judgement
    chart: Chart
    england: England | None = None


def small_charts(progress: Progress, judged: Iterable[Judgement], area: Area, quarter: Quarter) -> tuple[SmallChart, ...]:
    """The chart of each KPI with England's line where there is one in the KPI's own unit."""
    published, england = by_series(progress.records.evidence.published), england_beside(progress, area, quarter)
    return tuple(SmallChart(each, _chart(each, published), england.get(each.line.kpi.id)) for each in judged)


def _chart(judged: Judgement, published: BySeries) -> Chart:
    line = judged.line
    quarters = [reading.quarter for reading in line.readings]
    held = comparisons(judged.reading, published)[:1]
    beside = [england_line(each, published[each.own.series], quarters, line.kpi.unit) for each in held]
    drawn = line_chart(line, (), *beside)
    if not judged.reading.hidden:
        return drawn
    return replace(drawn, series=tuple(replace(each, signs=()) for each in drawn.series))  # no sign, for it has no rating


def small_multiples(charts: Iterable[SmallChart], href: Href, key: str) -> Markup:
    """All of them in a grid, under what their lines mean."""
    drawn = together(_multiple(each, href) for each in charts)
    return Markup('<p class="told quiet">{}</p><ul class="multiples">{}</ul>').format(key, drawn) if drawn else Markup("")


def _multiple(small: SmallChart, href: Href) -> Markup:
    reading, kpi = small.judged.reading, small.judged.line.kpi
    return Markup(
        '<li data-rating="{}">{}<p><b>{}</b> {}</p><img width="{}" height="{}" src="{}" alt="{}"><small>{}</small>'
        "<small>{}{}{}</small></li>"
    ).format(
        reading.rated.rating,
        link(href("kpi", kpi=kpi.id), kpi.short),
        reading.display,
        rating_chip(reading.rated.rating),
        WIDTH,
        HEIGHT,
        address(small_svg(small.chart)),
        small.chart.alternative,
        direction_word(small.judged),
        f"{carried} · " if (carried := carried_clause(reading)) else "",
        f"target {target_text(kpi, reading.rated.target)}" if reading.rated.target else "no target",
        _england(small.england),
    )


def _england(found: England | None) -> str:
    return f" · England {published_text(found.published, found.value)}, {found.published.period}" if found else ""
