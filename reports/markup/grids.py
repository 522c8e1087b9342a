"""The two grids of the screens, in HTML: where each group stands, and a list of KPIs; each with its heat map."""

from collections.abc import Iterable, Mapping, Sequence

from markupsafe import Markup

from kpis.direction import Direction
from kpis.movement import Reference
from kpis.rating import Rating
from programme.quarter import Quarter
from programme.workstreams import Weakness, Workstream
from reports.language.grammar import capitalised
from reports.language.numbers import target_text
from reports.markup.heat import cells, quarter_headings, year_headings
from reports.markup.pieces import Href, link, rating_chip, scrolling, sign, spoken, together
from reports.markup.sparkline import sparkline_image
from reports.palette import POSITIONS, RATINGS
from reports.progress.judgement import Judgement, RedGroup
from reports.progress.outcomes import DeliveryBesideOutcome
from reports.progress.overview import Overview
from reports.progress.readings import Reading, count_ratings
from reports.sentences.direction import barrier_clause, chance_sentence, went_up
from reports.sentences.heat import HeatMap, heat_of_kpis
from reports.sentences.outcomes import outcome_sentence
from reports.sentences.overview import judged_away_clause


def groups_grid(sides: Iterable[DeliveryBesideOutcome], heat: HeatMap, counts: Mapping, href: Href) -> Markup:
    """One row per weakness and workstream: its three positions, its latest steps, its ratings now, and the heat map."""
    heats = {row.name: row.cells for row in heat.rows}
    rows_of: dict[str, list[Markup]] = {}
    for each in sides:
        rows_of.setdefault(_kind(each.about), []).append(_group_row(each, counts[each.about], heats[each.about.name], href))
    body = together(_part(kind, together(rows), 6 + len(heat.quarters)) for kind, rows in rows_of.items())
    heads = _heads((*(capitalised(each) for each in Reference), "Latest step", "Ratings now"))
    return _grid(f"Where the nine weaknesses and five workstreams stand. {heat.title}.", "About", heads, heat.quarters, body)


def _part(kind: str, rows: Markup, columns: int) -> Markup:
    """Rows of one kind under their heading."""
    return Markup('<tbody><tr><th scope="rowgroup" colspan="{}" class="kind">{}</th></tr>{}</tbody>').format(
        columns, kind, rows
    )


def _heads(names: Iterable[str]) -> Markup:
    """Headings as high as the two rows of years and quarters beside them."""
    return together(Markup('<th scope="col" rowspan="2">{}</th>').format(name) for name in names)


def _kind(about: Weakness | Workstream) -> str:
    return "Nine weaknesses" if isinstance(about, Weakness) else "Five workstreams"


def _group_row(both: DeliveryBesideOutcome, counts: Mapping[Rating, int], row, href: Href) -> Markup:
    about = both.about
    page = "weakness" if isinstance(about, Weakness) else "workstream"
    name = link(href(page, **{page: str(about.number)}), f"{about.number} {about.label}")
    positions = together(Markup("<td>{}</td>").format(position_word(both, reference)) for reference in Reference)
    return Markup('<tr><th scope="row">{}</th>{}<td>{}</td><td>{}</td>{}</tr>').format(
        name, positions, _moves(both), _short_counts(counts), cells(row)
    )


def position_word(both: DeliveryBesideOutcome, reference: Reference = Reference.BASELINE) -> Markup:
    """The evidence position since one reference as arrow and word, with the counts that make it for the ear."""
    mark = POSITIONS[both.outcome.since(reference).word]
    said = spoken(f". {outcome_sentence(both, reference)}")
    return Markup('<span class="position">{} {}{}</span>').format(sign(mark.shape), mark.word, said)


def _moves(both: DeliveryBesideOutcome) -> Markup:
    """`↗ 6 ↘ 1 → 4`: how many KPIs improve and worsen by their latest step, and how many did not really move."""
    ways = (("↗", Direction.IMPROVING), ("↘", Direction.WORSENING), ("→", Direction.NO_REAL_CHANGE))
    parts = ((arrow, both.outcome.latest[way], str(way)) for arrow, way in ways)
    return Markup(" ").join(_move(arrow, count, word) for arrow, count, word in parts)


def _short_counts(counts: Mapping[Rating, int]) -> Markup | str:
    if not any(counts.values()):
        return "no KPI for this area"
    return Markup(" ").join(
        _move(mark.shape, counts[rating], mark.word.lower(), "" if counts[rating] else " nothing")
        for rating, mark in RATINGS.items()
    )


def _move(shape: str, count: int, word: str, quiet: str = "") -> Markup:
    """A sign and a count for the eye, with the word of the sign for the ear."""
    return Markup('<span class="move{}">{} {}{}</span>').format(quiet, sign(shape), count, spoken(f" {word}"))


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
        reading.display,
        target_text(kpi, reading.rated.target),
        rating_chip(reading.rated.rating),
        _reason(reading.rated.reason),
        direction_word(judged),
        sparkline_image(judged.line),
        cells(row),
    )


def _covers(reading: Reading) -> str:
    """`Kent, 2024/25 Q3, carried forward, provisional`."""
    states = {"carried forward": reading.carried, "provisional": reading.result.provisional}
    return ", ".join((reading.area.name, str(reading.result.period), *(word for word, holds in states.items() if holds)))


def _reason(reason: str) -> Markup | str:
    return Markup("<small>{}</small>").format(reason) if reason else ""


def direction_word(judged: Judgement) -> Markup:
    """`↓ improving`: the arrow is the way the number went, the word is the one that is said everywhere."""
    step, word = judged.step, judged.direction
    if not step.said or judged.reading.hidden:
        why = f" ({barrier_clause(judged, step)})" if step.broken and not judged.reading.hidden else ""
        return Markup("{}{}").format(str(word), why)
    arrow = "→" if word is Direction.NO_REAL_CHANGE else "↑" if went_up(judged) else "↓"
    return Markup('<span class="move">{} {}</span> <small class="line">since {}</small>').format(
        sign(arrow), str(word), step.since
    )


LISTED = 7  # what a projector has room for; the meeting page steps through all of them


def attention_panel(overview: Overview, href: Href) -> Markup:
    """What is red and worsening, furthest from its target first, the way to the rest, and what chance alone would show."""
    worst = overview.red_groups[RedGroup.WORSENING][:LISTED]
    listed = together(_attention(each, href) for each in worst) or Markup("<li>None.</li>")
    rest = link(href("meeting"), f"Step through all {len(overview.reds)} reds, one by one")
    groups = " · ".join(f"{len(reds)} {group}" for group, reds in overview.red_groups.items())
    groups += judged_away_clause(overview.judged)
    return Markup(
        '<section class="attention"><h2>Red and worsening</h2><ol>{}</ol><p>{}</p><p>{}.</p>'
        "<p><small>{}</small></p></section>"
    ).format(listed, rest, groups, chance_sentence(overview.judged))


def _attention(judged: Judgement, href: Href) -> Markup:
    kpi = judged.line.kpi
    return Markup("<li>{}<span><b>{}</b> {}</span></li>").format(
        link(href("kpi", kpi=kpi.id), kpi.title), judged.reading.display, sparkline_image(judged.line)
    )


def _grid(caption: str, first: str, heads: Markup, quarters: Sequence[Quarter], body: Markup) -> Markup:
    table = Markup('<table class="grid"><caption>{}</caption><thead><tr>{}{}{}</tr><tr>{}</tr></thead>{}</table>').format(
        caption, _heads([first]), heads, year_headings(quarters), quarter_headings(quarters), body
    )
    return scrolling(caption, table)


def ratings_of(judged: Iterable[Judgement]) -> Mapping[Rating, int]:
    """How many of these KPIs have each rating."""
    return count_ratings(each.reading for each in judged)
