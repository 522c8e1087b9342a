"""People taking part in co-production activities."""

from datetime import date

from kpis.basis import Q
from kpis.formulas import Count
from kpis.grounds import own_return
from kpis.kpi import Example, Kpi, Target
from kpis.outcome import Reason

KPI = Kpi(
    module=__name__,
    title="People taking part in co-production activities",
    short="People in co-production",
    question="How many parents, carers and young people helped to shape services this quarter?",
    why="Inspectors found that families had a limited role in designing services. Taking part comes before having a say.",
    numerator="People taking part in co-production activities in the quarter",
    denominator="",
    formula=Count(of="engagement_participants"),
    unit="count",
    decimals=0,
    better="higher",
    least_change=100,
    least_change_basis="illustrative: 100 people",
    rated_from=0,
    basis=Q,
    weaknesses=(3,),
    targets=(Target(since="2019/20 Q3", value=900, floor=500, basis="illustrative"),),
    source="Quarterly return, workstream 1, participation records",
    companions=("service_changes_co_produced",),
    seasonal=True,
    caution="It counts attendances that were recorded, so one person at three events may count three times, and it says "
    "nothing of what changed. A campaign can fill one quarter: 2,466 people in 221 activities were reported for "
    "July to November 2021.",
    tier="supporting",
    tier_reason="It counts people in rooms, which inspectors called activity.",
    grounds=(own_return(1),),
    written_by="Participation and engagement analyst",
    checked_by="Head of management information",
    next_review=date(2027, 3, 31),
    examples=(
        Example({"engagement_participants": 940}, gives=940.0),
        Example({"engagement_participants": 0}, gives=0.0),
        Example({"engagement_participants": "x"}, gives=Reason.NOT_AVAILABLE),
        Example({}, gives=Reason.NOT_RETURNED),
    ),
)
