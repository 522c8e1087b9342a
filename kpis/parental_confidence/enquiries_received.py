"""Enquiries received by the hub."""

from datetime import date

from kpis.basis import Q
from kpis.formulas import Count
from kpis.grounds import own_return
from kpis.kpi import Example, Expected, Kpi
from kpis.outcome import Reason

KPI = Kpi(
    module=__name__,
    title="Enquiries received by the hub",
    short="Enquiries received",
    question="How many times did parents get in touch with the SEND enquiries hub?",
    why="It shows how much there is to answer. A sudden rise can be the first sign that something has gone wrong.",
    numerator="Enquiries received by the hub in the quarter",
    denominator="",
    formula=Count(of="enquiries_received"),
    unit="count",
    decimals=0,
    better=None,
    basis=Q,
    weaknesses=(1,),
    expected=Expected(low=2000, high=3200, basis="illustrative"),
    source="Quarterly return, workstream 1, from the hub's call records",
    seasonal=True,
    caution="The SEND enquiries hub opened in April 2023, so there is no figure before then. More is neither good nor "
    "bad: it can mean that the hub is better known, or that more has gone wrong. One family may call many times. Compare "
    "with the same quarter last year.",
    tier="supporting",
    tier_reason="It is demand, and has no better direction.",
    grounds=(own_return(1),),
    written_by="Customer contact analyst",
    checked_by="Head of management information",
    next_review=date(2027, 9, 30),
    examples=(
        Example({"enquiries_received": 2450}, gives=2450.0),
        Example({}, gives=Reason.NOT_COLLECTED_YET, quarter="2022/23 Q4"),
        Example({"enquiries_received": "x"}, gives=Reason.NOT_AVAILABLE),
    ),
)
