"""Persistent absence of pupils with plans."""

from datetime import date

from kpis.basis import annual
from kpis.formulas import Share
from kpis.grounds import SCHOOL_CENSUS, own_return
from kpis.kpi import Example, Ground, Kpi, Target
from kpis.outcome import Reason

KPI = Kpi(
    module=__name__,
    title="Persistent absence of pupils with plans",
    short="Persistent absence, plans",
    question="How many pupils with plans missed a tenth or more of their school in the year?",
    why="An average hides who is missing. A tenth of school is a day every two weeks.",
    numerator="Enrolments of pupils with plans that missed 10% or more of their possible sessions in the academic year",
    denominator="Enrolments of pupils with plans that the year's absence figures count",
    formula=Share(of="persistently_absent_ehcp", out_of="absence_enrolments_ehcp"),
    unit="percent",
    decimals=1,
    better="lower",
    least_change=1,
    least_change_basis="illustrative: one percentage point",
    rated_from=100,
    basis=annual("academic", reported_in=3),
    weaknesses=(5, 9),
    targets=(Target(since="2019/20 Q3", value=25, floor=35, basis="illustrative"),),
    source="Quarterly return, workstream 2, in October to December for the academic year before",
    companions=("absence_ehcp",),
    caution="Reported once a year and carried forward in the quarters between. It counts enrolments, so a pupil who "
    "changed school is in it twice. Illness and hospital appointments count as absence. 2019/20 was cut short by Covid, "
    "and 2020/21 and 2021/22 were marked by illness. Severe absence is part of it. The DfE publishes it by SEN status "
    "for each authority, which is not held here.",
    tier="supporting",
    tier_reason="Absence of pupils with plans stands for it on the first pages.",
    grounds=(
        SCHOOL_CENSUS,
        Ground(
            "guidance",
            "DfE's definition: 10% or more of a pupil's own possible sessions, as councils' shared data service gives it",
            "since 2015/16",
        ),
        own_return(2),
    ),
    written_by="Education performance analyst",
    checked_by="Principal education adviser",
    next_review=date(2027, 1, 31),
    examples=(
        Example({"persistently_absent_ehcp": 4320, "absence_enrolments_ehcp": 12000}, gives=36.0),
        Example({"persistently_absent_ehcp": 4320, "absence_enrolments_ehcp": 12000}, gives=36.0, quarter="2024/25 Q2"),
        Example(
            {"persistently_absent_ehcp": "x", "absence_enrolments_ehcp": "x"},
            gives=Reason.NOT_AVAILABLE,
            quarter="2020/21 Q3",
        ),
        Example({}, gives=Reason.NOT_COLLECTED_YET, quarter="2019/20 Q1"),
    ),
)
