"""High-needs spending forecast for the year against the plan."""

from datetime import date

from kpis.basis import MS
from kpis.formulas import Share
from kpis.grounds import own_return
from kpis.kpi import Example, Ground, Kpi, Target
from kpis.outcome import Reason

KPI = Kpi(
    module=__name__,
    title="High-needs spending forecast for the year, as a share of the plan",
    short="High-needs spend and plan",
    question="How close is this year's spending on high needs expected to come to what was planned?",
    why="What is spent beyond the plan is owed next year; what is not spent is help that somebody went without. A board "
    "that cannot foresee either decides too late.",
    numerator="High-needs spending expected for the whole financial year, as forecast at the end of the quarter, in "
    "thousand pounds; in the last quarter the outturn",
    denominator="High-needs spending planned for the same financial year when its budget was set, in thousand pounds",
    formula=Share(of="high_needs_forecast_thousand_pounds", out_of="high_needs_plan_thousand_pounds"),
    unit="percent",
    decimals=1,
    better="target",
    least_change=0.5,
    least_change_basis="illustrative: half a percentage point of the plan",
    rated_from=1,
    basis=MS,
    weaknesses=(7, 4),
    targets=(
        Target(
            since="2019/20 Q3",
            value=100,
            floor=4,
            tolerance=1,
            basis="illustrative: within 1 of 100 meets the target, within 4 meets the floor",
        ),
    ),
    source="Quarterly return, workstream 4, from budget monitoring",
    companions=("high_needs_deficit",),
    caution="Close to the plan is best, so more and less can both be bad. A plan can be met because it was set high. "
    "Until the last quarter it is a forecast, which is revised. It looks at one year: the deficit that has built up is "
    "another figure. The national outturn (section 251) comes out a year later and is not held here.",
    tier="supporting",
    tier_reason="Money within one year; the deficit that has built up is on the first pages.",
    grounds=(
        Ground("return", "Section 251 budget and outturn statements: high needs", "yearly", confirmed=False),
        own_return(4),
    ),
    written_by="Education finance analyst",
    checked_by="Head of finance",
    next_review=date(2027, 7, 31),
    examples=(
        Example({"high_needs_forecast_thousand_pounds": 336600, "high_needs_plan_thousand_pounds": 330000}, gives=102.0),
        Example({"high_needs_forecast_thousand_pounds": 336600}, gives=Reason.NOT_RETURNED),
        Example(
            {"high_needs_forecast_thousand_pounds": "x", "high_needs_plan_thousand_pounds": 330000},
            gives=Reason.NOT_AVAILABLE,
        ),
    ),
)
