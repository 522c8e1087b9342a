"""Annual review meetings recorded."""

from datetime import date

from kpis.basis import annual
from kpis.formulas import PublishedValue
from kpis.grounds import SEN2_2025
from kpis.kpi import Example, Kpi, Target
from kpis.outcome import Reason

KPI = Kpi(
    module=__name__,
    title="Annual review meetings recorded",
    short="Review meetings recorded",
    question="Of the plans whose review was expected in the year, for how many is a review meeting recorded?",
    why="Without a meeting there is no decision, and the plan goes on describing a younger child.",
    numerator="Plans with a review meeting recorded",
    denominator="Plans whose review was expected in the calendar year",
    formula=PublishedValue(series="annual_review_meetings_recorded"),
    unit="percent",
    decimals=1,
    better="higher",
    basis=annual("calendar", reported_in=1, published_after=1),
    weaknesses=(6, 9),
    targets=(Target(since="2025/26 Q1", value=95, floor=85, basis="illustrative"),),
    least_change=1,
    least_change_basis="illustrative: one percentage point",
    rated_from=0,
    source="DfE, Education, health and care plans; published value only: no return carries it",
    published="annual_review_meetings_recorded",
    caution="Out in June for the calendar year before, and carried forward in the quarters between. It counts meetings "
    "recorded: DfE counts the latest meeting of each plan, some of them held before the year or in the January "
    "after it. A meeting is not yet a decision: read it with the decisions within 4 weeks. The series begins "
    "with 2024.",
    tier="supporting",
    tier_reason="Yearly; the reviews overdue lead.",
    grounds=(SEN2_2025,),
    written_by="SEND performance analyst",
    checked_by="Head of management information",
    next_review=date(2027, 7, 31),
    examples=(
        Example({"annual_review_meetings_recorded": 88.7}, gives=88.7, quarter="2025/26 Q1"),
        Example({}, gives=Reason.NOT_PUBLISHED),
    ),
)
