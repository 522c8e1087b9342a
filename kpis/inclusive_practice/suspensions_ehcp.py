"""Suspensions of pupils with plans per 100 pupils."""

from datetime import date

from kpis.basis import Q
from kpis.formulas import Rate
from kpis.grounds import EXCLUSION_GUIDANCE, SCHOOL_CENSUS
from kpis.kpi import Example, Kpi, Target
from kpis.outcome import Reason
from programme.areas import DISTRICTS, KENT

KPI = Kpi(
    module=__name__,
    title="Suspensions of pupils with plans per 100 pupils",
    short="Suspensions, pupils with plans",
    question="How often are pupils with plans suspended from school?",
    why="A suspension sends home the child who most needs to be in school, and can say that support did not come in time.",
    numerator="Suspensions of pupils with plans in the quarter",
    denominator="Pupils with plans on the last day of the quarter",
    formula=Rate(of="suspensions_ehcp", out_of="pupils_ehcp", per=100),
    unit="rate",
    per="per 100 pupils",
    decimals=1,
    better="lower",
    least_change=0.5,
    least_change_basis="illustrative: one suspension in 200 pupils",
    rated_from=100,
    basis=Q,
    weaknesses=(2, 9),
    areas=(KENT, *DISTRICTS),
    targets=(Target(since="2019/20 Q3", value=5, floor=7, basis="illustrative"),),
    source="Quarterly return, workstream 2, from the school census and schools' notices of suspension",
    companions=("pupils_on_part_time_timetables",),
    seasonal=True,
    caution="The rate is for a quarter: the published ones are for a term or a year, and are not to be set against it. "
    "Terms differ: autumn and summer are unlike, so compare with the same quarter last year. One pupil may be suspended "
    "several times. Schools were closed to most pupils for part of 2020 and 2021. Sending a child home without recording "
    "it, or a part-time timetable, lowers it.",
    tier="headline",
    tier_reason="A suspension sends home the child the plan is for: weaknesses 2 and 9.",
    grounds=(
        EXCLUSION_GUIDANCE,
        SCHOOL_CENSUS,
    ),
    written_by="Education performance analyst",
    checked_by="Principal education adviser",
    next_review=date(2026, 9, 30),
    examples=(
        Example({"suspensions_ehcp": 720, "pupils_ehcp": 16000}, gives=4.5),
        Example({"suspensions_ehcp": "c", "pupils_ehcp": 900}, gives=Reason.SUPPRESSED),
        Example({"suspensions_ehcp": 0, "pupils_ehcp": 0}, gives=Reason.ZERO_DENOMINATOR),
        Example({"pupils_ehcp": 16000}, gives=Reason.NOT_RETURNED),
    ),
)
