"""Complaints upheld by the Ombudsman over twelve months."""

from datetime import date

from kpis.basis import R12M
from kpis.formulas import Share
from kpis.grounds import own_return
from kpis.kpi import Example, Ground, Kpi, Target
from kpis.outcome import Reason

KPI = Kpi(
    module=__name__,
    title="SEND complaints upheld by the Ombudsman, rolling 12 months",
    short="Upheld by the Ombudsman",
    question="Of the complaints about SEND in Kent that the Ombudsman investigated and decided, how many were upheld?",
    why="An upheld complaint is fault that the council did not find, or did not put right, when the family first said so.",
    numerator="Detailed investigations about SEND services that the Ombudsman decided over 12 months and upheld",
    denominator="Detailed investigations about SEND services that the Ombudsman decided over the same 12 months",
    formula=Share(of="ombudsman_upheld", out_of="ombudsman_decided"),
    unit="percent",
    decimals=0,
    better="lower",
    least_change=5,
    least_change_basis="illustrative: five percentage points",
    rated_from=10,
    basis=R12M,
    weaknesses=(1,),
    targets=(Target(since="2019/20 Q4", value=75, floor=90, basis="illustrative; all councils 83% in 2024/25"),),
    source="Quarterly return, workstream 1, from the Ombudsman's decision letters",
    companions=("complaints_answered_in_time",),
    caution="Few cases, decided a year or more after what went wrong, so it speaks of the past. The Ombudsman chooses "
    "which complaints to investigate, and upholds most of them everywhere: a high share is the rule, and the number of "
    "decisions matters as much. What the Ombudsman publishes each July is by council and by the whole of education and "
    "children's services, not SEND alone.",
    tier="supporting",
    tier_reason="Few cases, and about the past; a board reads the decisions themselves.",
    grounds=(
        Ground(
            "return",
            "Local Government and Social Care Ombudsman, yearly review of complaints: 83% upheld across all regions, as "
            "the press tells it",
            "16 July 2025",
        ),
        own_return(1),
    ),
    written_by="Participation and engagement analyst",
    checked_by="Head of management information",
    next_review=date(2027, 8, 31),
    examples=(
        Example({"ombudsman_upheld": (18, 20, 22, 24), "ombudsman_decided": (22, 24, 26, 28)}, gives=84.0),
        Example(
            {"ombudsman_upheld": (18, None, 22, 24), "ombudsman_decided": (22, 24, 26, 28)}, gives=Reason.PERIOD_INCOMPLETE
        ),
        Example({"ombudsman_upheld": (0, 0, 0, 0), "ombudsman_decided": (0, 0, 0, 0)}, gives=Reason.ZERO_DENOMINATOR),
    ),
)
