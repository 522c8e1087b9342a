"""Decisions in HTML, each with every field of the record and with what it touches as links."""

from collections.abc import Iterable, Iterator

from markupsafe import Markup

from programme.sheets.decisions import DECISIONS
from programme.sheets.form import FormColumn
from reports.language.grammar import counted
from reports.markup.pieces import Href, bullets, linked_text, together
from reports.progress.decisions import DecisionLinks
from reports.sentences.meeting import KEPT_BACK, meeting_link, record_link
from reports.sentences.ways import action_link, kpi_link, risk_link, weakness_link

FIELDS = (
    *("proposed", "decision_maker", "lead_member", "key", "key_reason", "divisions", "notice", "not_before", "decided"),
    *("status", "background", "options", "financial", "legal", "equality", "implications"),
)
"""The fields of the record, in its order."""

OF_MEETINGS = ("decision_maker", "decided", "status")
"""Those that a board's decision in a meeting has."""


def decision_records(decisions: Iterable[DecisionLinks], href: Href) -> Markup:
    """Each decision, to be opened: its fields and what it touches."""
    return together(_record(each, href) for each in decisions)


def _record(links: DecisionLinks, href: Href) -> Markup:
    columns = DECISIONS.named(*(OF_MEETINGS if links.arising else FIELDS))
    fields = together(Markup("<dt>{}</dt><dd>{}</dd>").format(column, _said(links, column)) for column in columns)
    touches = bullets(_touched(links, href)) or Markup("<p>Nothing is named that it touches.</p>")
    title = links.decision.title or (KEPT_BACK if links.arising else "")
    name = f"{links.decision.reference} {title}".strip()
    return Markup(
        '<details class="decision" id="{}"><summary>{}</summary><dl class="facts">{}</dl>'
        "{}<h3>What it touches</h3>{}</details>"
    ).format(links.decision.reference, name, fields, _minuted(links, href), touches)


def _minuted(links: DecisionLinks, href: Href) -> Markup:
    """The meeting that took it, and where it stands on record there."""
    if links.arising is None:
        return Markup("")
    where = (meeting_link(links.arising.meeting), ", on record as ", record_link(links.arising.item), ".")
    return Markup("<p>{}</p>").format(linked_text(where, href))


def _said(links: DecisionLinks, column: FormColumn) -> str:
    decision = links.decision
    told = column.said(getattr(decision, column.name)) or "not given"
    if column.name == "not_before" and decision.not_before and decision.notice:
        return f"{told}, {counted((decision.not_before - decision.notice).days, 'day')} after the notice"
    return told


def _touched(links: DecisionLinks, href: Href) -> Iterator[Markup]:
    for kpi in links.kpis:
        yield Markup("KPI: {}").format(linked_text((kpi_link(kpi),), href))
    for action in links.actions:
        yield Markup("Action: {}").format(linked_text((action_link(action, f"{action.now.ref} {action.now.title}"),), href))
    for weakness in links.weaknesses:
        yield linked_text((weakness_link(weakness.number, weakness.name),), href)
    for risk in links.risks:
        yield Markup("Risk: {}").format(linked_text((risk_link(risk.ref, f"{risk.ref} {risk.risk}"),), href))
    for ref in links.unknown:
        yield Markup("{}: no return names it").format(ref)
