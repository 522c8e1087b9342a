"""Attainment 8, SEN support."""

from datetime import date

from kpis.basis import annual
from kpis.formulas import PublishedValue
from kpis.grounds import ATTAINMENT_8, LAIT
from kpis.kpi import Example, Kpi, Target
from kpis.outcome import Reason

KPI = Kpi(
    module=__name__,
    title="Attainment 8, SEN support",
    short="Attainment 8, SEN support",
    question="How well do pupils on SEN support do in up to eight qualifications at 16?",
    why="These grades decide which college, apprenticeship or job comes next.",
    numerator="Points of pupils on SEN support for their best grades in up to eight qualifications, English and maths "
    "counted twice",
    denominator="Pupils on SEN support at the end of key stage 4",
    formula=PublishedValue(series="attainment_8_sen_support"),
    unit="score",
    decimals=1,
    better="higher",
    least_change=1,
    least_change_basis="illustrative: one point of the score",
    rated_from=0,
    basis=annual("academic", reported_in=3),
    weaknesses=(5,),
    targets=(Target(since="2019/20 Q3", value=34, floor=30, basis="illustrative"),),
    source="DfE, Local Authority Interactive Tool; published value only: no return carries it",
    published="attainment_8_sen_support",
    breaks={
        "2020/21 Q3": "in the published figures: teachers' and centres' grades replaced exams in 2020 and 2021",
        "2022/23 Q3": "in the published figures: exams return in 2022",
        "2023/24 Q3": "in the published figures: grading returns to the standard of before Covid in 2023 (to be confirmed)",
    },
    caution="Published in autumn for the school year before (the publisher's label 2024 is 2023/24), and carried forward "
    "in the quarters between. Grades of 2020 and 2021 were given without exams and were higher everywhere, so they do "
    "not compare with other years; grading returned to normal by 2023. A provisional figure comes out in October; the "
    "one shown, with October to December, is the revised one of the February after.",
    tier="supporting",
    tier_reason="Yearly; key stage 2 stands for attainment on the first pages.",
    grounds=(
        ATTAINMENT_8,
        LAIT,
    ),
    written_by="Education performance analyst",
    checked_by="Principal education adviser",
    next_review=date(2026, 10, 31),
    examples=(
        Example({"attainment_8_sen_support": 33.5}, gives=33.5),
        Example({"attainment_8_sen_support": 33.5}, gives=33.5, quarter="2025/26 Q1"),
        Example({"attainment_8_sen_support": "c"}, gives=Reason.SUPPRESSED),
        Example({}, gives=Reason.NOT_PUBLISHED),
    ),
)
