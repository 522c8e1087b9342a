"""Autism: first appointments after more than 13 weeks."""

from datetime import date

from kpis.basis import Q
from kpis.formulas import PublishedValue
from kpis.kpi import Example, Ground, Kpi
from kpis.outcome import Reason
from programme.areas import NHS_KENT_AND_MEDWAY

KPI = Kpi(
    module=__name__,
    title="Autism: first appointments after more than 13 weeks",
    short="Autism: first seen after 13 weeks",
    question="Of the young people aged 10 to 17 whose autism referral had been open 13 weeks or more, how many had a first "
    "appointment after that time?",
    why="NICE asks that an assessment is started within 3 months of referral. A first appointment is not yet an "
    "assessment, but nothing nearer is published for the area.",
    numerator="Open referrals, aged 10 to 17, whose first appointment came after more than 13 weeks",
    denominator="Referrals for suspected autism, aged 10 to 17, that have been open 13 weeks or more",
    formula=PublishedValue(series="autism_first_appointment_after_13_weeks_age_10_to_17"),
    unit="percent",
    decimals=0,
    better=None,
    basis=Q,
    weaknesses=(8,),
    areas=(NHS_KENT_AND_MEDWAY,),
    source="NHS England Digital, autism statistics, published monthly: the last month of the quarter",
    published="autism_first_appointment_after_13_weeks_age_10_to_17",
    companions=("neurodevelopmental_waiting", "neurodevelopmental_over_52_weeks"),
    caution="The NHS area includes Medway, so it is not Kent alone. Ages 10 to 17 only: children under 10, who are "
    "published apart, are as needed. A fall can mean that fewer children are seen at all, while more wait "
    "without any appointment: from 37% in April 2019 to 5% in June 2023. So it is not rated. Of the three "
    "months of a quarter only the last is shown. The series ends in June 2023, because from the September 2023 "
    "release NHS England counts an open referral by another rule.",
    tier="supporting",
    tier_reason="The series ended in June 2023 and a fall means two things; off the board's first pages.",
    grounds=(
        Ground(
            "guidance",
            "NICE quality standard QS51, statement 1: assessment started within 3 months of referral",
            "21 January 2014",
        ),
        Ground(
            "return",
            "NHS England, Autism Waiting Time Statistics; open referrals counted anew since September 2023",
            "September 2023",
        ),
    ),
    written_by="Public health analyst",
    checked_by="NHS head of performance",
    next_review=date(2027, 8, 31),
    examples=(
        Example({"autism_first_appointment_after_13_weeks_age_10_to_17": 5}, gives=5.0, quarter="2023/24 Q1"),
        Example({"autism_first_appointment_after_13_weeks_age_10_to_17": "x"}, gives=Reason.NOT_AVAILABLE),
        Example({}, gives=Reason.NOT_PUBLISHED),
    ),
)
