"""Children with plans in independent special schools."""

from datetime import date

from kpis.basis import MS
from kpis.formulas import Share
from kpis.grounds import SEN2, SEN2_BREAK, own_return
from kpis.kpi import Example, Kpi, Target
from kpis.outcome import Reason
from programme.areas import DISTRICTS, KENT

KPI = Kpi(
    module=__name__,
    title="Children with plans in independent special schools",
    short="Plans in independent special",
    question="How many children with a plan go to an independent special school?",
    why="Such places can be far from home and usually cost more than a local one. A rising share can say that local "
    "schools do not have, or do not offer, the place.",
    numerator="Children with plans in independent special schools",
    denominator="Children and young people with a plan on the last day of the quarter",
    formula=Share(of="plans_in_independent_special", out_of="plans_in_place"),
    unit="percent",
    decimals=1,
    better="lower",
    least_change=0.2,
    least_change_basis="illustrative: 0.2 percentage points, about 40 children",
    rated_from=10,
    basis=MS,
    weaknesses=(2, 4),
    areas=(KENT, *DISTRICTS),
    targets=(Target(since="2019/20 Q3", value=6, floor=8, basis="illustrative"),),
    source="Quarterly return, workstream 2; plans in place from workstream 3",
    companions=("plans_educated_in_mainstream",),
    breaks={"2022/23 Q3": SEN2_BREAK},
    caution="Non-maintained special schools are not in it; Kent's own performance report counts independent or "
    "out-of-county special schools, which is more (to be confirmed). For some children it is the right school, so none "
    "is not the aim. It can fall because placements are refused. Kent 6.6% in January 2019, 7.2% in January 2025; "
    "England 4.6%.",
    tier="supporting",
    tier_reason="Read beside the mainstream share, which stands for placement on the first pages.",
    grounds=(
        SEN2,
        own_return(2),
    ),
    written_by="Education performance analyst",
    checked_by="Principal education adviser",
    next_review=date(2027, 3, 31),
    examples=(
        Example({"plans_in_independent_special": 1440, "plans_in_place": 20000}, gives=7.2),
        Example({"plans_in_independent_special": "c", "plans_in_place": 900}, gives=Reason.SUPPRESSED),
        Example({"plans_in_independent_special": 1440}, gives=Reason.NOT_RETURNED),
    ),
)
