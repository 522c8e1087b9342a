"""Plans issued within 20 weeks, rolling 12 months."""

from datetime import date

from kpis.basis import R12M
from kpis.formulas import Share
from kpis.grounds import COVID_REGULATIONS, SEN2_2025, SEN2_BREAK, send_regulation
from kpis.kpi import Example, Kpi, Target
from kpis.outcome import Reason
from programme.areas import DISTRICTS, KENT

KPI = Kpi(
    module=__name__,
    title="Plans issued within 20 weeks, rolling 12 months",
    short="Plans within 20 weeks, 12 months",
    question="Over the last four quarters together, how many of the plans issued were issued within 20 weeks?",
    why="One quarter can be lucky or unlucky. A year of quarters shows the level that families have lived with.",
    numerator="Plans issued within 20 weeks of the request in this quarter and the three before it, excluding permitted "
    "exceptions",
    denominator="All plans issued in the same four quarters, excluding permitted exceptions",
    formula=Share(of="plans_issued_within_20_weeks", out_of="plans_issued"),
    unit="percent",
    decimals=1,
    better="higher",
    least_change=2,
    least_change_basis="illustrative: two percentage points",
    rated_from=10,
    basis=R12M,
    weaknesses=(6,),
    areas=(KENT, *DISTRICTS),
    targets=(
        Target(since="2019/20 Q3", value=60, floor=40, basis="illustrative"),
        Target(
            since="2024/25 Q3",
            value=80,
            floor=40,
            basis="80%, Accelerated Progress Plan as reported by the press, date to be confirmed; a year later than for "
            "the quarter; floor illustrative",
        ),
        Target(
            since="2025/26 Q4",
            value=60,
            floor=40,
            basis="about 60% on record for 2025; a year later than for the quarter; floor illustrative",
        ),
    ),
    source="Quarterly return, workstream 3, four quarters summed; in Q3 (October to December) they are the calendar year "
    "that the DfE publishes",
    published="plans_within_20_weeks",
    companions=("plans_within_20_weeks", "assessments_overdue", "oldest_open_assessment_weeks", "plans_over_52_weeks"),
    breaks={"2021/22 Q4": SEN2_BREAK},
    caution="A rolling year hides a turn: after a sharp fall or recovery it takes four quarters to show it in full. Read "
    "it beside the figure for the quarter alone. It also shares that figure's weakness: it counts plans issued, "
    "not children waiting.",
    tier="supporting",
    tier_reason="The same plans over a year: it steadies the quarter's figure and hides its turns.",
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
        Example({"plans_issued_within_20_weeks": (20, 30, 10, 40), "plans_issued": (100, 50, 50, 50)}, gives=40.0),
        Example(
            {"plans_issued_within_20_weeks": (20, None, 10, 40), "plans_issued": (100, 50, 50, 50)},
            gives=Reason.PERIOD_INCOMPLETE,
        ),
        Example(
            {"plans_issued_within_20_weeks": (20, "c", 10, 40), "plans_issued": (100, 50, 50, 50)},
            gives=Reason.PERIOD_INCOMPLETE,
        ),
        Example({"plans_issued_within_20_weeks": (0, 0, 0, 0), "plans_issued": (0, 0, 0, 0)}, gives=Reason.ZERO_DENOMINATOR),
    ),
)
