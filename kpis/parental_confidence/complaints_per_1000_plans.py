"""Complaints about SEND services per 1,000 plans."""

from datetime import date

from kpis.basis import Q
from kpis.formulas import Rate
from kpis.grounds import own_return
from kpis.kpi import Example, Kpi, Target
from kpis.outcome import Reason

KPI = Kpi(
    module=__name__,
    title="Complaints about SEND services per 1,000 plans",
    short="Complaints per 1,000 plans",
    question="How many complaints about SEND services came in, for every 1,000 children with a plan?",
    why="A complaint is a family for whom the usual ways did not work. Counted against plans, a growing service can "
    "be compared with a small one.",
    numerator="Complaints received about SEND services in the quarter",
    denominator="Children and young people with a plan on the last day of the quarter",
    formula=Rate(of="complaints_received", out_of="plans_in_place", per=1000),
    unit="rate",
    per="per 1,000 plans",
    decimals=1,
    better="lower",
    least_change=1,
    least_change_basis="illustrative: one complaint in 1,000 plans",
    rated_from=100,
    basis=Q,
    weaknesses=(1,),
    targets=(Target(since="2019/20 Q3", value=8, floor=12, basis="illustrative"),),
    source="Quarterly return, workstream 1; plans in place from workstream 3",
    companions=("complaints_answered_in_time",),
    caution="Fewer complaints can mean less to complain about, or less hope of an answer. Complaints also come from "
    "families without a plan, who are in the top of the fraction and not in the bottom. It needs two returns: one "
    "missing leaves no figure.",
    tier="supporting",
    tier_reason="Read beside confidence; a rise and a fall can both mean two things.",
    grounds=(own_return(1),),
    written_by="Participation and engagement analyst",
    checked_by="Head of management information",
    next_review=date(2027, 2, 28),
    examples=(
        Example({"complaints_received": 150, "plans_in_place": 20000}, gives=7.5),
        Example({"complaints_received": 150}, gives=Reason.NOT_RETURNED),
        Example({"complaints_received": "c", "plans_in_place": 20000}, gives=Reason.SUPPRESSED),
        Example({"complaints_received": 3, "plans_in_place": 0}, gives=Reason.ZERO_DENOMINATOR),
    ),
)
