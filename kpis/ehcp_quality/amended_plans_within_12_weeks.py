"""Amended plans within 12 weeks of the review meeting."""

from datetime import date

from kpis.basis import Q
from kpis.formulas import Share
from kpis.grounds import DEVON_JUDGMENT, send_regulation
from kpis.kpi import Example, Kpi, Target
from kpis.outcome import Reason

KPI = Kpi(
    module=__name__,
    title="Amended plans final within 12 weeks of the review meeting",
    short="Amended plan in 12 weeks",
    question="Where a review led to a changed plan, how many families had the final one within 12 weeks of the meeting?",
    why="A plan that was reviewed and not rewritten still gives last year's help. The law gives 4 weeks for the decision "
    "and 8 more for the plan.",
    numerator="Plans amended and final within 12 weeks of the review meeting",
    denominator="Plans to be amended after a review whose 12 weeks ended in the quarter, final or not",
    formula=Share(of="amended_plans_within_12_weeks", out_of="amended_plans_due"),
    unit="percent",
    decimals=1,
    better="higher",
    least_change=2,
    least_change_basis="illustrative: two percentage points",
    rated_from=10,
    basis=Q,
    weaknesses=(6, 9),
    targets=(Target(since="2022/23 Q1", value=60, floor=30, basis="illustrative"),),
    source="Quarterly return, workstream 3; not published by anybody",
    companions=("annual_review_decisions_within_4_weeks", "annual_reviews_overdue"),
    caution="Counted from 2022/23, as nobody counted 12 weeks before the judgment of March 2022. It counts plans that "
    "fell due, so one that is still not final counts as late and clearing old ones does not show. Only reviews whose "
    "meeting took place and that led to a change are in it. An amendment of one line and a plan written anew count the "
    "same.",
    tier="supporting",
    tier_reason="Read beside the reviews overdue, which stand for reviews on the first pages.",
    grounds=(
        DEVON_JUDGMENT,
        send_regulation("22(3) and (4)", confirmed=False),
    ),
    written_by="SEND performance analyst",
    checked_by="Head of management information",
    next_review=date(2027, 3, 1),
    examples=(
        Example({"amended_plans_within_12_weeks": 420, "amended_plans_due": 1400}, gives=30.0),
        Example({"amended_plans_within_12_weeks": 0, "amended_plans_due": 0}, gives=Reason.ZERO_DENOMINATOR),
        Example({}, gives=Reason.NOT_COLLECTED_YET, quarter="2021/22 Q4"),
    ),
)
