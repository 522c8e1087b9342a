"""Children seen by mental health services over twelve months."""

from datetime import date

from kpis.basis import MS
from kpis.formulas import Rate
from kpis.grounds import own_return
from kpis.kpi import Example, Ground, Kpi, Target
from kpis.outcome import Reason
from programme.areas import NHS_KENT_AND_MEDWAY

KPI = Kpi(
    module=__name__,
    title="Children's mental health: children seen over 12 months, per 1,000",
    short="Mental health access",
    question="Of every 1,000 children, how many had at least one contact with NHS-funded mental health services in 12 "
    "months?",
    why="Waits look short where few are let in. This figure says how many children are reached at all.",
    numerator="Children and young people under 18 with at least one contact in the 12 months to the end of the quarter",
    denominator="Children and young people under 18 in the NHS area, by the newest mid-year estimate",
    formula=Rate(of="mental_health_contacts_12_months", out_of="children_under_18", per=1000),
    unit="rate",
    per="per 1,000 children under 18",
    decimals=1,
    better="higher",
    least_change=1,
    least_change_basis="illustrative: one child in 1,000",
    rated_from=1000,
    basis=MS,
    weaknesses=(8,),
    areas=(NHS_KENT_AND_MEDWAY,),
    targets=(Target(since="2019/20 Q3", value=55, floor=45, basis="illustrative"),),
    source="Quarterly return, workstream 5, from NHS Kent and Medway; NHS England publishes it each month for each ICB, "
    "which is not held here",
    companions=("camhs_within_18_weeks",),
    caution="The NHS area includes Medway, so it is not Kent alone. One contact counts as much as a year of treatment, "
    "and says nothing of help or of waiting. It counts all children, not those with SEND. Twelve months overlap from "
    "quarter to quarter, so it turns slowly. More can mean better reach, or more distress.",
    tier="supporting",
    tier_reason="It counts all children and not those with SEND.",
    grounds=(
        Ground(
            "return",
            "NHS England, Mental Health Services Monthly Statistics: under 18 with at least one contact, rolling 12 months",
            "monthly",
            confirmed=False,
        ),
        own_return(5),
    ),
    written_by="NHS children's services analyst",
    checked_by="NHS head of performance",
    next_review=date(2027, 4, 30),
    examples=(
        Example({"mental_health_contacts_12_months": 25800, "children_under_18": 430000}, gives=60.0),
        Example({"mental_health_contacts_12_months": "x", "children_under_18": 430000}, gives=Reason.NOT_AVAILABLE),
        Example({"children_under_18": 430000}, gives=Reason.NOT_RETURNED),
    ),
)
