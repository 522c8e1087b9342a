"""One exception of the agenda in HTML, in type that a room can read."""

from markupsafe import Markup

from reports.markup.pieces import rating_chip, together
from reports.progress.agenda import AgendaItem
from reports.sentences.agenda import agenda_group, exception_answer
from reports.sentences.kpi import kpi_sentence


def exception_card(item: AgendaItem) -> Markup:
    """The exception in large type: its place, its figure and rating, its sentence, and the answer to it."""
    reading = item.judged.reading
    return Markup(
        '<div class="card"><p class="of">{}: {} of {}</p><p><span class="amount">{}</span> {}</p>'
        '<p class="sentence">{}</p><dl>{}</dl></div>'
    ).format(
        agenda_group(item),
        item.place,
        item.of,
        reading.display,
        rating_chip(reading.rated.rating),
        kpi_sentence(item.judged),
        together(Markup("<dt>{}</dt><dd>{}</dd>").format(*part) for part in exception_answer(item)),
    )
