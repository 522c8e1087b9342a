"""Annual reviews overdue."""

from datetime import date

from kpis.basis import MS
from kpis.formulas import Share
from kpis.grounds import own_return, send_regulation
from kpis.kpi import Example, Ground, Kpi, Target
from kpis.outcome import Reason
from programme.areas import DISTRICTS, KENT

KPI = Kpi(
    module=__name__,
    title="Annual reviews overdue",
    short="Annual reviews overdue",
    question="Of the children and young people with a plan, how many are overdue their yearly review?",
    why="A plan that is not reviewed goes on describing a younger child, and money and help follow the old words.",
    numerator="Plans for which the council's decision after a review has not been made within 12 months of the plan or "
    "of the last decision, on the last day of the quarter",
    denominator="Children and young people with a plan on the same day",
    formula=Share(of="annual_reviews_overdue", out_of="plans_in_place"),
    unit="percent",
    decimals=1,
    better="lower",
    least_change=1,
    least_change_basis="illustrative: one percentage point, about 200 plans",
    rated_from=10,
    basis=MS,
    weaknesses=(6, 9),
    areas=(KENT, *DISTRICTS),
    targets=(Target(since="2019/20 Q3", value=20, floor=40, basis="illustrative"),),
    source="Quarterly return, workstream 3",
    companions=("annual_review_decisions_within_4_weeks",),
    caution="In law a review ends with the council's decision, not with the meeting: a plan whose meeting was held and "
    "whose decision is outstanding is overdue here. Late recording looks like late review. The council's own "
    "sources date the same backlog of 12,180 to both September 2022 and September 2023. It says nothing of how "
    "good the review was. From 1 May to 25 September 2020 Covid regulations relaxed the time limit.",
    tier="headline",
    tier_reason="It touches every child with a plan, every year: weaknesses 6 and 9.",
    grounds=(
        Ground("regulation", "Children and Families Act 2014, section 44", "13 March 2014", confirmed=False),
        send_regulation("20", confirmed=False),
        own_return(3),
    ),
    written_by="SEND performance analyst",
    checked_by="Head of management information",
    next_review=date(2027, 3, 1),
    examples=(
        Example({"annual_reviews_overdue": 7200, "plans_in_place": 20000}, gives=36.0),
        Example({"annual_reviews_overdue": 7200}, gives=Reason.NOT_RETURNED),
        Example({"annual_reviews_overdue": "x", "plans_in_place": 20000}, gives=Reason.NOT_AVAILABLE),
    ),
)
