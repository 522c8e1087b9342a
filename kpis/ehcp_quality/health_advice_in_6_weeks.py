"""Health advice within 6 weeks."""

from datetime import date

from kpis.basis import Q
from kpis.formulas import Share
from kpis.grounds import COVID_REGULATIONS, send_regulation
from kpis.kpi import Example, Kpi, Target
from kpis.outcome import Reason

KPI = Kpi(
    module=__name__,
    title="Health advice within 6 weeks",
    short="Health advice in 6 weeks",
    question="Of the advice due from health services in the quarter, how much was given within the 6 weeks allowed?",
    why="A plan without health advice misses part of the child. Inspectors found limited contributions from health and "
    "care professionals.",
    numerator="Advice from health services given within 6 weeks of being asked for",
    denominator="Advice from health services that fell due in the quarter",
    formula=Share(of="health_advice_in_6_weeks", out_of="health_advice_requested"),
    unit="percent",
    decimals=0,
    better="higher",
    least_change=3,
    least_change_basis="illustrative: three percentage points",
    rated_from=10,
    basis=Q,
    weaknesses=(6, 4),
    targets=(Target(since="2019/20 Q3", value=90, floor=75, basis="illustrative"),),
    source="Quarterly return, workstream 3",
    caution="It says that advice came in time, not that it was full or useful. Advice which says only that the child is "
    "not known to health counts as given. From 1 May to 25 September 2020 Covid regulations relaxed the time limit.",
    tier="supporting",
    tier_reason="A step on the way to a plan; the plan itself is on the first pages.",
    grounds=(
        send_regulation("8(1)", confirmed=False),
        COVID_REGULATIONS,
    ),
    written_by="SEND performance analyst",
    checked_by="Head of management information",
    next_review=date(2027, 2, 1),
    examples=(
        Example({"health_advice_in_6_weeks": 180, "health_advice_requested": 240}, gives=75.0),
        Example({"health_advice_in_6_weeks": 0, "health_advice_requested": 0}, gives=Reason.ZERO_DENOMINATOR),
        Example({"health_advice_in_6_weeks": 180}, gives=Reason.NOT_RETURNED),
    ),
)
