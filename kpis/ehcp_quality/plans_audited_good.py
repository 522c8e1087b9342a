"""Audited plans judged good or outstanding."""

from datetime import date

from kpis.basis import Q
from kpis.formulas import Share
from kpis.grounds import own_return
from kpis.kpi import Example, Kpi, Target
from kpis.outcome import Reason

KPI = Kpi(
    module=__name__,
    title="Audited plans judged good or outstanding",
    short="Audited plans judged good",
    question="Of the plans checked for quality in the quarter, how many were judged good or outstanding?",
    why="A plan in time is of little use if it does not say what the child needs and who will do it.",
    numerator="Audited plans judged good or outstanding",
    denominator="Plans audited in the quarter",
    formula=Share(of="plans_audited_good", out_of="plans_audited"),
    unit="percent",
    decimals=0,
    better="higher",
    least_change=5,
    least_change_basis="illustrative: five percentage points",
    rated_from=10,
    basis=Q,
    weaknesses=(6,),
    targets=(Target(since="2021/22 Q3", value=70, floor=50, basis="illustrative"),),
    source="Quarterly return, workstream 3, from the plan quality audits",
    caution="A sample, judged by people: few plans, a new auditor or a changed framework can move it. Look at how many "
    "were audited. There is no figure before the audits began in October 2021.",
    tier="headline",
    tier_reason="The quality of plans, beside their speed: weakness 6.",
    grounds=(own_return(3),),
    written_by="Quality assurance analyst",
    checked_by="Head of management information",
    next_review=date(2027, 1, 15),
    examples=(
        Example({"plans_audited_good": 38, "plans_audited": 50}, gives=76.0),
        Example({"plans_audited_good": 0, "plans_audited": 0}, gives=Reason.ZERO_DENOMINATOR),
        Example({}, gives=Reason.NOT_COLLECTED_YET, quarter="2021/22 Q2"),
        Example({"plans_audited_good": "c", "plans_audited": 6}, gives=Reason.SUPPRESSED),
    ),
)
