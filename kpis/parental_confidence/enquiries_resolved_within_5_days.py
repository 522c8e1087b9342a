"""Enquiries resolved within 5 working days."""

from datetime import date

from kpis.basis import Q
from kpis.formulas import Share
from kpis.grounds import own_return
from kpis.kpi import Example, Kpi, Target
from kpis.outcome import Reason

KPI = Kpi(
    module=__name__,
    title="Enquiries resolved within 5 working days",
    short="Enquiries resolved in 5 days",
    question="When a parent gets in touch, is the matter settled within a week?",
    why="Parents told inspectors that nobody answered and nobody called back. A single point of contact was promised "
    "to put that right.",
    numerator="Enquiries resolved within 5 working days",
    denominator="Enquiries received by the hub in the quarter",
    formula=Share(of="enquiries_resolved_within_5_days", out_of="enquiries_received"),
    unit="percent",
    decimals=0,
    better="higher",
    least_change=2,
    least_change_basis="illustrative: two percentage points",
    rated_from=10,
    basis=Q,
    weaknesses=(1,),
    targets=(Target(since="2023/24 Q1", value=90, floor=75, basis="illustrative"),),
    source="Quarterly return, workstream 1, from the hub's call records",
    companions=("enquiries_received",),
    caution="The SEND enquiries hub opened in April 2023, so there is no figure before then. It includes those resolved "
    "at first contact. Enquiries that came in during the last days of the quarter may be settled in the next, "
    "which lowers it a little. Whether it was resolved is the hub's view, not the parent's.",
    tier="supporting",
    tier_reason="How the hub works, not what changed for a child.",
    grounds=(own_return(1),),
    written_by="Customer contact analyst",
    checked_by="Head of management information",
    next_review=date(2027, 9, 30),
    examples=(
        Example({"enquiries_resolved_within_5_days": 1800, "enquiries_received": 2400}, gives=75.0),
        Example({"enquiries_resolved_within_5_days": 0, "enquiries_received": 0}, gives=Reason.ZERO_DENOMINATOR),
        Example({}, gives=Reason.NOT_COLLECTED_YET, quarter="2022/23 Q4"),
        Example({"enquiries_received": 2400}, gives=Reason.NOT_RETURNED),
    ),
)
