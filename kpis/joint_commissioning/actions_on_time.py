"""Actions completed by their baseline date."""

from datetime import date

from kpis.basis import Q
from kpis.formulas import Share
from kpis.kpi import Example, Ground, Kpi, Target
from kpis.outcome import Reason

KPI = Kpi(
    module=__name__,
    title="Actions completed by their baseline date",
    short="Actions done on time",
    question="Of the actions first promised for this quarter, how many were finished by that date?",
    why="Members were given lists of planned actions and could not see which were done.",
    numerator="Actions completed on or before the date that was agreed first",
    denominator="Actions whose first agreed date fell in the quarter",
    formula=Share(of="actions_completed_on_time", out_of="actions_due"),
    unit="percent",
    decimals=0,
    better="higher",
    least_change=10,
    least_change_basis="illustrative: ten percentage points",
    rated_from=10,
    basis=Q,
    weaknesses=(7,),
    targets=(Target(since="2019/20 Q3", value=90, floor=75, basis="illustrative"),),
    source="Worked out from the action log; no return carries it",
    caution="It shows that things were done, not that anything got better for children: read it beside the outcomes, "
    "never in place of them. A date that was moved later still counts by the date agreed first. Easy actions "
    "weigh as much as hard ones.",
    tier="supporting",
    tier_reason="Delivery, which has its own place beside outcomes and is never mixed with them.",
    grounds=(Ground("return", "Action log of the plan in force", "each quarter"),),
    written_by="Programme office analyst",
    checked_by="Head of management information",
    next_review=date(2027, 1, 31),
    examples=(
        Example({"actions_completed_on_time": 9, "actions_due": 12}, gives=75.0),
        Example({"actions_completed_on_time": 0, "actions_due": 0}, gives=Reason.ZERO_DENOMINATOR),
        Example({}, gives=Reason.NOT_RETURNED),
    ),
)
