"""Annual review decisions within 4 weeks of the meeting."""

from datetime import date

from kpis.basis import Q
from kpis.formulas import Share
from kpis.kpi import Example, Kpi, Target
from kpis.outcome import Reason

KPI = Kpi(
    module=__name__,
    title="Annual review decisions within 4 weeks of the meeting",
    question="After a review meeting, how many families were told within 4 weeks whether the plan stays, changes or ends?",
    why="The law gives 4 weeks. Until the decision comes, a family cannot ask for a change or appeal.",
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
    source="Quarterly return, workstream 3; the DfE publishes the same figure by calendar year from 2024",
    published="annual_review_decisions_within_4_weeks",
    companions=("annual_reviews_overdue",),
    breaks={"2022/23 Q4": "DfE's SEN2 return changes from totals to one record per person"},
    caution="It counts only reviews whose meeting took place: where fewer meetings are held it can rise while more "
    "reviews are overdue. Read it with the reviews overdue.",
    written_by="SEND performance analyst",
    checked_by="Head of management information",
    next_review=date(2027, 3, 1),
    examples=(
        Example({"review_decisions_within_4_weeks": 840, "review_decisions": 2500}, gives=33.6),
        Example({"review_decisions_within_4_weeks": 0, "review_decisions": 0}, gives=Reason.ZERO_DENOMINATOR),
        Example({"review_decisions_within_4_weeks": "x", "review_decisions": 2500}, gives=Reason.NOT_AVAILABLE),
    ),
)
