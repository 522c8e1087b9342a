"""The grid of KPIs in HTML: figure, target, rating, direction and course of each, beside its heat map."""

from collections.abc import Iterable, Mapping, Sequence

from markupsafe import Markup

from kpis.direction import Direction
from kpis.rating import Rating
from programme.quarter import Quarter
from reports.language.numbers import target_text
from reports.markup.heat import cells, quarter_headings, year_headings
from reports.markup.pieces import Href, link, rating_chip, scrolling, sign, together
from reports.markup.sparkline import sparkline_image
from reports.progress.judgement import Judgement
from reports.progress.readings import Reading, count_ratings
from reports.sentences.direction import barrier_clause, went_up, when
from reports.sentences.heat import heat_of_kpis
from reports.sentences.kpi import carried_clause
from reports.sentences.ways import CELLS


def kpi_grid(judged: Sequence[Judgement], quarters: Sequence[Quarter], href: Href, caption: str) -> Markup:
    """One row per KPI: figure against its target, rating, direction, sparkline, and its rating in every quarter."""
    heat = heat_of_kpis([each.line for each in judged], quarters)
    heads = _heads(("Figure", "Target", "Rating", "Direction", "Course"))
    rows = together(_kpi_row(each, row.cells, href) for each, row in zip(judged, heat.rows, strict=True))
    return _grid(f"{caption} {heat.title}.", "KPI", heads, heat.quarters, Markup("<tbody>{}</tbody>").format(rows))


def _kpi_row(judged: Judgement, row, href: Href) -> Markup:
    reading, kpi = judged.reading, judged.line.kpi
    return Markup(
        '<tr><th scope="row">{}<small>{}</small></th><td class="amount">{}</td><td>{}</td><td>{}{}</td><td>{}</td>'
        "<td>{}</td>{}</tr>"
    ).format(
        link(href("kpi", kpi=kpi.id), kpi.title),
        _covers(reading),
        link(href("kpi", kpi=kpi.id, tab=CELLS), reading.display),
        target_text(kpi, reading.rated.target),
        rating_chip(reading.rated.rating),
        _reason(reading.rated.reason),
        direction_word(judged),
        sparkline_image(judged.line),
        cells(row, (href("kpi", kpi=kpi.id, quarter=str(each.quarter)) for each in judged.line.readings)),
    )


def _covers(reading: Reading) -> str:
    """`Kent, 2024/25 Q3, carried forward, provisional`."""
    states = {"carried forward": reading.carried, "provisional": reading.result.provisional}
    return ", ".join((reading.area.name, str(reading.result.period), *(word for word, holds in states.items() if holds)))


def carried_note(reading: Reading) -> Markup:
    """What is said in small type behind a figure that is carried forward, with the year that it covers; else nothing."""
    told = carried_clause(reading)
    return Markup(' <small class="line">{}</small>').format(told) if told else Markup("")


def _reason(reason: str) -> Markup | str:
    return Markup("<small>{}</small>").format(reason) if reason else ""


def direction_word(judged: Judgement) -> Markup:
    """`↓ improving since 2024/25 Q2`: the arrow is the way the number went, word and time are those said everywhere."""
    step, word = judged.step, judged.direction
    if not step.said or judged.reading.hidden:
        why = f" ({barrier_clause(judged, step)})" if step.broken and not judged.reading.hidden else ""
        return Markup("{}{}").format(str(word), why)
    arrow = "→" if word is Direction.NO_REAL_CHANGE else "↑" if went_up(judged) else "↓"
    return Markup('<span class="move">{} {}</span> <small class="line">since {}</small>').format(
        sign(arrow), str(word), when(judged, step.since)
    )


def _heads(names: Iterable[str]) -> Markup:
    """Headings as high as the two rows of years and quarters beside them."""
    return together(Markup('<th scope="col" rowspan="2">{}</th>').format(name) for name in names)


def _grid(caption: str, first: str, heads: Markup, quarters: Sequence[Quarter], body: Markup) -> Markup:
    table = Markup('<table class="grid"><caption>{}</caption><thead><tr>{}{}{}</tr><tr>{}</tr></thead>{}</table>').format(
        caption, _heads([first]), heads, year_headings(quarters), quarter_headings(quarters), body
    )
    return scrolling(caption, table)


def ratings_of(judged: Iterable[Judgement]) -> Mapping[Rating, int]:
    """How many of these KPIs have each rating."""
    return count_ratings(each.reading for each in judged)
