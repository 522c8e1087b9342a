"""Parents who say they were involved in decisions about their child."""

from datetime import date

from kpis.basis import Q
from kpis.formulas import Share
from kpis.grounds import own_return
from kpis.kpi import Example, Kpi, Target
from kpis.outcome import Reason

KPI = Kpi(
    module=__name__,
    title="Parents who say they were involved in decisions about their child",
    short="Parents involved in decisions",
    question="Were parents part of the decisions about their own child?",
    why="A family that had no part in a decision has reason to fight it.",
    numerator="Replies that say the parent was involved in decisions about the child",
    denominator="Replies to the parent survey in the quarter",
    formula=Share(of="survey_involved", out_of="survey_responses"),
    unit="percent",
    decimals=0,
    better="higher",
    least_change=3,
    least_change_basis="illustrative: three percentage points",
    basis=Q,
    weaknesses=(1, 3),
    targets=(Target(since="2019/20 Q3", value=60, floor=45, basis="illustrative"),),
    source="Quarterly return, workstream 1, from the parent survey",
    rated_from=50,
    caution="Only parents who reply are counted, and those most pleased or most angry reply most: about 670 did to the "
    "survey of 2019. The almost 2,000 replies of September 2022 were to the inspectors' own survey, which is another. "
    "Look at the number of replies. With fewer than 50 replies the figure is shown but not rated. It asks about the "
    "parent's own child, not about the design of services.",
    tier="supporting",
    tier_reason="Asked in the same survey as confidence, which stands for it on the first pages.",
    grounds=(own_return(1),),
    written_by="Participation and engagement analyst",
    checked_by="Head of management information",
    next_review=date(2026, 10, 31),
    examples=(
        Example({"survey_involved": 330, "survey_responses": 600}, gives=55.0),
        Example({"survey_involved": "u", "survey_responses": 40}, gives=Reason.LOW_RELIABILITY),
        Example({"survey_involved": 0, "survey_responses": 0}, gives=Reason.ZERO_DENOMINATOR),
        Example({"survey_responses": 600}, gives=Reason.NOT_RETURNED),
    ),
)
