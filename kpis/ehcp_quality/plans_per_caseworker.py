"""Plans per caseworker."""

from datetime import date

from kpis.basis import MS
from kpis.formulas import Ratio
from kpis.grounds import own_return
from kpis.kpi import Example, Kpi, Target
from kpis.outcome import Reason

KPI = Kpi(
    module=__name__,
    title="Plans per caseworker",
    short="Plans per caseworker",
    question="How many children and young people does each caseworker look after?",
    why="With too many plans nobody answers the telephone; with far too few the team costs more than it should.",
    numerator="Children and young people with a plan on the last day of the quarter",
    denominator="SEN casework staff in post on the same day",
    formula=Ratio(of="plans_in_place", to="casework_staff"),
    unit="ratio",
    per="plans per caseworker",
    decimals=0,
    better="target",
    least_change=10,
    least_change_basis="illustrative: ten plans for each caseworker",
    rated_from=10,
    basis=MS,
    weaknesses=(6,),
    targets=(
        Target(
            since="2021/22 Q3",
            value=180,
            floor=60,
            tolerance=20,
            basis="illustrative: within 20 of 180 meets the target, within 60 meets the floor",
        ),
    ),
    source="Quarterly return, workstream 3",
    caution="Close to the target is best, so both a rise and a fall can be good or bad. It is an average: it counts "
    "people in post, whatever their hours, and does not show who carries twice as many.",
    tier="supporting",
    tier_reason="Capacity: it explains the other figures and is not itself an outcome.",
    grounds=(own_return(3),),
    written_by="Workforce analyst",
    checked_by="Head of management information",
    next_review=date(2027, 6, 1),
    examples=(
        Example({"plans_in_place": 19800, "casework_staff": 110}, gives=180.0),
        Example({"plans_in_place": 19800, "casework_staff": 0}, gives=Reason.ZERO_DENOMINATOR),
        Example({"plans_in_place": 19800}, gives=Reason.NOT_RETURNED),
    ),
)
