"""Wheelchairs: equipment within 18 weeks of referral."""

from datetime import date

from kpis.basis import Q
from kpis.formulas import Share
from kpis.kpi import Example, Ground, Kpi, Target
from kpis.outcome import Reason
from programme.areas import NHS_KENT_AND_MEDWAY

KPI = Kpi(
    module=__name__,
    title="Wheelchairs: equipment within 18 weeks of referral",
    short="Wheelchairs in 18 weeks",
    question="Of the wheelchairs and parts delivered to children, how many came within 18 weeks of referral?",
    why="A growing child without the right chair is in pain, or at home. Inspectors named this service.",
    numerator="Wheelchairs and equipment delivered within 18 weeks of referral",
    denominator="Wheelchairs and equipment delivered to children in the quarter",
    formula=Share(of="wheelchairs_within_18_weeks", out_of="wheelchairs_delivered"),
    unit="percent",
    decimals=0,
    better="higher",
    least_change=3,
    least_change_basis="illustrative: three percentage points",
    rated_from=10,
    basis=Q,
    weaknesses=(8,),
    areas=(NHS_KENT_AND_MEDWAY,),
    targets=(Target(since="2019/20 Q3", value=92, floor=80, basis="national standard 92%; floor illustrative"),),
    source="Quarterly return, workstream 5, from NHS Kent and Medway",
    caution="The NHS area includes Medway, so it is not Kent alone. It counts deliveries, so a child with two "
    "deliveries counts twice; from 2025/26 Q1 another definition counts children. Children still waiting are "
    "not in it. Numbers are small enough for one supplier's delay to move it.",
    tier="supporting",
    tier_reason="Few children; replaced by a count of children from 2025/26 Q1.",
    grounds=(
        Ground(
            "guidance",
            "NHS planning guidance: 92% of children within 18 weeks, as the National Wheelchair Data Collection page says",
            "quarterly since 2019/20 Q1",
        ),
    ),
    written_by="NHS children's services analyst",
    checked_by="NHS head of performance",
    next_review=date(2027, 4, 30),
    examples=(
        Example({"wheelchairs_within_18_weeks": 102, "wheelchairs_delivered": 120}, gives=85.0),
        Example({"wheelchairs_within_18_weeks": 0, "wheelchairs_delivered": 0}, gives=Reason.ZERO_DENOMINATOR),
        Example({"wheelchairs_delivered": 120}, gives=Reason.NOT_RETURNED),
    ),
)
