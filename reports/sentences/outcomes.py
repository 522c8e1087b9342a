"""Delivery and outcome in words, each with its own counts: what was done, and what changed."""

from collections.abc import Iterable

from kpis.movement import BASELINE_YEAR
from kpis.position import EvidencePosition
from programme.sheets.actions import Brag
from programme.workstreams import Weakness
from reports.language.grammar import capitalised, counted, is_or_are
from reports.progress.delivery import Delivery
from reports.progress.outcomes import DeliveryBesideOutcome


def delivery_headline(delivery: Delivery) -> str:
    """`of 116 actions, 54 are complete, 51 of them with evidence`."""
    if not delivery.actions:
        return "no action is on record"
    total, done = len(delivery.actions), len(delivery.done)
    of_all = f"of {counted(total, 'action')}, {done} {is_or_are(done)} complete"
    return f"{of_all}, {len(delivery.evidenced)} of them with evidence"


def delivery_sentence(delivery: Delivery) -> str:
    """The counts in words."""
    if not delivery.actions:
        return "No action is on record."
    rest = [
        f"{delivery.statuses[Brag.NOT_STARTED]} not started",
        f"{len(delivery.overdue)} past the date agreed first",
        *([f"{len(delivery.vanished)} missing from the newest return"] if delivery.vanished else []),
    ]
    return f"{capitalised(delivery_headline(delivery))}; {', '.join(rest)}."


def outcome_sentence(both: DeliveryBesideOutcome) -> str:
    """What changed, in words."""
    directed, improved, worsened, unchanged, unknown = both.kpi_counts
    if not directed:
        return "No KPI speaks to it."
    return (
        f"Of {counted(directed, 'KPI')}, {improved} improved since {BASELINE_YEAR}, "
        f"{worsened} worsened, {unchanged} did not change; {unknown} cannot be compared."
    )


def outcomes_headline(sides: Iterable[DeliveryBesideOutcome], plan: Delivery) -> str:
    """Both sides in one line for a title: what was done, and how many weaknesses the evidence sees improving."""
    groups = [each for each in sides if isinstance(each.about, Weakness)]
    improving = sum(each.outcome.evidence is EvidencePosition.IMPROVING for each in groups)
    done = capitalised(delivery_headline(plan))
    return f"{done}; {improving} of {len(groups)} weaknesses {is_or_are(improving)} improving"
