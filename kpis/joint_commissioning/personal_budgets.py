"""Personal budgets in place."""

from datetime import date

from kpis.basis import MS
from kpis.formulas import Latest
from kpis.kpi import Example, Kpi, Target
from kpis.outcome import Reason

KPI = Kpi(
    module=__name__,
    title="Personal budgets in place",
    question="How many children and young people have a personal budget for part of their plan?",
    why="A personal budget lets a family choose and arrange part of the help themselves. Few in Kent have had one.",
    numerator="Personal budgets in place on the last day of the quarter",
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
    caution="A count, not a share: while the number of plans grows, the same count is a falling share. From 25 in January "
    "2020 to 64 in January 2025, out of about 20,000 plans. Many families do not want one, so more is not better "
    "without end.",
    written_by="Joint commissioning analyst",
    checked_by="Head of management information",
    next_review=date(2027, 6, 30),
    examples=(
        Example({"personal_budgets": 64}, gives=64.0),
        Example({"personal_budgets": "c"}, gives=Reason.SUPPRESSED),
        Example({}, gives=Reason.NOT_RETURNED),
    ),
)
