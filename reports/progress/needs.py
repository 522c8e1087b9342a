"""What needs the board in one quarter, by kind: nothing is left out and nothing is ranked across kinds."""

from dataclasses import dataclass

from kpis.position import Agreement, EvidencePosition
from programme.areas import KENT, Area
from programme.moment import LONDON
from programme.quarter import Quarter
from programme.sheets.assessments import LeadAssessment
from programme.sheets.decisions import Decision
from programme.sheets.typed import plain
from programme.workstreams import Weakness, weaknesses
from record.receipts import Receipt, receipts_missing
from record.records import FIRST_QUARTER
from record.tracked import Tracked
from reports.progress.decisions import decisions_known
from reports.progress.delivery import delivery
from reports.progress.exceptions import reds_without_action
from reports.progress.judgement import Judgement, RedGroup, judgement_of
from reports.progress.outcomes import agrees, beside, lead_assessment
from reports.progress.overview import overview
from reports.progress.readings import Progress, once_per_progress

PROPOSED = "proposed"


@dataclass(frozen=True, slots=True)
class Differing:
    """A weakness whose lead and whose `evidence` since the baseline say different things."""

    weakness: Weakness
    lead: LeadAssessment
    evidence: EvidencePosition


@dataclass(frozen=True, slots=True)
class NeedsTheBoard:
    """Everything that a board has to look at, each kind in its own order.

    `judged` are red by rule and judged otherwise by their lead; `passed` are actions not done whose forecast is behind us;
    `due` are decisions that were proposed and not taken.
    """

    worsening: tuple[Judgement, ...]
    unanswered: tuple[Judgement, ...]
    judged: tuple[Judgement, ...]
    passed: tuple[Tracked, ...]
    differing: tuple[Differing, ...]
    due: tuple[Decision, ...]
    missing: tuple[Receipt, ...]

    def __len__(self) -> int:
        kinds = (self.worsening, self.unanswered, self.judged, self.passed, self.differing, self.due, self.missing)
        return sum(map(len, kinds))


@once_per_progress
def needs_the_board(progress: Progress, area: Area, quarter: Quarter) -> NeedsTheBoard:
    """What needs the board. Figures are those of `area`; actions, assessments, decisions and returns are Kent's."""
    seen = overview(progress, area, quarter)
    return NeedsTheBoard(
        worsening=seen.red_groups[RedGroup.WORSENING],
        unanswered=_unanswered(progress, quarter) if area == KENT else (),
        judged=seen.judged_away,
        passed=_passed(progress, quarter),
        differing=_differing(progress, quarter),
        due=_due(progress, quarter),
        missing=_missing(progress),
    )


def _unanswered(progress: Progress, quarter: Quarter) -> tuple[Judgement, ...]:
    found = (each.reading for each in reds_without_action(progress, quarter))
    return tuple(judgement_of(progress, reading.kpi, reading.area, quarter) for reading in found)


def _passed(progress: Progress, quarter: Quarter) -> tuple[Tracked, ...]:
    """Forecasts behind the end of the quarter, or behind today where that is earlier; longest first."""
    late = (each for each in delivery(progress, quarter).actions if each.lapsed)
    return tuple(sorted(late, key=lambda each: each.now.forecast))


def _differing(progress: Progress, quarter: Quarter) -> tuple[Differing, ...]:
    found = []
    for number, weakness in weaknesses().items():
        lead = lead_assessment(progress, number, quarter)
        outcome = beside(progress, weakness, quarter).outcome
        if agrees(outcome, lead) is Agreement.DISAGREE:
            found.append(Differing(weakness, lead, outcome.evidence))
    return tuple(found)


def _due(progress: Progress, quarter: Quarter) -> tuple[Decision, ...]:
    """The newest word on each decision, where it is that it was proposed."""
    known = (each.decision for each in decisions_known(progress, quarter))
    return tuple(each for each in known if plain(each.status) == PROPOSED and each.decided is None)


def _missing(progress: Progress) -> tuple[Receipt, ...]:
    """Every return that is due and has not come, of whatever quarter."""
    newest = progress.records.newest or FIRST_QUARTER
    by_now = Quarter.containing(progress.now.astimezone(LONDON).date())
    quarters = FIRST_QUARTER.to(max(newest, by_now))
    return tuple(receipts_missing(progress.records, quarters, progress.now))
