"""Assessments open for more than 20 weeks."""

from datetime import date

from kpis.basis import MS
from kpis.formulas import Latest
from kpis.grounds import own_return, send_regulation
from kpis.kpi import Example, Kpi, Target
from kpis.outcome import Reason
from programme.areas import DISTRICTS, KENT

KPI = Kpi(
    module=__name__,
    title="Assessments open for more than 20 weeks",
    short="Assessments over 20 weeks",
    question="How many children were still waiting, past the 20-week limit, at the end of the quarter?",
    why="These are the children the 20-week figure does not see: it counts plans issued, and they have none yet.",
    numerator="Assessments still open more than 20 weeks after the request, on the last day of the quarter",
    denominator="",
    formula=Latest(of="assessments_overdue"),
    unit="count",
    decimals=0,
    better="lower",
    least_change=24,
    least_change_basis="illustrative: 24 children, two in each district",
    rated_from=0,
    basis=MS,
    weaknesses=(6,),
    areas=(KENT, *DISTRICTS),
    targets=(Target(since="2019/20 Q3", value=150, floor=400, basis="illustrative"),),
    source="Quarterly return, workstream 3",
    companions=("oldest_open_assessment_weeks", "plans_within_20_weeks"),
    caution="A count on one day: it does not say how long they have waited, and it also falls when fewer requests are "
    "accepted. Districts are of different sizes, so their counts are not a comparison of how well they do.",
    tier="headline",
    tier_reason="The children whom the 20-week figure does not see: weakness 6.",
    grounds=(
        send_regulation("13(2)"),
        own_return(3),
    ),
    written_by="SEND performance analyst",
    checked_by="Head of management information",
    next_review=date(2027, 1, 15),
    examples=(
        Example({"assessments_overdue": 242}, gives=242.0),
        Example({"assessments_overdue": 0}, gives=0.0),
        Example({"assessments_overdue": "x"}, gives=Reason.NOT_AVAILABLE),
        Example({}, gives=Reason.NOT_RETURNED),
    ),
)
