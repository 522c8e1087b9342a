"""Community paediatrics: children waiting 18 weeks or less."""

from datetime import date

from kpis.basis import MS
from kpis.formulas import Share
from kpis.grounds import COMMUNITY_WAITS, CONSTITUTION, MEDIUM_TERM_PLANNING
from kpis.kpi import Example, Kpi, Target
from kpis.outcome import Reason
from programme.areas import NHS_KENT_AND_MEDWAY

KPI = Kpi(
    module=__name__,
    title="Community paediatrics: children waiting 18 weeks or less",
    short="Paediatrics in 18 weeks",
    question="Of the children waiting for community paediatrics, how many have waited 18 weeks or less?",
    why="The paediatrician's view opens the way to diagnosis, equipment and health advice for plans.",
    numerator="Children on the waiting list who have waited 18 weeks or less",
    denominator="Children on the waiting list on the last day of the quarter",
    formula=Share(of="community_paediatrics_waiting_within_18_weeks", out_of="community_paediatrics_waiting"),
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
            floor=60,
            basis="illustrative; 92% is the standard for consultant-led treatment, which this is not",
        ),
    ),
    source="Quarterly return, workstream 5, from NHS Kent and Medway",
    caution="The NHS area includes Medway, so it is not Kent alone. The same child may also wait for an autism or ADHD "
    "assessment and stand in both lists (to be confirmed with the provider). It looks at those still waiting, "
    "not at those seen, and a share says nothing of how many wait or how long the longest has waited. NHS "
    "England publishes the reverse, the share waiting over 18 weeks: take that from 100 to compare.",
    tier="supporting",
    tier_reason="Read beside the other waits; the same child may stand in the autism and ADHD list.",
    grounds=(
        CONSTITUTION,
        MEDIUM_TERM_PLANNING,
        COMMUNITY_WAITS,
    ),
    written_by="NHS children's services analyst",
    checked_by="NHS head of performance",
    next_review=date(2026, 10, 31),
    examples=(
        Example({"community_paediatrics_waiting_within_18_weeks": 1104, "community_paediatrics_waiting": 1200}, gives=92.0),
        Example(
            {"community_paediatrics_waiting_within_18_weeks": 0, "community_paediatrics_waiting": 0},
            gives=Reason.ZERO_DENOMINATOR,
        ),
        Example(
            {"community_paediatrics_waiting_within_18_weeks": "x", "community_paediatrics_waiting": 1200},
            gives=Reason.NOT_AVAILABLE,
        ),
        Example({"community_paediatrics_waiting": 1200}, gives=Reason.NOT_RETURNED),
    ),
)
