"""Every KPI on one page: the matrix of variation and assurance, and the list, grouped, with a filter by rating."""

from collections.abc import Iterable, Mapping, Sequence

from markupsafe import Markup

from kpis.rating import Rating
from kpis.spc import Variation
from programme.hidden import HIDDEN_SIGN
from reports.language.grammar import counted
from reports.language.linked import Linked
from reports.language.numbers import published_text, target_text
from reports.markup.filters import hidden
from reports.markup.grids import carried_note, direction_word
from reports.markup.icons import standard_icon, variation_icon
from reports.markup.pieces import Href, column_heads, link, linked_text, rating_chip, sign, together
from reports.markup.sparkline import sparkline_image
from reports.palette import RATINGS, VARIATIONS
from reports.progress.comparison import England
from reports.progress.judgement import Judgement
from reports.progress.kpi_groups import KpiGroup
from reports.progress.matrix import Matrix, Standard, standard_of
from reports.progress.readings import Reading
from reports.sentences.ways import CELLS

ROWS = (Variation.CONCERNING, Variation.COMMON_CAUSE, Variation.IMPROVING, Variation.NEITHER)
COLUMNS = ("KPI", "Figure", "Target", "Rating", "Direction", "Level", "Against target", "Course", "England")


def matrix_table(found: Matrix, href: Href) -> Markup:
    """Every placed KPI by name in its field, worst row first; beneath, how many could not be placed and which."""
    rows = together(_matrix_row(found, variation, href) for variation in ROWS)
    return Markup(
        '<table class="fields"><caption>Is it changing, and will it keep meeting its target?</caption><thead><tr><td></td>{}'
        '</tr></thead><tbody>{}</tbody></table><details class="words"><summary>Without a chart of its newest figure, and '
        "so not placed: {}</summary><p>{}</p></details>"
    ).format(
        column_heads(str(standard).capitalize() for standard in Standard),
        rows,
        counted(len(found.not_placed), "KPI"),
        Markup(", ").join(_marked(each, href) for each in found.not_placed),
    )


def _matrix_row(found: Matrix, variation: Variation, href: Href) -> Markup:
    mark = VARIATIONS[variation]
    fields = together(_field(standard, found.at(variation, standard), href) for standard in Standard)
    return Markup('<tr><th scope="row">{} {}</th>{}</tr>').format(
        variation_icon(variation, word_beside=True), mark.word, fields
    )


def _field(standard: Standard, judged: Sequence[Judgement], href: Href) -> Markup:
    listed = together(Markup("<li>{}</li>").format(_marked(each, href)) for each in judged)
    return Markup('<td data-head="{}"><b>{}</b>{}</td>').format(
        str(standard).capitalize(), len(judged), Markup("<ul>{}</ul>").format(listed) if listed else ""
    )


def _marked(judged: Judgement, href: Href) -> Markup:
    """A short name as a link, with the shape of its rating before it."""
    mark, kpi = RATINGS[judged.reading.rated.rating], judged.line.kpi
    return Markup('<span class="marked">{} {}</span>').format(sign(mark.shape), link(href("kpi", kpi=kpi.id), kpi.short))


def ratings_filter(counts: Mapping[Rating, int], shown: str = "") -> Markup:
    """Buttons that show the rows of one rating and hide the others, without asking the server; `shown` is pressed."""
    total = sum(counts.values())
    every = Markup('<button type="button" data-show="" aria-pressed="{}">All {}</button>').format(_pressed(not shown), total)
    each = together(
        Markup('<button type="button" data-show="{}" aria-pressed="{}">{} {} {}</button>').format(
            rating, _pressed(shown == rating), sign(mark.shape), mark.word, counts[rating]
        )
        for rating, mark in RATINGS.items()
    )
    return Markup('<div class="filter" role="group" aria-label="Show">{}{}</div>').format(every, each)


def _pressed(holds: bool) -> str:
    return "true" if holds else "false"


def measures_table(
    groups: Iterable[KpiGroup], england: Mapping[str, England], href: Href, caption: str, shown: str = ""
) -> Markup:
    """One row per KPI under the name of its group; where a rating is `shown`, the others are hidden."""
    return Markup('<table class="cards measures"><caption>{}</caption><thead><tr>{}</tr></thead>{}</table>').format(
        caption, column_heads(COLUMNS), together(_group(each, england, href, shown) for each in groups)
    )


def _group(group: KpiGroup, england: Mapping[str, England], href: Href, shown: str) -> Markup:
    name = linked_text((Linked(group.name, group.way),) if group.way else (group.name,), href)
    empty = bool(shown) and all(each.reading.rated.rating != shown for each in group.judged)
    head = Markup(
        '<tr class="group" id="{}"><th scope="rowgroup" colspan="{}">{} <span class="quiet">{}</span></th></tr>'
    ).format(group.name, len(COLUMNS), name, counted(len(group.judged), "KPI"))
    rows = together(_row(each, england, href, shown) for each in group.judged)
    return Markup("<tbody{}>{}{}</tbody>").format(hidden(empty), head, rows)


def _row(judged: Judgement, england: Mapping[str, England], href: Href, shown: str) -> Markup:
    reading, kpi = judged.reading, judged.line.kpi
    placed = judged.special_cause is not None and not reading.hidden
    figure = link(href("kpi", kpi=kpi.id, tab=CELLS), reading.display)
    cells = (
        ("Figure", Markup("<b>{}</b>{}").format(figure, carried_note(reading))),
        ("Target", target_text(kpi, reading.rated.target)),
        ("Rating", rating_chip(reading.rated.rating)),
        ("Direction", direction_word(judged)),
        ("Level", variation_icon(judged.variation) if placed else _unplaced(reading)),
        ("Against target", standard_icon(standard_of(judged)) if placed else ""),
        ("Course", sparkline_image(judged.line)),
        ("England", _england(england.get(kpi.id))),
    )
    return Markup('<tr data-rating="{}"{}><th scope="row">{}</th>{}</tr>').format(
        reading.rated.rating,
        hidden(bool(shown) and reading.rated.rating != shown),
        link(href("kpi", kpi=kpi.id), kpi.short),
        together(Markup('<td data-head="{}">{}</td>').format(*cell) for cell in cells),
    )


def _unplaced(reading: Reading) -> Markup:
    return Markup('<span class="quiet">{}</span>').format(HIDDEN_SIGN if reading.hidden else "no chart")


def _england(found: England | None) -> Markup:
    if found is None:
        return Markup('<span class="quiet">–</span>')
    return Markup("{} <small>{}</small>").format(published_text(found.published, found.value), found.published.covers)
