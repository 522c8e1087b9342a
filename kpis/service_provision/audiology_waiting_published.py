"""Audiology: children waiting, as published."""

from datetime import date

from kpis.basis import MS
from kpis.formulas import PublishedValue
from kpis.grounds import COMMUNITY_WAITS
from kpis.kpi import Example, Kpi
from kpis.outcome import Reason
from programme.areas import NHS_KENT_AND_MEDWAY

KPI = Kpi(
    module=__name__,
    title="Audiology: children waiting, as published",
    short="Hearing service: waiting",
    question="How many children were waiting for audiology at the end of the quarter?",
    why="A share says nothing of how many wait.",
    numerator="Children and young people on the waiting list for audiology at the end of the last month of the quarter",
    denominator="",
    formula=PublishedValue(series="audiology_waiting"),
    unit="count",
    decimals=0,
    better=None,
    basis=MS,
    weaknesses=(8,),
    areas=(NHS_KENT_AND_MEDWAY,),
    rated_from=0,
    source="NHS England, Community health services waiting lists, published monthly: the last month of the quarter",
    published="audiology_waiting",
    caution="The NHS area includes Medway, so it is not Kent alone. Management data with little checking. What is held "
    "ends in July 2023, so quarters after June 2023 have no figure. More can mean more need or fewer appointments, so it "
    "is not rated.",
    tier="supporting",
    tier_reason="It has no better direction; the waits over a year lead.",
    grounds=(COMMUNITY_WAITS,),
    written_by="NHS children's services analyst",
    checked_by="NHS head of performance",
    next_review=date(2027, 4, 30),
    examples=(
        Example({"audiology_waiting": 605}, gives=605.0, quarter="2023/24 Q1"),
        Example({}, gives=Reason.NOT_PUBLISHED),
    ),
)
