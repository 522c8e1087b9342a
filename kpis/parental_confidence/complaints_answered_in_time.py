"""Complaints answered within 20 working days."""

from datetime import date

from kpis.basis import Q
from kpis.formulas import Share
from kpis.kpi import Example, Ground, Kpi, Target
from kpis.outcome import Reason

KPI = Kpi(
    module=__name__,
    title="Complaints answered within 20 working days",
    short="Complaints answered in time",
    question="When a family complains, do they get an answer within 20 working days?",
    why="A late answer to a complaint is a second failure, and sends families to the Ombudsman.",
    numerator="Complaints answered within 20 working days of being received",
    denominator="Complaints answered in the quarter",
    formula=Share(of="complaints_answered_in_time", out_of="complaints_answered"),
    unit="percent",
    decimals=0,
    better="higher",
    least_change=3,
    least_change_basis="illustrative: three percentage points",
    rated_from=10,
    basis=Q,
    weaknesses=(1,),
    targets=(Target(since="2019/20 Q3", value=85, floor=70, basis="20 working days is Kent's policy; share illustrative"),),
    source="Quarterly return, workstream 1",
    companions=("complaints_per_1000_plans",),
    caution="Since April 2026 the Ombudsman uses 10 working days after acknowledgement at stage 1, and 20 at stage 2. "
    "It counts complaints answered, so one that is never answered does no harm to it. In time says nothing of "
    "whether the family was satisfied, or whether the complaint was upheld.",
    tier="supporting",
    tier_reason="Answers in time matter to each family, but say less than confidence does of the whole.",
    grounds=(
        Ground(
            "guidance",
            "Kent County Council, complaints policy: 20 working days, as the Ombudsman's report on Kent quotes it",
            "6 July 2023",
        ),
        Ground(
            "guidance",
            "Local Government and Social Care Ombudsman, Complaint Handling Code, applied from April 2026",
            "2024",
            confirmed=False,
        ),
    ),
    written_by="Participation and engagement analyst",
    checked_by="Head of management information",
    next_review=date(2027, 2, 28),
    examples=(
        Example({"complaints_answered_in_time": 68, "complaints_answered": 80}, gives=85.0),
        Example({"complaints_answered_in_time": 0, "complaints_answered": 0}, gives=Reason.ZERO_DENOMINATOR),
        Example({"complaints_answered_in_time": "c", "complaints_answered": 5}, gives=Reason.SUPPRESSED),
    ),
)
