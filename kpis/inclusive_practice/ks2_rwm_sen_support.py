"""Key stage 2 reading, writing and maths, SEN support."""

from datetime import date

from kpis.basis import annual
from kpis.formulas import PublishedValue
from kpis.grounds import KEY_STAGE_2, LAIT
from kpis.kpi import Example, Kpi, Target
from kpis.outcome import Reason

KPI = Kpi(
    module=__name__,
    title="Key stage 2 reading, writing and maths, SEN support",
    short="Key stage 2, SEN support",
    question="How many pupils on SEN support leave primary school at the level expected in reading, writing and maths?",
    why="Without these three, most lessons of secondary school are hard to follow. Inspectors found poor standards "
    "and progress.",
    numerator="Pupils on SEN support who reach the expected standard in reading, writing and maths at the end of year 6",
    denominator="Pupils on SEN support at the end of year 6",
    formula=PublishedValue(series="ks2_rwm_sen_support"),
    unit="percent",
    decimals=0,
    better="higher",
    least_change=2,
    least_change_basis="illustrative: two percentage points",
    rated_from=0,
    basis=annual("academic", reported_in=3),
    weaknesses=(5,),
    targets=(Target(since="2019/20 Q3", value=28, floor=22, basis="illustrative"),),
    source="DfE, Local Authority Interactive Tool; published value only: no return carries it",
    published="ks2_rwm_sen_support",
    not_held={"2020": "no tests were held (Covid)", "2021": "no tests were held (Covid)"},
    caution="Published in autumn for the school year before (the publisher's label 2024 is 2023/24), and carried "
    "forward in the quarters between. Reading and maths are tested, writing is judged by teachers. No tests "
    "were held in 2020 and 2021. Which pupils are on SEN support differs from school to school: where more "
    "are, the figure tends to be higher. The published percentages are whole numbers.",
    tier="headline",
    tier_reason="Standards reached by the larger group of children with SEND: weakness 5.",
    grounds=(
        KEY_STAGE_2,
        LAIT,
    ),
    written_by="Education performance analyst",
    checked_by="Principal education adviser",
    next_review=date(2027, 2, 28),
    examples=(
        Example({"ks2_rwm_sen_support": 26}, gives=26.0),
        Example({}, gives=Reason.NOT_APPLICABLE, quarter="2020/21 Q3"),
        Example({"ks2_rwm_sen_support": "x"}, gives=Reason.NOT_APPLICABLE, quarter="2021/22 Q3"),
        Example({"ks2_rwm_sen_support": 26}, gives=26.0, quarter="2025/26 Q1"),
        Example({"ks2_rwm_sen_support": "c"}, gives=Reason.SUPPRESSED),
        Example({}, gives=Reason.NOT_PUBLISHED),
    ),
)
