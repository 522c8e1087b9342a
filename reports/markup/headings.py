"""The functions of the redesign in HTML, each with its KPIs and its actions as links."""

from collections.abc import Iterable

from markupsafe import Markup

from reports.markup.grids import carried_note
from reports.markup.pieces import Href, bullets, link, rating_chip, together
from reports.progress.headings import UnderHeading
from reports.progress.judgement import Judgement
from reports.sentences.plan import brag_text


def functions_list(functions: Iterable[UnderHeading], href: Href) -> Markup:
    """Each function, to be opened: what it does, its KPIs with their ratings, its actions with their status."""
    return together(_function(each, href) for each in functions)


def _function(under: UnderHeading, href: Href) -> Markup:
    kpis = bullets(_kpi(each, href) for each in under.judged) or Markup("<p>No KPI belongs to it.</p>")
    actions = bullets(
        Markup("{}: {}").format(
            link(href("actions", action=each.now.ref), f"{each.now.ref} {each.now.title}"), brag_text(each)
        )
        for each in under.delivered.actions
    ) or Markup("<p>No action names it.</p>")
    return Markup("<details><summary><b>{}</b>: {} ({})</summary><h3>KPIs</h3>{}<h3>Actions</h3>{}</details>").format(
        under.heading.label, under.heading.meaning, under.heading.status, kpis, actions
    )


def _kpi(judged: Judgement, href: Href) -> Markup:
    kpi, reading = judged.line.kpi, judged.reading
    name = link(href("kpi", kpi=kpi.id), kpi.short)
    return Markup("{} {}{} {}").format(name, reading.display, carried_note(reading), rating_chip(reading.rated.rating))
