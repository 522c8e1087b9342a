"""What the plan says of a workstream in HTML: outcome wanted, progress before, timescale, milestones, who is accountable."""

from markupsafe import Markup

from programme.purposes import purposes
from programme.quarter import Quarter
from programme.sheets import common
from programme.sheets.actions import ACTIONS
from programme.workstreams import workstreams
from reports.language.grammar import counted
from reports.markup.pieces import Href, linked_text, listing, together
from reports.progress.delivery import Delivery, delivery
from reports.progress.readings import Progress
from reports.progress.timescale import milestones_of, timescale
from reports.sentences.workstream import desired_outcome_text, progress_before_text, timescale_sentence
from reports.tables.plan import actions_table
from reports.tables.workstream import accountable_table, milestones_table

NOT_HERE = (ACTIONS.lead_role.heading, "Forecast moved", "Note")
"""Columns of actions that are opened with each on the page Plan."""


def workstream_record(progress: Progress, number: int, quarter: Quarter, href: Href) -> Markup:
    """Everything that the plan in force in `quarter` says of workstream `number`, beside its KPIs."""
    purpose, part = purposes()[number], delivery(progress, quarter).workstream(number)
    milestones = milestones_of(progress, number, quarter)
    told = {
        common.LEAD_ROLE: workstreams()[number].lead_role,
        "Desired outcome": desired_outcome_text(purpose),
        "Progress before submission": progress_before_text(purpose),
        "Timescale": linked_text(timescale_sentence(timescale(part, milestones)), href),
    }
    facts = together(Markup("<dt>{}</dt><dd>{}</dd>").format(*each) for each in told.items())
    reached = listing(milestones_table(milestones), href) if milestones else Markup("<p>No milestone was returned.</p>")
    bodies = listing(accountable_table(part), href) + _actions(part, href) if part.actions else Markup("")
    return Markup(
        '<section class="told"><h2>The plan of this workstream</h2><dl class="facts">{}</dl>{}{}</section>'
    ).format(facts, reached, bodies)


def _actions(part: Delivery, href: Href) -> Markup:
    """Every action with its dates, folded away: the page Plan opens each."""
    table = listing(actions_table(part).without(*NOT_HERE), href)
    count = counted(len(part.actions), "action")
    return Markup('<details class="words"><summary>{} with dates</summary>{}</details>').format(count, table)
