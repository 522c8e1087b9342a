"""Occupational therapy: children waiting 18 weeks or less."""

from datetime import date

from kpis.basis import MS
from kpis.formulas import Share
from kpis.grounds import COMMUNITY_WAITS, CONSTITUTION, MEDIUM_TERM_PLANNING
from kpis.kpi import Example, Kpi, Target
from kpis.outcome import Reason
from programme.areas import NHS_KENT_AND_MEDWAY

KPI = Kpi(
    module=__name__,
    title="Occupational therapy: children waiting 18 weeks or less",
    short="Occupational therapy in 18 weeks",
    question="Of the children waiting for occupational therapy, how many have waited 18 weeks or less?",
    why="Dressing, writing, sitting in class: a child waits to be able to take part in ordinary days.",
    numerator="Children on the waiting list who have waited 18 weeks or less",
    denominator="Children on the waiting list on the last day of the quarter",
    formula=Share(of="occupational_therapy_waiting_within_18_weeks", out_of="occupational_therapy_waiting"),
    unit="percent",
    decimals=1,
    better="higher",
    least_change=1,
    least_change_basis="illustrative: one percentage point",
    rated_from=10,
    basis=MS,
    weaknesses=(8,),
    areas=(NHS_KENT_AND_MEDWAY,),
    targets=(
        Target(
            since="2019/20 Q3",
            value=92,
            floor=75,
            basis="illustrative; 92% is the standard for consultant-led treatment, which this is not",
        ),
    ),
    source="Quarterly return, workstream 5, from NHS Kent and Medway",
    caution="The NHS area includes Medway, so it is not Kent alone. It looks at those still waiting, not at those seen, "
    "and a share says nothing of how many wait or how long the longest has waited. NHS England publishes the "
    "reverse, the share waiting over 18 weeks: take that from 100 to compare.",
    tier="supporting",
    tier_reason="Read beside speech and language therapy, the larger list.",
    grounds=(
        CONSTITUTION,
        MEDIUM_TERM_PLANNING,
        COMMUNITY_WAITS,
    ),
    written_by="NHS children's services analyst",
    checked_by="NHS head of performance",
    next_review=date(2027, 4, 30),
    examples=(
        Example({"occupational_therapy_waiting_within_18_weeks": 1104, "occupational_therapy_waiting": 1200}, gives=92.0),
        Example(
            {"occupational_therapy_waiting_within_18_weeks": 0, "occupational_therapy_waiting": 0},
            gives=Reason.ZERO_DENOMINATOR,
        ),
        Example(
            {"occupational_therapy_waiting_within_18_weeks": "x", "occupational_therapy_waiting": 1200},
            gives=Reason.NOT_AVAILABLE,
        ),
        Example({"occupational_therapy_waiting": 1200}, gives=Reason.NOT_RETURNED),
    ),
)
