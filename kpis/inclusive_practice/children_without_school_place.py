"""Children with a plan and no school place."""

from datetime import date

from kpis.basis import MS
from kpis.formulas import Share
from kpis.grounds import own_return
from kpis.kpi import Example, Ground, Kpi, Target
from kpis.outcome import Reason
from programme.areas import DISTRICTS, KENT

KPI = Kpi(
    module=__name__,
    title="Children with a plan and no school place",
    short="Plan and no school place",
    question="Of the children of school age with a plan, how many are on no school's roll and are not taught elsewhere?",
    why="A plan without a school is a promise without a place to keep it.",
    numerator="Children of compulsory school age with a plan who, on the last day of the quarter, are on no school's "
    "roll, are not educated at home by choice, and have no education arranged otherwise than at school",
    denominator="Children of compulsory school age with a plan on the same day",
    formula=Share(of="plans_without_school_place", out_of="plans_school_age"),
    unit="percent",
    decimals=1,
    better="lower",
    least_change=0.3,
    least_change_basis="illustrative: 0.3 percentage points, about 50 children",
    rated_from=100,
    basis=MS,
    weaknesses=(9, 2),
    areas=(KENT, *DISTRICTS),
    targets=(Target(since="2019/20 Q3", value=1, floor=3, basis="illustrative"),),
    source="Quarterly return, workstream 2, from the register of plans (SEN2 caseload)",
    caution="These children are also among those without full-time provision. A child who is on a roll and never there "
    "is not in it: read it with severe absence. A child who has a place and waits for another one is not in it either. "
    "The DfE's figure of those awaiting provision is wider: it counts some who are in a school and wait for a different "
    "one. It can rise in September, while new places are still being found.",
    tier="supporting",
    tier_reason="New, and its register has still to prove itself; a candidate for the first pages.",
    grounds=(
        Ground(
            "return",
            "DfE, Statements of SEN and EHC plans: children awaiting provision, as IPSEA quotes its definition",
            "2019 release, July 2019",
        ),
        own_return(2),
    ),
    written_by="Education performance analyst",
    checked_by="Principal education adviser",
    next_review=date(2027, 3, 31),
    examples=(
        Example({"plans_without_school_place": 450, "plans_school_age": 15000}, gives=3.0),
        Example({"plans_without_school_place": "c", "plans_school_age": 15000}, gives=Reason.SUPPRESSED),
        Example({"plans_school_age": 15000}, gives=Reason.NOT_RETURNED),
    ),
)
