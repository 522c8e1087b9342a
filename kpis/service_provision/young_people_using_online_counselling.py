"""Young people using online counselling."""

from datetime import date

from kpis.basis import Q
from kpis.formulas import Count
from kpis.grounds import own_return
from kpis.kpi import Example, Expected, Kpi
from kpis.outcome import Reason
from programme.areas import NHS_KENT_AND_MEDWAY

KPI = Kpi(
    module=__name__,
    title="Young people using online counselling",
    short="Online counselling",
    question="How many young people used the online counselling service?",
    why="It is open to all without a referral, for young people who would wait long elsewhere or never ask.",
    numerator="Young people who used the online counselling service in the quarter",
    denominator="",
    formula=Count(of="online_counselling_users"),
    unit="count",
    decimals=0,
    better=None,
    basis=Q,
    weaknesses=(8,),
    areas=(NHS_KENT_AND_MEDWAY,),
    expected=Expected(low=800, high=2000, basis="illustrative"),
    source="Quarterly return, workstream 5, from NHS Kent and Medway",
    seasonal=True,
    caution="The NHS area includes Medway, so it is not Kent alone. More use is neither good nor bad: it can mean better "
    "reach, or more distress. The service is for ages 10 to 25 and does not record SEND, so it is not a count of "
    "children with SEND.",
    tier="supporting",
    tier_reason="It is use, of a service open to all, and has no better direction; off the board's first pages.",
    grounds=(own_return(5),),
    written_by="Public health analyst",
    checked_by="NHS head of performance",
    next_review=date(2027, 8, 31),
    examples=(
        Example({"online_counselling_users": 1250}, gives=1250.0),
        Example({"online_counselling_users": "c"}, gives=Reason.SUPPRESSED),
        Example({}, gives=Reason.NOT_RETURNED),
    ),
)
