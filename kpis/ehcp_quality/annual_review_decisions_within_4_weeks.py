"""Annual review decisions within 4 weeks of the meeting."""

from datetime import date

from kpis.basis import Q
from kpis.formulas import Share
from kpis.grounds import DEVON_JUDGMENT, SEN2_2025, send_regulation
from kpis.kpi import Example, Kpi, Target
from kpis.outcome import Reason

KPI = Kpi(
    module=__name__,
    title="Annual review decisions within 4 weeks of the meeting",
    short="Review decisions in 4 weeks",
    question="After a review meeting, how many families were told within 4 weeks whether the plan stays, changes or ends?",
    why="The law gives 4 weeks. Until the decision comes, a family cannot appeal.",
    numerator="Decisions made within 4 weeks of the review meeting",
    denominator="Decisions due in the quarter after a review meeting",
    formula=Share(of="review_decisions_within_4_weeks", out_of="review_decisions"),
    unit="percent",
    decimals=1,
    better="higher",
    least_change=2,
    least_change_basis="illustrative: two percentage points",
    rated_from=10,
    basis=Q,
    weaknesses=(6, 9),
    targets=(Target(since="2019/20 Q3", value=60, floor=40, basis="illustrative"),),
    source="Quarterly return, workstream 3; the DfE publishes a figure with another denominator by calendar year from 2024",
    published="annual_review_decisions_within_4_weeks",
    companions=("annual_reviews_overdue",),
    caution="Its denominator is decisions that fell due. The DfE divides by decisions made on each plan's latest "
    "review (Kent in 2024: 9,374) and leaves out those outstanding, which its own table gives as 5,334, so its "
    "33.6% looks better. It counts only reviews whose meeting took place: where fewer meetings are held it can "
    "rise while more reviews are overdue. Read it with the reviews overdue. From 1 May to 25 September 2020 "
    "Covid regulations relaxed the time limit.",
    tier="supporting",
    tier_reason="Read beside the reviews overdue, which stand for reviews on the first pages.",
    grounds=(
        send_regulation("20(10)", confirmed=False),
        DEVON_JUDGMENT,
        SEN2_2025,
    ),
    written_by="SEND performance analyst",
    checked_by="Head of management information",
    next_review=date(2027, 3, 1),
    examples=(
        Example({"review_decisions_within_4_weeks": 840, "review_decisions": 2500}, gives=33.6),
        Example({"review_decisions_within_4_weeks": 0, "review_decisions": 0}, gives=Reason.ZERO_DENOMINATOR),
        Example({"review_decisions_within_4_weeks": "x", "review_decisions": 2500}, gives=Reason.NOT_AVAILABLE),
    ),
)
