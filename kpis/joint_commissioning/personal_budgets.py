"""Personal budgets in place."""

from datetime import date

from kpis.basis import MS
from kpis.formulas import Latest
from kpis.grounds import SEN2, SEN2_BREAK, own_return
from kpis.kpi import Example, Kpi, Target
from kpis.outcome import Reason

KPI = Kpi(
    module=__name__,
    title="Personal budgets in place",
    short="Personal budgets",
    question="How many children and young people have a personal budget for part of their plan?",
    why="A personal budget lets a family choose and arrange part of the help themselves. Few in Kent have had one.",
    numerator="Plans with a personal budget in place on the last day of the quarter",
    denominator="",
    formula=Latest(of="personal_budgets"),
    unit="count",
    decimals=0,
    better="higher",
    least_change=3,
    least_change_basis="illustrative: three children",
    rated_from=0,
    basis=MS,
    weaknesses=(4,),
    targets=(Target(since="2019/20 Q3", value=60, floor=40, basis="illustrative"),),
    source="Quarterly return, workstream 4",
    breaks={"2022/23 Q3": SEN2_BREAK},
    caution="The DfE's SEN2 return counts plans with a personal budget. 25, 35, 42, 51, 34 and 64 in the Januaries of "
    "2020 to 2025, so not a steady rise. As a share of plans Kent has 0.3% and England 3.1% (to be confirmed). "
    "A count, not a share: while the number of plans grows, the same count is a falling share. Many families "
    "do not want one, so more is not better without end.",
    tier="supporting",
    tier_reason="A few dozen children in about 20,000.",
    grounds=(
        SEN2,
        own_return(4),
    ),
    written_by="Joint commissioning analyst",
    checked_by="Head of management information",
    next_review=date(2027, 6, 30),
    examples=(
        Example({"personal_budgets": 64}, gives=64.0),
        Example({"personal_budgets": "c"}, gives=Reason.SUPPRESSED),
        Example({}, gives=Reason.NOT_RETURNED),
    ),
)
