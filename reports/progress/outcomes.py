"""Delivery beside outcomes: what was done, and what changed, for a weakness or workstream; never one rating of both."""

from dataclasses import dataclass

from kpis.direction import Direction
from kpis.kpi import Kpi
from kpis.movement import Movement, Reference, movement
from kpis.position import Agreement, Assessment, Position, agreement
from kpis.registry import definitions_in_force
from programme.areas import KENT, Area
from programme.judgements import InspectorsJudgement, judged_by
from programme.moment import LONDON
from programme.quarter import Quarter
from programme.sheets.assessments import LeadAssessment
from programme.workstreams import Weakness, Workstream, weaknesses, workstreams
from reports.progress.delivery import Delivery, delivery
from reports.progress.judgement import judgement_of, seen_of
from reports.progress.readings import Progress, area_shown, once_per_progress


@dataclass(frozen=True, slots=True)
class DeliveryBesideOutcome:
    """Two answers that stay two: how much of the plan was done, and how many KPIs changed since the baseline.

    `hidden` are the ids of those of its KPIs whose newest figure this reader may not see, `hidden_before` of those with an
    earlier one.
    """

    about: Weakness | Workstream
    delivered: Delivery
    outcome: Position
    hidden: frozenset[str] = frozenset()
    hidden_before: frozenset[str] = frozenset()

    def kpi_counts(self, reference: Reference = Reference.BASELINE) -> tuple[int, int, int, int, int]:
        """KPIs with a better direction: all, really better, really worse, not really moved, and not comparable."""
        found = self.outcome.since(reference)
        ways = (Direction.IMPROVING, Direction.WORSENING, Direction.NO_REAL_CHANGE, Direction.CANNOT_BE_SAID)
        return len(found.directed), *map(found.going, ways)


def position(progress: Progress, kpis: list[Kpi], area: Area, quarter: Quarter, weakness: int | None = None) -> Position:
    """The movements of `kpis`; a figure hidden from this reader cannot be compared."""
    shown = [(kpi, where) for kpi in kpis if (where := area_shown(kpi, area)) is not None]
    return Position(tuple(movement_of(progress, kpi, where, quarter) for kpi, where in shown), weakness)


@once_per_progress
def movement_of(progress: Progress, kpi: Kpi, area: Area, quarter: Quarter) -> Movement:
    """How one KPI moved in one area up to `quarter`, on the figures a reader may see."""
    judged = judgement_of(progress, kpi, area, quarter)
    return movement(kpi, area, seen_of(judged.line), judged.reading.rated.target, judged.step)


@once_per_progress
def beside(progress: Progress, about: Weakness | Workstream, quarter: Quarter, area: Area = KENT) -> DeliveryBesideOutcome:
    """Delivery and outcome of one weakness or workstream. The plan is Kent's: its actions are not split by area."""
    plan = delivery(progress, quarter)
    if isinstance(about, Weakness):
        kpis = [kpi for kpi in definitions_in_force(quarter).values() if about.number in kpi.weaknesses]
        delivered, found = plan.weakness(about.number), position(progress, kpis, area, quarter, about.number)
    else:
        kpis = [kpi for kpi in definitions_in_force(quarter).values() if kpi.workstream == about.number]
        delivered, found = plan.workstream(about.number), position(progress, kpis, area, quarter)
    lines = [judgement_of(progress, kpi, where, quarter).line for kpi in kpis if (where := area_shown(kpi, area))]
    hidden = frozenset(line.kpi.id for line in lines if line.readings[-1].hidden)
    before = frozenset(line.kpi.id for line in lines if any(each.hidden for each in line.readings[:-1]))
    return DeliveryBesideOutcome(about, delivered, found, hidden, before)


def beside_all(progress: Progress, quarter: Quarter, area: Area = KENT) -> list[DeliveryBesideOutcome]:
    """The nine weaknesses, then the five workstreams."""
    return [beside(progress, each, quarter, area) for each in (*weaknesses().values(), *workstreams().values())]


def inspected(progress: Progress, weakness: int, quarter: Quarter) -> tuple[InspectorsJudgement, ...]:
    """What inspectors had judged of a weakness by the end of `quarter`, or by today where that is earlier; oldest first."""
    return judged_by(weakness, min(quarter.end, progress.now.astimezone(LONDON).date()))


def lead_assessment(progress: Progress, weakness: int, quarter: Quarter) -> LeadAssessment | None:
    """What the lead returned for the weakness in this very quarter; an earlier answer is not carried forward."""
    found = (each for each in progress.records.logs.assessments if each.quarter == quarter)
    return next((each for each in found if each.weakness == weakness), None)


def agrees(outcome: Position, lead: LeadAssessment | None) -> Agreement:
    """The lead's answer held against the evidence position."""
    if lead is None or lead.sufficient is None:
        return agreement(outcome.evidence, None)
    return agreement(outcome.evidence, Assessment.SUFFICIENT if lead.sufficient else Assessment.NOT_YET)
