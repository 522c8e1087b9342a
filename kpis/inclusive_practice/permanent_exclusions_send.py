"""Permanent exclusions of pupils with SEND."""

from datetime import date

from kpis.basis import Q
from kpis.formulas import Count
from kpis.grounds import EXCLUSION_GUIDANCE, SCHOOL_CENSUS
from kpis.kpi import Example, Kpi, Target
from kpis.outcome import Reason
from programme.areas import DISTRICTS, KENT

KPI = Kpi(
    module=__name__,
    title="Permanent exclusions of pupils with SEND",
    short="Permanent exclusions",
    question="How many pupils with SEND were excluded from school for good?",
    why="A permanent exclusion is the end of inclusion, and the way back into a school is long.",
    numerator="Permanent exclusions of pupils on SEN support or with a plan in the quarter",
    denominator="",
    formula=Count(of="permanent_exclusions_send"),
    unit="count",
    decimals=0,
    better="lower",
    least_change=2,
    least_change_basis="illustrative: two pupils",
    rated_from=0,
    basis=Q,
    weaknesses=(2, 9),
    areas=(KENT, *DISTRICTS),
    targets=(Target(since="2019/20 Q3", value=4, floor=8, basis="illustrative"),),
    source="Quarterly return, workstream 2",
    companions=("pupils_on_part_time_timetables",),
    seasonal=True,
    caution="Numbers are very small: one child is a large change. Figures of districts are in effect never shown, zeros "
    "included: where one district counts 1 to 4 and Kent fewer than 60, none is, so that no child can be recognised. "
    "Terms differ: autumn and summer are unlike, so compare with the same quarter last "
    "year. Moves that avoid an exclusion in name do not count.",
    tier="supporting",
    tier_reason="Too few to judge by; suspensions stand for it on the first pages.",
    grounds=(
        EXCLUSION_GUIDANCE,
        SCHOOL_CENSUS,
    ),
    written_by="Education performance analyst",
    checked_by="Principal education adviser",
    next_review=date(2027, 1, 31),
    examples=(
        Example({"permanent_exclusions_send": 7}, gives=7.0),
        Example({"permanent_exclusions_send": 0}, gives=0.0),
        Example({"permanent_exclusions_send": "c"}, gives=Reason.SUPPRESSED),
        Example({}, gives=Reason.NOT_RETURNED),
    ),
)
