"""SEND staff trained in the co-production charter."""

from datetime import date

from kpis.basis import MS
from kpis.formulas import Share
from kpis.grounds import own_return
from kpis.kpi import Example, Kpi, Target
from kpis.outcome import Reason

KPI = Kpi(
    module=__name__,
    title="SEND staff trained in the co-production charter",
    short="Staff trained in co-production",
    question="How many SEND staff have been trained in working with parents as the charter asks?",
    why="The charter, agreed with the parent carer forum, is only words until the people who meet families know it.",
    numerator="SEND staff in post who have been trained in the co-production charter",
    denominator="SEND staff in post on the last day of the quarter",
    formula=Share(of="staff_trained_co_production", out_of="send_staff"),
    unit="percent",
    decimals=0,
    better="higher",
    least_change=3,
    least_change_basis="illustrative: three percentage points",
    rated_from=10,
    basis=MS,
    weaknesses=(3,),
    targets=(Target(since="2022/23 Q1", value=90, floor=75, basis="illustrative"),),
    source="Quarterly return, workstream 1",
    caution="Training taken is not practice changed: parents' replies are the better test. Turnover lowers it even where "
    "every newcomer is trained within weeks. There is no figure before April 2022.",
    tier="supporting",
    tier_reason="Training is a means; off the board's first pages.",
    grounds=(own_return(1),),
    written_by="Workforce analyst",
    checked_by="Head of management information",
    next_review=date(2026, 8, 31),
    examples=(
        Example({"staff_trained_co_production": 234, "send_staff": 260}, gives=90.0),
        Example({"staff_trained_co_production": 0, "send_staff": 0}, gives=Reason.ZERO_DENOMINATOR),
        Example({}, gives=Reason.NOT_COLLECTED_YET, quarter="2021/22 Q4"),
    ),
)
