"""Delivery and outcome in words, each with its own counts: what was done, and what changed."""

from collections.abc import Iterable

from kpis.direction import Barrier
from kpis.movement import Movement, Reference
from kpis.position import COMPARABLE, EvidencePosition
from programme.areas import Area
from programme.hidden import HIDDEN_SIGN, HIDDEN_WORDS
from programme.sheets.actions import Brag
from programme.workstreams import Weakness
from reports.language.grammar import capitalised, counted, is_or_are, or_none
from reports.language.linked import Pieces, leads
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


def delivery_linked(delivery: Delivery, **choices: str) -> Pieces:
    """The same, its actions leading to their list, narrowed to these choices."""
    counted_actions = counted(len(delivery.actions), "action")
    before, found, rest = delivery_sentence(delivery).partition(counted_actions)
    return (before, leads(found, "actions", **choices), rest) if found else (before,)


def vanished_sentence(delivery: Delivery) -> str:
    """`2 unfinished actions are missing from the newest return.`; empty where none is."""
    gone = len(delivery.vanished)
    return f"{counted(gone, 'unfinished action')} {is_or_are(gone)} missing from the newest return." if gone else ""


def outcome_sentence(both: DeliveryBesideOutcome, reference: Reference = Reference.BASELINE, *, named: bool = True) -> str:
    """What changed since one reference, in words, and which of the KPIs are borrowed: by name, or how many."""
    directed, better, worse, unmoved, unknown = both.kpi_counts(reference)
    if not directed:
        return "No KPI speaks to it."
    found = both.outcome.since(reference)
    titles = f": {_titles(found.borrowed)}" if named else ""
    borrowed = f" ({len(found.borrowed)} borrowed{titles})" if found.borrowed else ""
    return (
        f"Of {counted(directed, 'KPI')}{borrowed}, {better} really better {reference}, {worse} really worse, "
        f"{unmoved} without real change; {unknown} cannot be compared."
    )


def _titles(movements: Iterable[Movement]) -> str:
    return "; ".join(each.kpi.title for each in movements)


def evidence_gaps(both: DeliveryBesideOutcome, reference: Reference) -> list[str]:
    """Where there is too little evidence: what would be needed, and why each KPI cannot be compared. Else nothing."""
    found = both.outcome.since(reference)
    if found.word is not EvidencePosition.TOO_LITTLE:
        return []
    count, own = len(found.comparable), sum(each in found.own for each in found.comparable)
    needed = f"Needed {reference}: {COMPARABLE} comparable KPIs, at least one of its own"
    has = f"; there {is_or_are(count)} {or_none(count)}, {or_none(own)} of them its own."
    return [needed + has, *(f"{each.kpi.title}: {_barred(both, each, reference)}." for each in found.not_comparable)]


def _barred(both: DeliveryBesideOutcome, movement: Movement, reference: Reference) -> str:
    if movement.kpi.id in both.hidden:
        return f"{HIDDEN_SIGN}. {HIDDEN_WORDS}"
    step = movement.since[reference]
    if step.broken:
        return f"not comparable: break in {step.broken.quarter}"
    unseen = step.barrier is Barrier.NOTHING_BEFORE and movement.kpi.id in both.hidden_before
    return f"{step.barrier} that is not hidden ({HIDDEN_SIGN})" if unseen else str(step.barrier)


def outcomes_headline(sides: Iterable[DeliveryBesideOutcome], plan: Delivery) -> str:
    """Both sides in one line for a title: what was done, and how many weaknesses the evidence sees improving."""
    return f"{capitalised(delivery_headline(plan))}; {_improving(sides)}"


def changed_headline(sides: Iterable[DeliveryBesideOutcome], area: Area) -> str:
    """`Dartford: 0 of 9 weaknesses are improving since 2019/20, 7 have too little evidence`: it has no plan of its own."""
    return f"{area.name}: {_improving(sides)}"


def _improving(sides: Iterable[DeliveryBesideOutcome]) -> str:
    """How many of the weaknesses are improving, and of how many that cannot be said."""
    words = [each.outcome.evidence for each in sides if isinstance(each.about, Weakness)]
    improving, unknown = words.count(EvidencePosition.IMPROVING), words.count(EvidencePosition.TOO_LITTLE)
    told = f"{improving} of {len(words)} weaknesses {is_or_are(improving)} improving {Reference.BASELINE}"
    return f"{told}, {unknown} {'has' if unknown == 1 else 'have'} too little evidence" if unknown else told
