"""The position statement in HTML, so that it prints on two pages: short sections, each under its own heading."""

from collections.abc import Iterable
from html import escape

from record.tracked import Tracked
from reports.language.dates import day_given
from reports.markup.plan import brag_counts
from reports.palette import POSITIONS
from reports.progress.delivery import Delivery
from reports.progress.outcomes import DeliveryBesideOutcome
from reports.progress.statement import Statement
from reports.sentences.plan import brag_text, slip_text

LISTED = 5  # actions on the statement; the Actions page has them all


def inspectors(of: Statement) -> str:
    """What inspectors said in 2019, and what they judged in 2022."""
    about = of.about
    return (
        f'<div class="inspectors"><blockquote>{escape(about.wording)}</blockquote>'
        f"<p>2019 (wording: {escape(about.wording_status)}). Revisit of September 2022: "
        f"<b>{escape(about.judgement_2022)}</b>.</p></div>"
    )


def both_sides(each: DeliveryBesideOutcome) -> str:
    """Delivery on the left, outcome on the right, with their own numbers; nothing adds the two up."""
    mark = POSITIONS[each.outcome.evidence]
    plan = each.delivered.plan.title if each.delivered.plan else "No plan in force"
    return (
        '<div class="sides"><section><h2>Delivered</h2>'
        f"<p><b>{escape(plan)}.</b> {escape(each.delivered.sentence)}</p>{brag_counts(each.delivered.statuses)}</section>"
        "<section><h2>Changed</h2>"
        f'<p><b><span aria-hidden="true">{mark.shape}</span> Evidence position: {escape(mark.word.lower())}.</b> '
        f"{escape(each.outcome_sentence)}</p></section></div>"
    )


def late_actions(found: Delivery, href: str) -> str:
    """The actions longest past the date agreed first, and the way to all of them."""
    items = "".join(f"<li>{_late(each)}</li>" for each in found.overdue[:LISTED])
    rest = f'<p><a href="{escape(href)}">All {len(found.actions)} actions</a></p>'
    listed = f"<ul>{items}</ul>" if items else "<p>No action is past the date agreed first.</p>"
    return _section("Actions past the date agreed first", listed + rest)


def _late(each: Tracked) -> str:
    forecast = f"now forecast for {day_given(each.now.forecast)}, {slip_text(each)}" if each.now.forecast else "no forecast"
    return (
        f"<b>{escape(each.now.ref)}</b> {escape(each.now.title)}: {escape(brag_text(each))}; agreed for "
        f"{day_given(each.baseline)}, {forecast}; {escape(each.now.lead_role or 'no lead role given')}"
    )


def voices(of: Statement) -> str:
    """What parents and children said in the last year, newest first, and what came of it."""
    items = "".join(
        f"<li>“{escape(each.you_said)}” We did: {escape(each.we_did or 'nothing recorded')}. "
        f"Difference: {escape(each.difference or 'not known yet')}.</li>"
        for each in of.heard[:LISTED]
    )
    return _section("What parents said", f"<ul>{items}</ul>" if items else "<p>Nothing is recorded in the last year.</p>")


def risk_list(of: Statement) -> str:
    """The risks that name the weakness, highest first."""
    items = "".join(
        f"<li><b>{escape(risk.ref)}</b> {escape(risk.risk)}: "
        f"{escape(str(risk.current)) if risk.current else 'not scored'}</li>"
        for risk in of.risks
    )
    return _section("Risks", f"<ul>{items}</ul>" if items else "<p>None was returned for this quarter.</p>")


def assessment(of: Statement) -> str:
    """The lead's own answer, and whether the evidence says the same."""
    reason = f" Reason: {escape(of.lead.reason)}" if of.lead and of.lead.reason else ""
    return _section("The lead's own assessment", f"<p>{escape(of.agreement_sentence)}{reason}</p>")


def missing(of: Statement) -> str:
    """What evidence is missing. Missing is not the same as bad, and not the same as nothing to report."""
    items = "".join(f"<li>{escape(sentence)}</li>" for sentence in of.missing)
    return _section(
        "What evidence is missing", f"<ul>{items}</ul>" if items else "<p>Nothing that this statement looks for.</p>"
    )


def sections(parts: Iterable[str]) -> str:
    """The parts one under the other; in two columns where there is room."""
    return f'<div class="statement">{"".join(parts)}</div>'


def _section(heading: str, body: str) -> str:
    return f"<section><h2>{escape(heading)}</h2>{body}</section>"
