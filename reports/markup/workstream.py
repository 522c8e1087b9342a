"""What the plan says of a workstream in HTML: outcome wanted, progress before, timescale, milestones, who is accountable."""

from markupsafe import Markup

from programme.purposes import purposes
from programme.quarter import Quarter
from programme.sheets import common
from programme.workstreams import workstreams
from reports.markup.pieces import listing, together
from reports.progress.delivery import delivery
from reports.progress.readings import Progress
from reports.progress.timescale import milestones_of, timescale
from reports.sentences.workstream import desired_outcome_text, progress_before_text, timescale_sentence
from reports.tables.workstream import accountable_table, milestones_table


def workstream_record(progress: Progress, number: int, quarter: Quarter) -> Markup:
    """Everything that the plan in force in `quarter` says of workstream `number`, beside its KPIs."""
    purpose, part = purposes()[number], delivery(progress, quarter).workstream(number)
    milestones = milestones_of(progress, number, quarter)
    told = {
        common.LEAD_ROLE: workstreams()[number].lead_role,
        "Desired outcome": desired_outcome_text(purpose),
        "Progress before submission": progress_before_text(purpose),
        "Timescale": timescale_sentence(timescale(part, milestones)),
    }
    facts = together(Markup("<dt>{}</dt><dd>{}</dd>").format(*each) for each in told.items())
    reached = listing(milestones_table(milestones)) if milestones else Markup("<p>No milestone was returned.</p>")
    bodies = listing(accountable_table(part)) if part.actions else Markup("")
    return Markup(
        '<section class="told"><h2>The plan of this workstream</h2><dl class="facts">{}</dl>{}{}</section>'
    ).format(facts, reached, bodies)
