"""SEN casework staff with accredited SEN law training."""

from datetime import date

from kpis.basis import MS
from kpis.formulas import Share
from kpis.grounds import own_return
from kpis.kpi import Example, Kpi, Target
from kpis.outcome import Reason

KPI = Kpi(
    module=__name__,
    title="SEN casework staff with accredited SEN law training",
    short="Caseworkers trained in SEN law",
    question="How many of the people who decide on plans have had accredited training in the law?",
    why="Unlawful decisions cost families months and can end at a tribunal. Training is one way to prevent them.",
    numerator="SEN casework staff in post who have completed accredited SEN law training",
    denominator="SEN casework staff in post on the last day of the quarter",
    formula=Share(of="casework_staff_trained", out_of="casework_staff"),
    unit="percent",
    decimals=0,
    better="higher",
    least_change=3,
    least_change_basis="illustrative: three percentage points",
    rated_from=10,
    basis=MS,
    weaknesses=(6,),
    targets=(Target(since="2021/22 Q3", value=100, floor=90, basis="illustrative"),),
    source="Quarterly return, workstream 3",
    caution="Training taken is not law applied: look at appeals as well. Turnover lowers it each time someone joins, "
    "even where every newcomer is trained within weeks.",
    tier="supporting",
    tier_reason="Training is a means.",
    grounds=(own_return(3),),
    written_by="Workforce analyst",
    checked_by="Head of management information",
    next_review=date(2026, 6, 1),
    examples=(
        Example({"casework_staff_trained": 108, "casework_staff": 120}, gives=90.0),
        Example({"casework_staff_trained": 0, "casework_staff": 0}, gives=Reason.ZERO_DENOMINATOR),
        Example({"casework_staff": 120}, gives=Reason.NOT_RETURNED),
        Example({}, gives=Reason.NOT_COLLECTED_YET, quarter="2021/22 Q2"),
    ),
)
