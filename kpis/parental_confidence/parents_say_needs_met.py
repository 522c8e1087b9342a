"""Parents who say their child's needs are met."""

from datetime import date

from kpis.basis import Q
from kpis.formulas import Share
from kpis.grounds import own_return
from kpis.kpi import Example, Kpi, Target
from kpis.outcome import Reason
from programme.areas import DISTRICTS, KENT

KPI = Kpi(
    module=__name__,
    title="Parents who say their child's needs are met",
    short="Parents who say needs are met",
    question="Do parents feel that their child is getting what they need?",
    why="Inspectors found a widely held concern that the area could not, or would not, meet children's needs. Parents "
    "are the ones who know.",
    numerator="Replies that say the child's needs are met",
    denominator="Replies to the parent survey in the quarter",
    formula=Share(of="survey_needs_met", out_of="survey_responses"),
    unit="percent",
    decimals=0,
    better="higher",
    least_change=3,
    least_change_basis="illustrative: three percentage points",
    basis=Q,
    weaknesses=(1,),
    areas=(KENT, *DISTRICTS),
    targets=(
        Target(since="2019/20 Q3", value=50, floor=40, basis="illustrative"),
        Target(since="2023/24 Q2", value=60, floor=40, basis="illustrative"),
    ),
    source="Quarterly return, workstream 1, from the parent survey",
    rated_from=50,
    caution="Only parents who reply are counted, and those most pleased or most angry reply most: about 670 did to the "
    "survey of 2019. The almost 2,000 replies of September 2022 were to the inspectors' own survey, which is "
    "another. Look at the number of replies. With fewer than 50 replies the figure is shown but not rated.",
    tier="supporting",
    tier_reason="Asked in the same survey as confidence, which stands for both on the first pages.",
    grounds=(own_return(1),),
    written_by="Participation and engagement analyst",
    checked_by="Head of management information",
    next_review=date(2027, 1, 31),
    examples=(
        Example({"survey_needs_met": 330, "survey_responses": 600}, gives=55.0),
        Example({"survey_needs_met": "u", "survey_responses": 40}, gives=Reason.LOW_RELIABILITY),
        Example({"survey_needs_met": 0, "survey_responses": 0}, gives=Reason.ZERO_DENOMINATOR),
        Example({"survey_responses": 600}, gives=Reason.NOT_RETURNED),
    ),
)
