"""The evidence position of a workstream or weakness, by a printed rule, beside the lead's own assessment."""

from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from enum import StrEnum

from kpis.movement import BASELINE_YEAR, MOVED, Movement, Shift, Step


class EvidencePosition(StrEnum):
    """The computed position."""

    IMPROVING = "improving"
    WORSENING = "worsening"
    MIXED = "mixed"
    TOO_LITTLE = "too little evidence"


RULE = (
    f"Too little evidence: fewer than half of the KPIs can be compared with {BASELINE_YEAR}. "
    "Improving: of those that can, more than half are better and no more than a quarter are worse. "
    "Worsening: more than half are worse and no more than a quarter are better. Mixed: anything else. "
    "Activity indicators, which have no better direction, are left out."
)


@dataclass(frozen=True, slots=True)
class Position:
    """The movements of all KPIs of a workstream or weakness, counted, and what `RULE` makes of them."""

    movements: tuple[Movement, ...]

    @property
    def directed(self) -> tuple[Movement, ...]:
        """Those of KPIs with a better direction: all that the rule looks at."""
        return tuple(movement for movement in self.movements if movement.kpi.better is not None)

    @property
    def since_baseline(self) -> Mapping[Shift, int]:
        """How many KPIs changed which way since the baseline, every way named."""
        return _counted(movement.since_baseline for movement in self.movements)

    @property
    def since_last(self) -> Mapping[Shift, int]:
        """How many KPIs changed which way since last quarter, every way named."""
        return _counted(movement.since_last for movement in self.movements)

    @property
    def evidence(self) -> EvidencePosition:
        """The evidence position: counts of KPIs that moved, never an average of colours."""
        counts = self.since_baseline
        better, worse, comparable = counts[Shift.IMPROVED], counts[Shift.WORSENED], sum(counts[each] for each in MOVED)
        if not comparable or comparable * 2 < len(self.directed):
            return EvidencePosition.TOO_LITTLE
        if better * 2 > comparable and worse * 4 <= comparable:
            return EvidencePosition.IMPROVING
        if worse * 2 > comparable and better * 4 <= comparable:
            return EvidencePosition.WORSENING
        return EvidencePosition.MIXED


class Assessment(StrEnum):
    """The lead's own judgement, as the inspectors' revisit put it."""

    SUFFICIENT = "sufficient progress"
    NOT_YET = "not yet"


class Agreement(StrEnum):
    """The lead's assessment held against the evidence: sufficient progress agrees with improving, and with nothing else."""

    AGREE = "agree"
    DISAGREE = "disagree"
    NO_ASSESSMENT = "no assessment returned"
    CANNOT_BE_CHECKED = "too little evidence to check"


def agreement(evidence: EvidencePosition, lead: Assessment | None) -> Agreement:
    """Whether the two agree; too little evidence supports neither answer."""
    if lead is None:
        return Agreement.NO_ASSESSMENT
    if evidence is EvidencePosition.TOO_LITTLE:
        return Agreement.CANNOT_BE_CHECKED
    agrees = (evidence is EvidencePosition.IMPROVING) == (lead is Assessment.SUFFICIENT)
    return Agreement.AGREE if agrees else Agreement.DISAGREE


def _counted(steps: Iterable[Step]) -> Mapping[Shift, int]:
    counts = Counter(step.change for step in steps)
    return {shift: counts[shift] for shift in Shift}
