"""Plans issued after more than a year."""

from datetime import date

from kpis.basis import Q
from kpis.formulas import Share
from kpis.grounds import SEN2_2025, SEN2_BREAK, send_regulation
from kpis.kpi import Example, Kpi, Target
from kpis.outcome import Reason

KPI = Kpi(
    module=__name__,
    title="Plans issued after more than a year",
    short="Plans after more than a year",
    question="Of all the plans issued in the quarter, how many came more than a year after the request?",
    why="A year is more than two and a half times the legal limit, and a whole school year of a child's life.",
    numerator="Plans issued more than 52 weeks after the request, including permitted exceptions",
    denominator="All plans issued in the quarter, including permitted exceptions",
    formula=Share(of="plans_issued_over_52_weeks", out_of="plans_issued_all"),
    unit="percent",
    decimals=1,
    better="lower",
    least_change=1,
    least_change_basis="illustrative: one percentage point",
    rated_from=10,
    basis=Q,
    weaknesses=(6,),
    targets=(Target(since="2019/20 Q3", value=2, floor=6, basis="illustrative"),),
    source="Quarterly return, workstream 3; the DfE publishes the same figure by calendar year from 2023",
    published="plans_over_52_weeks",
    companions=("plans_within_20_weeks", "assessments_overdue", "oldest_open_assessment_weeks"),
    breaks={"2021/22 Q4": SEN2_BREAK},
    caution="Finishing the oldest cases, which is right, makes this figure worse for a while; leaving them open makes it "
    "look good. Read it with the backlog and the oldest open case. Unlike the 20-week figure it includes "
    "permitted exceptions, so the two denominators differ.",
    tier="supporting",
    tier_reason="Always shown beside the 20-week figure as its companion.",
    grounds=(
        send_regulation("13(2)"),
        SEN2_2025,
    ),
    written_by="SEND performance analyst",
    checked_by="Head of management information",
    next_review=date(2027, 4, 1),
    examples=(
        Example({"plans_issued_over_52_weeks": 12, "plans_issued_all": 400}, gives=3.0),
        Example({"plans_issued_over_52_weeks": "c", "plans_issued_all": 400}, gives=Reason.SUPPRESSED),
        Example({"plans_issued_all": 400}, gives=Reason.NOT_RETURNED),
        Example({"plans_issued_over_52_weeks": 0, "plans_issued_all": 0}, gives=Reason.ZERO_DENOMINATOR),
    ),
)
