"""Service reviews and changes designed with parents."""

from datetime import date

from kpis.basis import Q
from kpis.formulas import Share
from kpis.grounds import own_return
from kpis.kpi import Example, Kpi, Target
from kpis.outcome import Reason

KPI = Kpi(
    module=__name__,
    title="Service reviews and changes designed with parents",
    short="Changes designed with parents",
    question="When a service was reviewed or changed, were parents part of designing it?",
    why="Being asked after the decision is not co-production. This is the test of whether taking part changes anything.",
    numerator="Service reviews and changes designed with parents",
    denominator="Service reviews and changes in the quarter",
    formula=Share(of="service_changes_co_produced", out_of="service_changes"),
    unit="percent",
    decimals=0,
    better="higher",
    least_change=10,
    least_change_basis="illustrative: ten percentage points, about one service change",
    rated_from=5,
    basis=Q,
    weaknesses=(3,),
    targets=(Target(since="2019/20 Q3", value=90, floor=70, basis="illustrative"),),
    source="Quarterly return, workstream 1",
    companions=("people_in_co_production",),
    caution="There are few changes in a quarter, so a single one can move it by many points. The service itself says "
    "whether it was designed with parents; the parent carer forum may see it otherwise.",
    tier="headline",
    tier_reason="The one measure of whether taking part changes anything: weakness 3.",
    grounds=(own_return(1),),
    written_by="Participation and engagement analyst",
    checked_by="Head of management information",
    next_review=date(2027, 3, 31),
    examples=(
        Example({"service_changes_co_produced": 9, "service_changes": 12}, gives=75.0),
        Example({"service_changes_co_produced": 0, "service_changes": 0}, gives=Reason.ZERO_DENOMINATOR),
        Example({"service_changes": 12}, gives=Reason.NOT_RETURNED),
    ),
)
