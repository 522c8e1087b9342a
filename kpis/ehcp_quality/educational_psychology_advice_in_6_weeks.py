"""Educational psychology advice within 6 weeks."""

from datetime import date

from kpis.basis import Q
from kpis.formulas import Share
from kpis.grounds import COVID_REGULATIONS, send_regulation
from kpis.kpi import Example, Kpi, Target
from kpis.outcome import Reason

KPI = Kpi(
    module=__name__,
    title="Educational psychology advice within 6 weeks",
    short="Psychology advice in 6 weeks",
    question="Of the advice due from educational psychologists in the quarter, how much was given within the 6 weeks "
    "allowed?",
    why="A plan cannot be written before the psychologist's advice is in. It is a step where assessments often wait.",
    numerator="Advice from educational psychologists given within 6 weeks of being asked for",
    denominator="Advice from educational psychologists that fell due in the quarter",
    formula=Share(of="ep_advice_in_6_weeks", out_of="ep_advice_requested"),
    unit="percent",
    decimals=0,
    better="higher",
    least_change=3,
    least_change_basis="illustrative: three percentage points",
    rated_from=10,
    basis=Q,
    weaknesses=(6,),
    targets=(Target(since="2019/20 Q3", value=85, floor=60, basis="illustrative"),),
    source="Quarterly return, workstream 3",
    caution="It counts advice due in the quarter, so a backlog of older advice that is cleared outside it does not show. "
    "Vacant posts, which have a KPI of their own, can explain a fall. From 1 May to 25 September 2020 Covid regulations "
    "relaxed the time limit.",
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
        Example({"ep_advice_in_6_weeks": 180, "ep_advice_requested": 240}, gives=75.0),
        Example({"ep_advice_in_6_weeks": 0, "ep_advice_requested": 0}, gives=Reason.ZERO_DENOMINATOR),
        Example({"ep_advice_in_6_weeks": "c", "ep_advice_requested": 4}, gives=Reason.SUPPRESSED),
    ),
)
