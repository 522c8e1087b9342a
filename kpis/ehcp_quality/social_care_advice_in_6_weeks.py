"""Social care advice within 6 weeks."""

from datetime import date

from kpis.basis import Q
from kpis.formulas import Share
from kpis.grounds import COVID_REGULATIONS, send_regulation
from kpis.kpi import Example, Kpi, Target
from kpis.outcome import Reason

KPI = Kpi(
    module=__name__,
    title="Social care advice within 6 weeks",
    short="Social care advice in 6 weeks",
    question="Of the advice due from social care in the quarter, how much was given within the 6 weeks allowed?",
    why="A plan without social care advice misses part of the child. Inspectors found limited contributions from health "
    "and care professionals.",
    numerator="Advice from social care given within 6 weeks of being asked for",
    denominator="Advice from social care that fell due in the quarter",
    formula=Share(of="social_care_advice_in_6_weeks", out_of="social_care_advice_requested"),
    unit="percent",
    decimals=0,
    better="higher",
    least_change=3,
    least_change_basis="illustrative: three percentage points",
    rated_from=10,
    basis=Q,
    weaknesses=(6,),
    targets=(Target(since="2019/20 Q3", value=90, floor=75, basis="illustrative"),),
    source="Quarterly return, workstream 3",
    caution="It says that advice came in time, not that it was full or useful. Advice which says only that the child is "
    "not known to social care counts as given. From 1 May to 25 September 2020 Covid regulations relaxed the time limit.",
    tier="supporting",
    tier_reason="A step on the way to a plan; the plan itself is on the first pages.",
    grounds=(
        send_regulation("8(1)", confirmed=False),
        COVID_REGULATIONS,
    ),
    written_by="SEND performance analyst",
    checked_by="Head of management information",
    next_review=date(2026, 7, 1),
    examples=(
        Example({"social_care_advice_in_6_weeks": 180, "social_care_advice_requested": 240}, gives=75.0),
        Example({"social_care_advice_in_6_weeks": 0, "social_care_advice_requested": 0}, gives=Reason.ZERO_DENOMINATOR),
        Example({"social_care_advice_in_6_weeks": "c", "social_care_advice_requested": 4}, gives=Reason.SUPPRESSED),
    ),
)
