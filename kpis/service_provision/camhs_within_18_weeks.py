"""Mental health: treatment started within 18 weeks."""

from datetime import date

from kpis.basis import Q
from kpis.formulas import Share
from kpis.grounds import CONSTITUTION, own_return
from kpis.kpi import Example, Kpi, Target
from kpis.outcome import Reason
from programme.areas import NHS_KENT_AND_MEDWAY

KPI = Kpi(
    module=__name__,
    title="Children's mental health: treatment started within 18 weeks",
    short="Mental health in 18 weeks",
    question="Of the children who began mental health treatment, how many began within 18 weeks of referral?",
    why="Months of waiting in distress can turn a worry into an illness. Inspectors named these waits unacceptable.",
    numerator="Children who began treatment within 18 weeks of referral",
    denominator="Children who began treatment in the quarter",
    formula=Share(of="camhs_started_within_18_weeks", out_of="camhs_started"),
    unit="percent",
    decimals=0,
    better="higher",
    least_change=2,
    least_change_basis="illustrative: two percentage points",
    rated_from=10,
    basis=Q,
    weaknesses=(8,),
    areas=(NHS_KENT_AND_MEDWAY,),
    targets=(Target(since="2019/20 Q3", value=92, floor=80, basis="illustrative"),),
    source="Quarterly return, workstream 5, from NHS Kent and Medway",
    caution="The NHS area includes Medway, so it is not Kent alone. It counts those whose treatment began: children still "
    "waiting, or turned away at referral, are not in it. Seeing the newest first makes it look better. 89% at the "
    "end of February 2025.",
    tier="supporting",
    tier_reason="It counts those whose treatment began, not those who wait.",
    grounds=(
        CONSTITUTION,
        own_return(5),
    ),
    written_by="NHS children's services analyst",
    checked_by="NHS head of performance",
    next_review=date(2027, 4, 30),
    examples=(
        Example({"camhs_started_within_18_weeks": 712, "camhs_started": 800}, gives=89.0),
        Example({"camhs_started_within_18_weeks": 0, "camhs_started": 0}, gives=Reason.ZERO_DENOMINATOR),
        Example({"camhs_started_within_18_weeks": "c", "camhs_started": 4}, gives=Reason.SUPPRESSED),
    ),
)
