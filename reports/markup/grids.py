"""The two grids of the screens, in HTML: where each group stands, and a list of KPIs; each with its heat map."""

from collections.abc import Callable, Iterable, Mapping, Sequence
from html import escape

from kpis.movement import Shift
from kpis.rating import Rating
from kpis.trend import Direction, Travel
from programme.quarter import Quarter
from programme.workstreams import Weakness, Workstream
from reports.charts.sparkline import sparkline_image
from reports.language.numbers import target_text
from reports.markup.heat import cells, quarter_headings, spoken, year_headings
from reports.markup.pieces import rating_chip, scrolling
from reports.palette import POSITIONS, RATINGS
from reports.progress.heat import HeatMap, heat_of_kpis
from reports.progress.judgement import Judgement
from reports.progress.outcomes import DeliveryBesideOutcome
from reports.progress.overview import Overview
from reports.progress.readings import count_ratings

Href = Callable[..., str]
"""The address of a page with its choices: `href("kpi", kpi="plans_within_20_weeks")`."""


def groups_grid(found: Iterable[DeliveryBesideOutcome], heat: HeatMap, counts: Mapping, href: Href) -> str:
    """One row per weakness and workstream: position since the baseline, moves since last quarter, ratings now, heat map."""
    heats = {row.name: row.cells for row in heat.rows}
    bodies: dict[str, list[str]] = {}
    for each in found:
        bodies.setdefault(_kind(each.about), []).append(_group_row(each, counts[each.about], heats[each.about.name], href))
    columns = 4 + len(heat.quarters)
    body = "".join(
        f'<tbody><tr><th scope="rowgroup" colspan="{columns}" class="kind">{kind}</th></tr>{"".join(rows)}</tbody>'
        for kind, rows in bodies.items()
    )
    heads = "".join(f'<th scope="col" rowspan="2">{head}</th>' for head in ("Since 2019/20", "Since last", "Ratings now"))
    return _grid(f"Where the nine weaknesses and five workstreams stand. {heat.title}.", "About", heads, heat.quarters, body)


def _kind(about: Weakness | Workstream) -> str:
    return "Nine weaknesses" if isinstance(about, Weakness) else "Five workstreams"


def _group_row(each: DeliveryBesideOutcome, counts: Mapping[Rating, int], row, href: Href) -> str:
    about = each.about
    page = "weakness" if isinstance(about, Weakness) else "workstream"
    link = f'<a href="{escape(href(page, **{page: str(about.number)}))}">{about.number} {escape(about.label)}</a>'
    return (
        f'<tr><th scope="row">{link}</th><td>{position_word(each)}</td><td>{_moves(each)}</td>'
        f"<td>{_short_counts(counts)}</td>{cells(row)}</tr>"
    )


def position_word(each: DeliveryBesideOutcome) -> str:
    """The evidence position as arrow and word, with the counts that make it for the ear."""
    mark = POSITIONS[each.outcome.evidence]
    said = spoken(f". {each.outcome_sentence}")
    return f'<span class="position"><span aria-hidden="true">{mark.shape}</span> {mark.word}{said}</span>'


def _moves(each: DeliveryBesideOutcome) -> str:
    """`↗ 6 ↘ 1`: how many KPIs are better and worse than last quarter."""
    moved = each.outcome.since_last
    parts = (("↗", moved[Shift.IMPROVED], "improved"), ("↘", moved[Shift.WORSENED], "worsened"))
    return " ".join(
        f'<span class="move"><span aria-hidden="true">{arrow}</span> {count}{spoken(f" {word}")}</span>'
        for arrow, count, word in parts
    )


def _short_counts(counts: Mapping[Rating, int]) -> str:
    if not any(counts.values()):
        return "no KPI for this area"
    return " ".join(
        f'<span class="move{"" if counts[rating] else " nothing"}"><span aria-hidden="true">{mark.shape}</span> '
        f"{counts[rating]}{spoken(f' {mark.word.lower()}')}</span>"
        for rating, mark in RATINGS.items()
    )


def kpi_grid(judged: Sequence[Judgement], quarters: Sequence[Quarter], href: Href, caption: str) -> str:
    """One row per KPI: figure against its target, rating, direction, sparkline, and its rating in every quarter."""
    heat = heat_of_kpis([each.line for each in judged], quarters)
    heads = "".join(
        f'<th scope="col" rowspan="2">{head}</th>' for head in ("Figure", "Target", "Rating", "Since last", "Course")
    )
    rows = "".join(_kpi_row(each, row.cells, href) for each, row in zip(judged, heat.rows, strict=True))
    return _grid(f"{caption} {heat.title}.", "KPI", heads, heat.quarters, f"<tbody>{rows}</tbody>")


def _kpi_row(judged: Judgement, row, href: Href) -> str:
    reading, kpi = judged.reading, judged.line.kpi
    covers = f"{reading.area.name}, {reading.result.period}{', carried forward' if reading.carried else ''}"
    return (
        f'<tr><th scope="row"><a href="{escape(href("kpi", kpi=kpi.id))}">{escape(kpi.title)}</a>'
        f"<small>{escape(covers)}{', provisional' if reading.result.provisional else ''}</small></th>"
        f'<td class="amount">{escape(reading.display)}</td><td>{escape(target_text(kpi, reading.rated.target))}</td>'
        f"<td>{rating_chip(reading.rated.rating)}{_reason(reading.rated.reason)}</td>"
        f"<td>{travel_word(judged.direction)}{_trend(judged.trend)}</td><td>{sparkline_image(judged.line)}</td>{cells(row)}</tr>"
    )


def _reason(reason: str) -> str:
    return f"<small>{escape(reason)}</small>" if reason else ""


def travel_word(travel: Travel | None) -> str:
    """`↓ improved`: the arrow is the way the number went, the word is what that means."""
    if travel is None:
        return "nothing to compare"
    arrow = "→" if travel.direction is Direction.SAME or not travel.change else "↑" if travel.change > 0 else "↓"
    word = "no change" if travel.direction is Direction.SAME else str(travel.direction)
    said = f'<span class="move"><span aria-hidden="true">{arrow}</span> {word}</span>'
    return f'{said} <small class="line">since {travel.since}</small>'


def _trend(trend: Travel | None) -> str:
    """The trend where there is a clear one: it can run against the latest movement."""
    if trend is None or trend.direction is Direction.NO_CLEAR_TREND:
        return ""
    return f'<small class="line">trend {trend.direction}</small>'


LISTED = 7  # what a projector has room for; the meeting page steps through all of them


def attention_panel(seen: Overview, href: Href) -> str:
    """What is red and getting worse, furthest from its target first, and the way to the rest."""
    worst, reds = seen.red_and_worsening, len(seen.reds)
    listed = "".join(_attention(each, href) for each in worst[:LISTED]) or "<li>None.</li>"
    return (
        f'<section class="attention"><h2>Red and getting worse</h2><ol>{listed}</ol>'
        f'<p><a href="{escape(href("meeting"))}">Step through all {reds} reds, one by one</a></p></section>'
    )


def _attention(judged: Judgement, href: Href) -> str:
    reading, kpi = judged.reading, judged.line.kpi
    return (
        f'<li><a href="{escape(href("kpi", kpi=kpi.id))}">{escape(kpi.title)}</a>'
        f"<span><b>{escape(reading.display)}</b> {sparkline_image(judged.line)}</span></li>"
    )


def _grid(caption: str, first: str, heads: str, quarters: Sequence[Quarter], body: str) -> str:
    return scrolling(
        caption,
        f'<table class="grid"><caption>{escape(caption)}</caption>'
        f'<thead><tr><th scope="col" rowspan="2">{first}</th>{heads}{year_headings(quarters)}</tr>'
        f"<tr>{quarter_headings(quarters)}</tr></thead>{body}</table>",
    )


def ratings_of(judged: Iterable[Judgement]) -> Mapping[Rating, int]:
    """How many of these KPIs have each rating."""
    return count_ratings(each.reading for each in judged)
