"""Audiology: children waiting more than a year."""

from datetime import date

from kpis.basis import MS
from kpis.formulas import PublishedValue
from kpis.grounds import COMMUNITY_WAITS
from kpis.kpi import Example, Kpi, Target
from kpis.outcome import Reason
from programme.areas import NHS_KENT_AND_MEDWAY

KPI = Kpi(
    module=__name__,
    title="Audiology: children waiting more than a year",
    short="Hearing service: over a year",
    question="How many children had waited more than a year for audiology at the end of the quarter?",
    why="A year is a long part of a childhood, and an average hides it.",
    numerator="Children and young people who had waited more than 52 weeks for audiology at the end of the last month of "
    "the quarter",
    denominator="",
    formula=PublishedValue(series="audiology_waiting_over_52_weeks"),
    unit="count",
    decimals=0,
    better="lower",
    basis=MS,
    weaknesses=(8,),
    areas=(NHS_KENT_AND_MEDWAY,),
    targets=(Target(since="2022/23 Q4", value=0, floor=20, basis="illustrative"),),
    least_change=5,
    least_change_basis="illustrative: five children",
    rated_from=0,
    source="NHS England, Community health services waiting lists, published monthly: the last month of the quarter",
    published="audiology_waiting_over_52_weeks",
    caution="The NHS area includes Medway, so it is not Kent alone. Management data with little checking. What is held "
    "ends in July 2023, so quarters after June 2023 have no figure. It looks at those still waiting: closing the longest "
    "waits makes it fall at once.",
    tier="supporting",
    tier_reason="Read beside the number waiting for the same service.",
    grounds=(COMMUNITY_WAITS,),
    written_by="NHS children's services analyst",
    checked_by="NHS head of performance",
    next_review=date(2027, 4, 30),
    examples=(
        Example({"audiology_waiting_over_52_weeks": 6}, gives=6.0, quarter="2023/24 Q1"),
        Example({}, gives=Reason.NOT_PUBLISHED),
    ),
)
