"""The evidence position of a workstream or weakness, by a printed rule, beside the lead's own assessment."""

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum

from kpis.direction import Direction
from kpis.movement import Movement, Reference

COMPARABLE = 3  # KPIs, at least one of them its own: fewer are too little evidence
TIMES = 3  # as many better as worse, or the other way round


class EvidencePosition(StrEnum):
    """The computed position."""

    IMPROVING = "improving"
    WORSENING = "worsening"
    MIXED = "mixed"
    NO_REAL_CHANGE = "no real change"
    TOO_LITTLE = "too little evidence"


RULE = (
    "A KPI belongs to the weakness it names first; the others borrow it. Its newest figure is held against the figure of "
    "the same season in the reference year, by the tests that a latest step must pass. There are three references: "
    f"{', '.join(Reference)}. "
    f"Too little evidence: fewer than {COMPARABLE} KPIs can be compared, or none of its own. "
    "No real change: more than half of those that can did not really move. "
    f"Improving: otherwise, at least {TIMES} times as many are really better as really worse. Worsening: the reverse. "
    "Mixed: anything else. A break in the series, a figure from too few and a hidden figure cannot be compared. "
    "Activity indicators, which have no better direction, are left out."
)


@dataclass(frozen=True, slots=True)
class PositionSince:
    """The movements since one reference: those of its `own` KPIs and those `borrowed`, and what `RULE` makes of them."""

    reference: Reference
    own: tuple[Movement, ...]
    borrowed: tuple[Movement, ...]

    @property
    def directed(self) -> tuple[Movement, ...]:
        """All that the rule looks at, its own first."""
        return (*self.own, *self.borrowed)

    @property
    def comparable(self) -> tuple[Movement, ...]:
        """Those that can be compared."""
        return tuple(each for each in self.directed if each.since[self.reference].said)

    @property
    def not_comparable(self) -> tuple[Movement, ...]:
        """Those that cannot, each with its barrier."""
        return tuple(each for each in self.directed if not each.since[self.reference].said)

    def going(self, direction: Direction) -> int:
        """How many go one way."""
        return sum(each.since[self.reference].direction is direction for each in self.directed)

    @property
    def word(self) -> EvidencePosition:
        """The position: counts of KPIs that really moved, never an average of colours."""
        comparable = len(self.comparable)
        if comparable < COMPARABLE or not any(each.since[self.reference].said for each in self.own):
            return EvidencePosition.TOO_LITTLE
        better, worse = self.going(Direction.IMPROVING), self.going(Direction.WORSENING)
        if (comparable - better - worse) * 2 > comparable:
            return EvidencePosition.NO_REAL_CHANGE
        if better >= TIMES * worse:
            return EvidencePosition.IMPROVING
        return EvidencePosition.WORSENING if worse >= TIMES * better else EvidencePosition.MIXED


@dataclass(frozen=True, slots=True)
class Position:
    """The movements of all KPIs of a workstream or weakness.

    `weakness` is the number of the weakness it is about; None where every KPI is its own, as in a workstream.
    """

    movements: tuple[Movement, ...]
    weakness: int | None = None

    @property
    def directed(self) -> tuple[Movement, ...]:
        """Those of KPIs with a better direction: all that the rule looks at."""
        return tuple(movement for movement in self.movements if movement.kpi.better is not None)

    def since(self, reference: Reference) -> PositionSince:
        """The evidence since one reference."""
        own: list[Movement] = []
        borrowed: list[Movement] = []
        for each in self.directed:
            (own if self.weakness in (None, each.kpi.weaknesses[0]) else borrowed).append(each)
        return PositionSince(reference, tuple(own), tuple(borrowed))

    @property
    def evidence(self) -> EvidencePosition:
        """The position since the baseline, which the lead's assessment is held against."""
        return self.since(Reference.BASELINE).word

    @property
    def latest(self) -> Mapping[Direction, int]:
        """How many KPIs go which way by their latest step, every way named."""
        going = [each.latest.direction for each in self.directed]
        return {direction: going.count(direction) for direction in Direction}


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
