"""Phase transfer plans finalised by the statutory date."""

from datetime import date

from kpis.basis import annual
from kpis.formulas import Share
from kpis.grounds import COVID_REGULATIONS, own_return, send_regulation
from kpis.kpi import Example, Kpi, Target
from kpis.outcome import Reason

KPI = Kpi(
    module=__name__,
    title="Phase transfer plans finalised by the statutory date",
    short="Phase transfers on time",
    question="Of the children moving to a new phase of school, how many had their final plan by the date set in law?",
    why="Without a final plan a family does not know the next school, and cannot appeal in time for September.",
    numerator="Phase transfer plans reviewed, and where necessary amended and final, by 15 February, or by 31 March for "
    "moves from secondary school to a post-16 institution",
    denominator="Phase transfer plans due by those dates",
    formula=Share(of="phase_transfers_on_time", out_of="phase_transfers"),
    unit="percent",
    decimals=1,
    better="higher",
    least_change=2,
    least_change_basis="illustrative: two percentage points",
    rated_from=10,
    basis=annual("school", reported_in=4, published_after=-1),
    weaknesses=(6,),
    targets=(Target(since="2019/20 Q4", value=95, floor=85, basis="illustrative"),),
    source="Quarterly return, workstream 3, in the last quarter of the financial year only",
    caution="Reported once a year, in January to March, and carried forward in the quarters between. Two dates in one "
    "figure: a bad March can hide in a good February. Plans finalised the day after the date count as late, "
    "however close. It says nothing of whether the school named was the family's choice. The Covid regulations "
    "of 1 May to 25 September 2020 came after that year's dates.",
    tier="supporting",
    tier_reason="Once a year; a breach of law, but of one season.",
    grounds=(
        send_regulation("18(1)"),
        COVID_REGULATIONS,
        own_return(3),
    ),
    written_by="SEND performance analyst",
    checked_by="Head of management information",
    next_review=date(2027, 5, 1),
    examples=(
        Example({"phase_transfers_on_time": 2430, "phase_transfers": 3000}, gives=81.0),
        Example({"phase_transfers_on_time": 2430, "phase_transfers": 3000}, gives=81.0, quarter="2023/24 Q4"),
        Example({"phase_transfers_on_time": "x", "phase_transfers": 3000}, gives=Reason.NOT_AVAILABLE),
        Example({}, gives=Reason.NOT_RETURNED),
        Example({}, gives=Reason.NOT_COLLECTED_YET, quarter="2019/20 Q2"),
    ),
)
