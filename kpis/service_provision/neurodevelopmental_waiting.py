"""Children waiting for an autism or ADHD assessment."""

from datetime import date

from kpis.basis import MS
from kpis.formulas import Latest
from kpis.grounds import own_return
from kpis.kpi import Example, Kpi, Target
from kpis.outcome import Reason
from programme.areas import NHS_KENT_AND_MEDWAY

KPI = Kpi(
    module=__name__,
    title="Children waiting for an autism or ADHD assessment",
    short="Autism, ADHD: waiting",
    question="How many children were waiting to be assessed for autism or ADHD at the end of the quarter?",
    why="Help at school should not wait for a diagnosis, but often does. These waits were among those inspectors named.",
    numerator="Children waiting for an autism or ADHD assessment on the last day of the quarter",
    denominator="",
    formula=Latest(of="neurodevelopmental_waiting"),
    unit="count",
    decimals=0,
    better="lower",
    least_change=250,
    least_change_basis="illustrative: 250 children, as many as wait in a few weeks more",
    rated_from=0,
    basis=MS,
    weaknesses=(8,),
    areas=(NHS_KENT_AND_MEDWAY,),
    targets=(Target(since="2019/20 Q3", value=2500, floor=4000, basis="illustrative"),),
    source="Quarterly return, workstream 5, from NHS Kent and Medway",
    companions=("neurodevelopmental_over_52_weeks",),
    caution="The NHS area includes Medway, so it is not Kent alone. A child waiting for both assessments may count "
    "twice, and may also stand in the list for community paediatrics (to be confirmed with the provider). "
    "Counts from different years do not always cover the same ages and providers: 2,821 (under 18, one "
    "provider) in November 2020; over 9,000 for autism and over 4,000 for ADHD about 2025.",
    tier="supporting",
    tier_reason="Always shown beside the waits over 52 weeks as their companion.",
    grounds=(own_return(5),),
    written_by="NHS children's services analyst",
    checked_by="NHS head of performance",
    next_review=date(2026, 6, 30),
    examples=(
        Example({"neurodevelopmental_waiting": 2821}, gives=2821.0),
        Example({"neurodevelopmental_waiting": "x"}, gives=Reason.NOT_AVAILABLE),
        Example({}, gives=Reason.NOT_RETURNED),
    ),
)
