"""Children with plans educated in mainstream schools."""

from datetime import date

from kpis.basis import MS
from kpis.formulas import Share
from kpis.grounds import SEN2, SEN2_BREAK, own_return
from kpis.kpi import Example, Kpi, Target
from kpis.outcome import Reason
from programme.areas import DISTRICTS, KENT

KPI = Kpi(
    module=__name__,
    title="Children with plans educated in mainstream schools",
    short="Plans in mainstream schools",
    question="How many children with a plan go to a mainstream school?",
    why="Many children can do well among their neighbours if the school is willing. Inspectors found that some schools "
    "were not.",
    numerator="Children with plans educated in mainstream schools",
    denominator="Children and young people with a plan on the last day of the quarter",
    formula=Share(of="plans_in_mainstream", out_of="plans_in_place"),
    unit="percent",
    decimals=1,
    better="higher",
    least_change=0.5,
    least_change_basis="illustrative: half a percentage point, about 100 children",
    rated_from=10,
    basis=MS,
    weaknesses=(2,),
    areas=(KENT, *DISTRICTS),
    targets=(
        Target(since="2019/20 Q3", value=38, floor=33, basis="illustrative; England 39.2% in January 2019, to be confirmed"),
        Target(since="2023/24 Q2", value=43, floor=33, basis="illustrative"),
    ),
    source="Quarterly return, workstream 2; plans in place from workstream 3",
    companions=("plans_in_independent_special", "suspensions_ehcp"),
    breaks={"2022/23 Q3": SEN2_BREAK},
    caution="Special units and resource provisions in a mainstream school count as mainstream (to be confirmed). A place "
    "on a school's roll is not yet a welcome: read it with suspensions and part-time timetables. Plans up to age 25 are "
    "in the bottom of the fraction, so more plans for students lower it. Kent 32.3% in January 2019, 36.1% in January "
    "2025, when England had 43.6%.",
    tier="headline",
    tier_reason="Whether schools take children with plans is weakness 2 itself.",
    grounds=(
        SEN2,
        own_return(2),
    ),
    written_by="Education performance analyst",
    checked_by="Principal education adviser",
    next_review=date(2027, 3, 31),
    examples=(
        Example({"plans_in_mainstream": 7220, "plans_in_place": 20000}, gives=36.1),
        Example({"plans_in_mainstream": 7220}, gives=Reason.NOT_RETURNED),
        Example({"plans_in_mainstream": 0, "plans_in_place": 0}, gives=Reason.ZERO_DENOMINATOR),
        Example({"plans_in_mainstream": "c", "plans_in_place": 20000}, gives=Reason.SUPPRESSED),
    ),
)
