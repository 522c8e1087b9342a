"""Good level of development at age 5, SEN support."""

from datetime import date

from kpis.basis import annual
from kpis.formulas import PublishedValue
from kpis.grounds import EARLY_YEARS, LAIT
from kpis.kpi import Example, Kpi, Target
from kpis.outcome import Reason

KPI = Kpi(
    module=__name__,
    title="Good level of development at age 5, SEN support",
    short="Good start at age 5, SEN support",
    question="How many five-year-olds on SEN support have reached the level expected at the end of reception?",
    why="What is missing at five is missing from everything that is taught after.",
    numerator="Children on SEN support who reach a good level of development at the end of reception",
    denominator="Children on SEN support at the end of reception",
    formula=PublishedValue(series="good_level_of_development_sen_support"),
    unit="percent",
    decimals=0,
    better="higher",
    least_change=2,
    least_change_basis="illustrative: two percentage points",
    rated_from=0,
    basis=annual("academic", reported_in=3),
    weaknesses=(5,),
    targets=(Target(since="2019/20 Q3", value=30, floor=24, basis="illustrative"),),
    source="DfE, Local Authority Interactive Tool; published value only: no return carries it",
    published="good_level_of_development_sen_support",
    breaks={"2022/23 Q3": "in the published figures: the early years framework was reformed in September 2021"},
    not_held={"2020": "the assessments were cancelled (Covid)", "2021": "the assessments were cancelled (Covid)"},
    caution="Published in autumn for the school year before (the publisher's label 2024 is 2023/24), and carried forward "
    "in the quarters between. No assessments were held in 2020 and 2021. The framework was reformed in 2021, so later "
    "years do not compare with earlier ones. Which children are on SEN support differs from school to school.",
    tier="supporting",
    tier_reason="Yearly; key stage 2 stands for attainment on the first pages.",
    grounds=(
        EARLY_YEARS,
        LAIT,
    ),
    written_by="Education performance analyst",
    checked_by="Principal education adviser",
    next_review=date(2027, 1, 31),
    examples=(
        Example({"good_level_of_development_sen_support": 22.4}, gives=22.4),
        Example({}, gives=Reason.NOT_APPLICABLE, quarter="2020/21 Q3"),
        Example({"good_level_of_development_sen_support": "x"}, gives=Reason.NOT_APPLICABLE, quarter="2021/22 Q3"),
        Example({"good_level_of_development_sen_support": 22.4}, gives=22.4, quarter="2025/26 Q1"),
        Example({"good_level_of_development_sen_support": "c"}, gives=Reason.SUPPRESSED),
        Example({}, gives=Reason.NOT_PUBLISHED),
    ),
)
