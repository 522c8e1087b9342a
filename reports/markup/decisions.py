"""Decisions in HTML, each with every field of the record and with what it touches as links."""

from collections.abc import Iterable, Iterator

from markupsafe import Markup

from programme.plans import plan_in_force
from programme.sheets.decisions import DECISIONS
from programme.sheets.form import FormColumn
from record.tracked import Tracked
from reports.markup.pieces import Href, bullets, link, together
from reports.progress.decisions import DecisionLinks

FIELDS = (
    *("proposed", "decision_maker", "lead_member", "key", "key_reason", "divisions", "notice", "not_before", "decided"),
    *("status", "background", "options", "financial", "legal", "equality", "implications"),
)
"""The fields of the record, in its order."""


def decision_records(decisions: Iterable[DecisionLinks], href: Href) -> Markup:
    """Each decision, to be opened: its fields and what it touches."""
    return together(_record(each, href) for each in decisions)


def _record(links: DecisionLinks, href: Href) -> Markup:
    fields = together(
        Markup("<dt>{}</dt><dd>{}</dd>").format(column, _said(links, column)) for column in DECISIONS.named(*FIELDS)
    )
    touches = bullets(_touched(links, href)) or Markup("<p>Nothing is named that it touches.</p>")
    name = f"{links.decision.reference} {links.decision.title}".strip()
    return Markup(
        '<details class="decision"><summary>{}</summary><dl class="facts">{}</dl><h3>What it touches</h3>{}</details>'
    ).format(name, fields, touches)


def _said(links: DecisionLinks, column: FormColumn) -> str:
    return column.said(getattr(links.decision, column.name)) or "not given"


def _address(action: Tracked, href: Href) -> str:
    """Where an action stands: in the list of its plan, or among those of the plan before."""
    if action.now.plan == plan_in_force(action.quarter):
        return href("actions", action=action.now.ref)
    return href("plan", tab="The plan before")


def _touched(links: DecisionLinks, href: Href) -> Iterator[Markup]:
    for kpi in links.kpis:
        yield Markup("KPI: {}").format(link(href("kpi", kpi=kpi.id), kpi.title))
    for action in links.actions:
        now = action.now
        yield Markup("Action: {}").format(link(_address(action, href), f"{now.ref} {now.title}"))
    for weakness in links.weaknesses:
        yield link(href("weakness", weakness=str(weakness.number)), weakness.name)
    for risk in links.risks:
        yield Markup("Risk: {}").format(link(href("risks"), f"{risk.ref} {risk.risk}"))
    for ref in links.unknown:
        yield Markup("{}: no return names it").format(ref)
