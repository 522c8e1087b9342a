"""The agenda in HTML: the list of its items, the index beside a presentation, and one item in type that a room can read."""

from collections.abc import Iterable
from itertools import groupby

from markupsafe import Markup

from programme.sheets.commentary import COMMENTARY
from reports.language.linked import Piece, Pieces
from reports.markup.grids import carried_note
from reports.markup.pieces import Href, link, linked_text, rating_chip, together
from reports.progress.agenda import AgendaItem
from reports.sentences.agenda import agenda_group, exception_answer
from reports.sentences.kpi import kpi_sentence


def exception_card(item: AgendaItem, href: Href) -> Markup:
    """The exception in large type: its place, its figure and rating, its sentence, and the answer to it."""
    reading, answers = item.judged.reading, exception_answer(item)
    acted = bool(answers) and answers[0][0] == COMMENTARY.action.heading
    return Markup(
        '<div class="card"><p class="of">{} · item {} of {}</p><p><span class="amount">{}</span> {}</p>'
        '<p class="sentence">{}</p><dl{}>{}</dl></div>'
    ).format(
        agenda_group(item),
        item.place,
        item.of,
        reading.display,
        rating_chip(reading.rated.rating),
        kpi_sentence(item.judged),
        Markup(' class="acted"') if acted else "",  # what is done is told in the size of the finding
        together(_part(name, told, href) for name, told in answers),
    )


def _part(name: str, told: Piece | Pieces, href: Href) -> Markup:
    said = linked_text(told if isinstance(told, tuple) else (told,), href)
    return Markup("<dt>{}</dt><dd>{}</dd>").format(name, said)


def agenda_list(items: Iterable[AgendaItem], href: Href) -> Markup:
    """Every item with its figure under the word about it, each leading to its place in the presentation."""
    return together(
        Markup('<section class="agenda"><h2>{}</h2><ol start="{}">{}</ol></section>').format(
            group, own[0].place, together(_listed(each, href) for each in own)
        )
        for group, own in ((group, tuple(found)) for group, found in groupby(items, agenda_group))
    )


def _listed(item: AgendaItem, href: Href) -> Markup:
    judged = item.judged
    return Markup("<li>{} <b>{}</b>{} {}</li>").format(
        link(href("present", item=item.id), judged.line.kpi.short),
        judged.reading.display,
        carried_note(judged.reading),
        rating_chip(judged.reading.rated.rating),
    )


def agenda_index(items: Iterable[AgendaItem], here: AgendaItem, href: Href) -> Markup:
    """The items at the side, the one that is shown marked."""
    listed = together(_indexed(each, each == here, href) for each in items)
    return Markup('<nav class="index" aria-label="Agenda"><ol>{}</ol></nav>').format(listed)


def _indexed(item: AgendaItem, shown: bool, href: Href) -> Markup:
    mark = Markup(' aria-current="true"') if shown else ""
    return Markup('<li><a href="{}"{}>{}</a></li>').format(href("present", item=item.id), mark, item.judged.line.kpi.short)
