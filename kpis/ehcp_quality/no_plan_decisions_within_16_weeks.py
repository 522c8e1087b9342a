"""Decisions not to issue a plan within 16 weeks."""

from datetime import date

from kpis.basis import Q
from kpis.formulas import Share
from kpis.grounds import SEN2_2025, send_regulation
from kpis.kpi import Example, Kpi, Target
from kpis.outcome import Reason

KPI = Kpi(
    module=__name__,
    title="Decisions not to issue a plan made within 16 weeks",
    short="No-plan decision in 16 weeks",
    question="Where an assessment ended without a plan, how many families were told within 16 weeks of the request?",
    why="These families wait as long as the others and get no plan. Until they are told they cannot appeal.",
    numerator="Decisions, after an assessment, not to issue a plan, made within 16 weeks of the request",
    denominator="Decisions in the quarter, after an assessment, not to issue a plan",
    formula=Share(of="no_plan_decisions_within_16_weeks", out_of="no_plan_decisions"),
    unit="percent",
    decimals=1,
    better="higher",
    least_change=3,
    least_change_basis="illustrative: three percentage points",
    rated_from=10,
    basis=Q,
    weaknesses=(6,),
    targets=(Target(since="2019/20 Q3", value=90, floor=60, basis="illustrative"),),
    source="Quarterly return, workstream 3; the DfE publishes it by calendar year from 2023",
    published="no_plan_decisions_within_16_weeks",
    companions=("plans_within_20_weeks",),
    caution="The 20-week figure leaves these decisions out, so a council can look faster by refusing more plans: read "
    "both. It counts decisions made, so clearing old cases pushes it down. Few decisions a quarter, so it jumps. DfE's "
    "table for 2024 gives Kent 174 of 488; its column says only within time, which is taken as 16 weeks (to be "
    "confirmed).",
    tier="supporting",
    tier_reason="Few decisions; the plans that are issued are on the first pages.",
    grounds=(
        send_regulation("10(1)", confirmed=False),
        SEN2_2025,
    ),
    written_by="SEND performance analyst",
    checked_by="Head of management information",
    next_review=date(2027, 4, 1),
    examples=(
        Example({"no_plan_decisions_within_16_weeks": 45, "no_plan_decisions": 120}, gives=37.5),
        Example({"no_plan_decisions_within_16_weeks": 0, "no_plan_decisions": 0}, gives=Reason.ZERO_DENOMINATOR),
        Example({"no_plan_decisions_within_16_weeks": "c", "no_plan_decisions": 12}, gives=Reason.SUPPRESSED),
    ),
)
