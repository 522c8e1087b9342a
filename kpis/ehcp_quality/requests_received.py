"""Requests for assessment."""

from datetime import date

from kpis.basis import Q
from kpis.formulas import Count
from kpis.grounds import SEN2_2025, SEN2_BREAK, own_return
from kpis.kpi import Example, Expected, Kpi
from kpis.outcome import Reason
from programme.areas import DISTRICTS, KENT

KPI = Kpi(
    module=__name__,
    title="Requests for assessment",
    short="Requests received",
    question="How many requests for an education, health and care assessment came in during the quarter?",
    why="Demand decides how many caseworkers and psychologists are needed, and how fast a backlog can shrink.",
    numerator="Requests for an assessment received in the quarter",
    denominator="",
    formula=Count(of="requests_received"),
    unit="count",
    decimals=0,
    better=None,
    basis=Q,
    weaknesses=(6,),
    areas=(KENT, *DISTRICTS),
    expected=Expected(low=650, high=1100, basis="illustrative"),
    source="Quarterly return, workstream 3",
    seasonal=True,
    breaks={"2021/22 Q4": SEN2_BREAK},
    caution="More requests are neither good nor bad: they can mean better knowledge of rights or less help without a "
    "plan. School holidays move it, so compare with the same quarter last year. The expected range is for Kent as "
    "a whole, not for a district.",
    tier="supporting",
    tier_reason="It is demand, and has no better direction.",
    grounds=(
        SEN2_2025,
        own_return(3),
    ),
    written_by="SEND performance analyst",
    checked_by="Head of management information",
    next_review=date(2027, 6, 1),
    examples=(
        Example({"requests_received": 912}, gives=912.0),
        Example({"requests_received": "c"}, gives=Reason.SUPPRESSED),
        Example({}, gives=Reason.NOT_RETURNED),
    ),
)
