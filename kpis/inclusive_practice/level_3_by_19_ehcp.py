"""Level 3 by age 19, young people with plans."""

from datetime import date

from kpis.basis import annual
from kpis.formulas import PublishedValue
from kpis.grounds import LAIT
from kpis.kpi import Example, Kpi, Target
from kpis.outcome import Reason

KPI = Kpi(
    module=__name__,
    title="Level 3 by age 19, young people with plans",
    short="Level 3 by 19, with plans",
    question="How many young people who had a plan at 16 have reached level 3 by the age of 19?",
    why="Level 3, which is about two A levels or as much vocational work, opens the next door.",
    numerator="Young people who had a plan in year 11 and reached level 3 by 19",
    denominator="Young people of the same age who had a plan in year 11",
    formula=PublishedValue(series="level_3_by_19_ehcp"),
    unit="percent",
    decimals=1,
    better="higher",
    basis=annual("academic", reported_in=1, published_after=1),
    weaknesses=(5,),
    targets=(Target(since="2019/20 Q3", value=13, floor=10, basis="illustrative"),),
    least_change=1,
    least_change_basis="illustrative: one percentage point",
    rated_from=0,
    source="DfE, Local Authority Interactive Tool; published value only: no return carries it",
    published="level_3_by_19_ehcp",
    caution="Out in spring for those who turned 19 in the school year before, and carried forward in the quarters "
    "between. It looks three years back at the school. Many young people with plans work below level 3, and "
    "for them it shows no progress, however much they make.",
    tier="supporting",
    tier_reason="Yearly, and of pupils who left school three years ago.",
    grounds=(LAIT,),
    written_by="Education performance analyst",
    checked_by="Principal education adviser",
    next_review=date(2027, 6, 30),
    examples=(
        Example({"level_3_by_19_ehcp": 31.99}, gives=31.99, quarter="2025/26 Q1"),
        Example({}, gives=Reason.NOT_PUBLISHED),
    ),
)
