"""Plans issued within 20 weeks."""

from datetime import date

from kpis.basis import Q
from kpis.formulas import Share
from kpis.grounds import COVID_REGULATIONS, SEN2_2025, SEN2_BREAK, send_regulation
from kpis.kpi import Example, Kpi, Target
from kpis.outcome import Reason
from programme.areas import DISTRICTS, KENT

KPI = Kpi(
    module=__name__,
    title="Plans issued within 20 weeks",
    short="Plans within 20 weeks",
    question="Of the plans issued in the quarter, how many were issued within the 20 weeks the law allows?",
    why="A child without a plan waits for help that may only start when the plan does. The limit is in law.",
    numerator="Plans issued within 20 weeks of the request, excluding permitted exceptions",
    denominator="All plans issued in the quarter, excluding permitted exceptions",
    formula=Share(of="plans_issued_within_20_weeks", out_of="plans_issued"),
    unit="percent",
    decimals=1,
    better="higher",
    least_change=3,
    least_change_basis="illustrative: three percentage points",
    rated_from=10,
    basis=Q,
    weaknesses=(6,),
    areas=(KENT, *DISTRICTS),
    targets=(
        Target(since="2019/20 Q3", value=60, floor=40, basis="illustrative"),
        Target(
            since="2023/24 Q3",
            value=80,
            floor=40,
            basis="80%, Accelerated Progress Plan as reported by the press, date to be confirmed; floor illustrative",
        ),
        Target(since="2024/25 Q4", value=60, floor=40, basis="about 60% on record for 2025; floor illustrative"),
    ),
    source="Quarterly return, workstream 3; the DfE publishes the same figure by calendar year",
    published="plans_within_20_weeks",
    companions=("assessments_overdue", "oldest_open_assessment_weeks", "plans_over_52_weeks"),
    breaks={"2021/22 Q4": SEN2_BREAK},
    caution="It counts plans issued, not children waiting: clearing old cases pushes it down, putting new cases first "
    "pushes it up. Read it with the backlog, the oldest case and the plans over a year. From 1 May to 25 "
    "September 2020 Covid regulations relaxed the time limit.",
    tier="headline",
    tier_reason="The limit in law, and what families and ministers ask first: weakness 6.",
    grounds=(
        send_regulation("13(2) and (3)"),
        send_regulation("10(4)"),
        COVID_REGULATIONS,
        SEN2_2025,
    ),
    written_by="SEND performance analyst",
    checked_by="Head of management information",
    next_review=date(2027, 4, 1),
    examples=(
        Example({"plans_issued_within_20_weeks": 41, "plans_issued": 100}, gives=41.0),
        Example({"plans_issued_within_20_weeks": 0, "plans_issued": 0}, gives=Reason.ZERO_DENOMINATOR),
        Example({"plans_issued_within_20_weeks": "c", "plans_issued": 30}, gives=Reason.SUPPRESSED),
        Example({"plans_issued": 30}, gives=Reason.NOT_RETURNED),
    ),
)
