"""Leavers with plans in sustained education, employment or training."""

from datetime import date

from kpis.basis import annual
from kpis.formulas import PublishedValue
from kpis.grounds import LAIT
from kpis.kpi import Example, Ground, Kpi, Target
from kpis.outcome import Reason

KPI = Kpi(
    module=__name__,
    title="Year 11 leavers with plans who stayed in education, training or work",
    short="Leavers still in education or work",
    question="Of the pupils with plans who finished year 11, how many stayed in education, employment or training for at "
    "least six months?",
    why="A start is easy to arrange; staying shows more of whether the preparation for adulthood worked.",
    numerator="Pupils with plans who left key stage 4 and stayed in education, employment or training for six months or "
    "more in the next year",
    denominator="Pupils with plans who left key stage 4",
    formula=PublishedValue(series="sustained_destination_ehcp"),
    unit="percent",
    decimals=1,
    better="higher",
    least_change=2,
    least_change_basis="illustrative: two percentage points",
    rated_from=0,
    basis=annual("academic", reported_in=3, published_after=2),
    weaknesses=(5, 9),
    targets=(Target(since="2019/20 Q3", value=91, floor=88, basis="illustrative"),),
    source="DfE, Local Authority Interactive Tool; published value only: no return carries it",
    published="sustained_destination_ehcp",
    caution="It looks far back: the year is the one in which the pupils left key stage 4 (the publisher's label 2022 is "
    "the leavers of summer 2022), they are followed through the next year, and the figure is published in the autumn a "
    "year later still (leavers of 2022: October 2024). The method changed in the newest release, and earlier years were "
    "revised with it. Young people who cannot be traced count as not sustained.",
    tier="supporting",
    tier_reason="It looks two years back, so a board cannot steer by it.",
    grounds=(
        Ground(
            "return",
            "DfE, Key stage 4 destination measures, 2023/24 release",
            "method changed in this release and applied to earlier years",
        ),
        LAIT,
    ),
    written_by="Education performance analyst",
    checked_by="Principal education adviser",
    next_review=date(2026, 10, 31),
    examples=(
        Example({"sustained_destination_ehcp": 88.3}, gives=88.3),
        Example({"sustained_destination_ehcp": 88.3}, gives=88.3, quarter="2025/26 Q1"),
        Example({"sustained_destination_ehcp": "c"}, gives=Reason.SUPPRESSED),
        Example({}, gives=Reason.NOT_PUBLISHED),
    ),
)
