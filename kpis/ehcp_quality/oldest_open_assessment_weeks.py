"""Oldest open assessment."""

from datetime import date

from kpis.basis import MS
from kpis.formulas import Maximum
from kpis.grounds import own_return, send_regulation
from kpis.kpi import Example, Kpi, Target
from kpis.outcome import Reason

KPI = Kpi(
    module=__name__,
    title="Oldest open assessment",
    short="Oldest open assessment",
    question="How many weeks ago was the request made that has waited longest and is still open?",
    why="An average hides the child at the end of the queue. This figure is that child.",
    numerator="Weeks since the request, for the oldest assessment still open on the last day of the quarter",
    denominator="",
    formula=Maximum(of="oldest_open_assessment_weeks"),
    unit="weeks",
    decimals=0,
    better="lower",
    least_change=4,
    least_change_basis="illustrative: four weeks",
    rated_from=0,
    basis=MS,
    weaknesses=(6,),
    targets=(Target(since="2019/20 Q3", value=26, floor=40, basis="illustrative"),),
    source="Quarterly return, workstream 3",
    companions=("assessments_overdue",),
    caution="It rests on a single case, which may have an unusual reason, and drops at once when that case is closed. "
    "Over areas it is the largest of the parts, never their sum or average.",
    tier="supporting",
    tier_reason="A single case; always shown beside the 20-week figure as its companion.",
    grounds=(
        send_regulation("13(2)"),
        own_return(3),
    ),
    written_by="SEND performance analyst",
    checked_by="Head of management information",
    next_review=date(2026, 10, 1),
    examples=(
        Example({"oldest_open_assessment_weeks": 124}, gives=124.0, quarter="2023/24 Q3"),
        Example({"oldest_open_assessment_weeks": "z"}, gives=Reason.NOT_APPLICABLE),
        Example({}, gives=Reason.NOT_RETURNED),
    ),
)
