"""Waiting over 52 weeks for an autism or ADHD assessment."""

from datetime import date

from kpis.basis import MS
from kpis.formulas import Share
from kpis.grounds import own_return
from kpis.kpi import Example, Kpi, Target
from kpis.outcome import Reason
from programme.areas import NHS_KENT_AND_MEDWAY

KPI = Kpi(
    module=__name__,
    title="Waiting over 52 weeks for an autism or ADHD assessment",
    short="Autism, ADHD: over a year",
    question="Of the children waiting for an autism or ADHD assessment, how many have waited more than a year?",
    why="A year is a school year without an answer, and for a young child a large part of life.",
    numerator="Children who have waited more than 52 weeks",
    denominator="Children waiting for an autism or ADHD assessment on the last day of the quarter",
    formula=Share(of="neurodevelopmental_waiting_over_52_weeks", out_of="neurodevelopmental_waiting"),
    unit="percent",
    decimals=0,
    better="lower",
    least_change=1,
    least_change_basis="illustrative: one percentage point",
    rated_from=10,
    basis=MS,
    weaknesses=(8,),
    areas=(NHS_KENT_AND_MEDWAY,),
    targets=(Target(since="2019/20 Q3", value=10, floor=30, basis="illustrative"),),
    source="Quarterly return, workstream 5, from NHS Kent and Medway",
    companions=("neurodevelopmental_waiting",),
    caution="The NHS area includes Medway, so it is not Kent alone. A flood of new referrals lowers this share while not "
    "one child is seen sooner: read it with the number waiting. 60% in November 2020, at one provider.",
    tier="headline",
    tier_reason="The longest waits that inspectors named: weakness 8.",
    grounds=(own_return(5),),
    written_by="NHS children's services analyst",
    checked_by="NHS head of performance",
    next_review=date(2027, 4, 30),
    examples=(
        Example({"neurodevelopmental_waiting_over_52_weeks": 1692, "neurodevelopmental_waiting": 2820}, gives=60.0),
        Example(
            {"neurodevelopmental_waiting_over_52_weeks": 0, "neurodevelopmental_waiting": 0}, gives=Reason.ZERO_DENOMINATOR
        ),
        Example(
            {"neurodevelopmental_waiting_over_52_weeks": "c", "neurodevelopmental_waiting": 2820}, gives=Reason.SUPPRESSED
        ),
    ),
)
