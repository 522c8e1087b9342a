"""Severe absence of pupils with plans."""

from datetime import date

from kpis.basis import annual
from kpis.formulas import Share
from kpis.grounds import SCHOOL_CENSUS, own_return
from kpis.kpi import Example, Ground, Kpi, Target
from kpis.outcome import Reason

KPI = Kpi(
    module=__name__,
    title="Severe absence of pupils with plans",
    short="Severe absence, plans",
    question="How many pupils with plans missed half or more of their school in the year?",
    why="These children are on a school's roll and hardly ever there. Whatever the plan promises does not reach them.",
    numerator="Enrolments of pupils with plans that missed 50% or more of their possible sessions in the academic year",
    denominator="Enrolments of pupils with plans that the year's absence figures count",
    formula=Share(of="severely_absent_ehcp", out_of="absence_enrolments_ehcp"),
    unit="percent",
    decimals=1,
    better="lower",
    least_change=0.5,
    least_change_basis="illustrative: half a percentage point",
    rated_from=100,
    basis=annual("academic", reported_in=3),
    weaknesses=(9, 5),
    targets=(Target(since="2019/20 Q3", value=3, floor=6, basis="illustrative"),),
    source="Quarterly return, workstream 2, in October to December for the academic year before",
    companions=("absence_ehcp",),
    caution="Reported once a year and carried forward in the quarters between. It counts enrolments, so a pupil who "
    "changed school is in it twice. Some of these pupils are very ill. A child without any school place is on no "
    "register and not in it: read it with children with a plan and no school place. 2019/20 was cut short by Covid, and "
    "2020/21 and 2021/22 were marked by illness. The DfE publishes it by SEN status for each authority, which is not "
    "held here.",
    tier="supporting",
    tier_reason="Once a year; absence of pupils with plans stands for it on the first pages.",
    grounds=(
        SCHOOL_CENSUS,
        Ground(
            "guidance",
            "DfE, Pupil absence statistics, methodology: severe absence, 50% or more of possible sessions",
            "as updated to explain severe absence",
            confirmed=False,
        ),
        own_return(2),
    ),
    written_by="Education performance analyst",
    checked_by="Principal education adviser",
    next_review=date(2027, 1, 31),
    examples=(
        Example({"severely_absent_ehcp": 960, "absence_enrolments_ehcp": 12000}, gives=8.0),
        Example({"severely_absent_ehcp": 960, "absence_enrolments_ehcp": 12000}, gives=8.0, quarter="2024/25 Q2"),
        Example(
            {"severely_absent_ehcp": "x", "absence_enrolments_ehcp": "x"}, gives=Reason.NOT_AVAILABLE, quarter="2020/21 Q3"
        ),
        Example({}, gives=Reason.NOT_COLLECTED_YET, quarter="2019/20 Q1"),
    ),
)
