"""Complaints that are open past their time limit."""

from datetime import date

from kpis.basis import MS
from kpis.formulas import Share
from kpis.grounds import own_return
from kpis.kpi import Example, Ground, Kpi, Target
from kpis.outcome import Reason

KPI = Kpi(
    module=__name__,
    title="Complaints overdue, of those still open",
    short="Complaints overdue",
    question="Of the complaints about SEND services that are still open, how many have waited longer than they may?",
    why="A figure of complaints answered cannot see the ones that nobody answered. This one counts them.",
    numerator="Complaints about SEND services open on the last day of the quarter and past their time limit",
    denominator="Complaints about SEND services open on the last day of the quarter",
    formula=Share(of="complaints_overdue", out_of="complaints_open"),
    unit="percent",
    decimals=0,
    better="lower",
    least_change=5,
    least_change_basis="illustrative: five percentage points",
    rated_from=10,
    basis=MS,
    weaknesses=(1,),
    targets=(Target(since="2019/20 Q3", value=5, floor=15, basis="illustrative"),),
    source="Quarterly return, workstream 1",
    companions=("complaints_answered_in_time",),
    caution="The limit is 20 working days, or the one of the stage a complaint is at where the Ombudsman's Code of April "
    "2026 applies. Answering the newest first makes the share rise while the number falls, so read the number too. In "
    "July 2023 the Ombudsman reported 170 of Kent's SEND complaints as not answered in time, 141 at stage one and 29 at "
    "stage two.",
    tier="supporting",
    tier_reason="It keeps the figure of complaints answered in time honest, and is read beside it.",
    grounds=(
        Ground(
            "guidance",
            "Local Government and Social Care Ombudsman, report on Kent's SEND complaints, as the press tells it",
            "6 July 2023",
        ),
        own_return(1),
    ),
    written_by="Participation and engagement analyst",
    checked_by="Head of management information",
    next_review=date(2027, 2, 28),
    examples=(
        Example({"complaints_overdue": 12, "complaints_open": 80}, gives=15.0),
        Example({"complaints_overdue": 0, "complaints_open": 0}, gives=Reason.ZERO_DENOMINATOR),
        Example({"complaints_open": 80}, gives=Reason.NOT_RETURNED),
    ),
)
