"""Requests for assessment refused."""

from datetime import date

from kpis.basis import Q
from kpis.formulas import Share
from kpis.kpi import Example, Expected, Kpi
from kpis.outcome import Reason

KPI = Kpi(
    module=__name__,
    title="Requests for assessment refused",
    question="Of the requests received in the quarter, how many were refused an assessment?",
    why="A refusal ends the road for a family unless they appeal. An unusual rate says that the threshold, or the "
    "requests, have changed.",
    numerator="Requests refused in the quarter",
    denominator="Requests received in the quarter",
    formula=Share(of="requests_refused", out_of="requests_received"),
    unit="percent",
    decimals=1,
    better=None,
    basis=Q,
    weaknesses=(6,),
    expected=Expected(low=20, high=35, basis="illustrative; England 25.2% in 2024"),
    source="Quarterly return, workstream 3; the DfE publishes the same figure by calendar year",
    published="requests_refused",
    companions=("requests_received", "tribunal_appeal_rate"),
    breaks={"2022/23 Q4": "DfE's SEN2 return changes from totals to one record per person"},
    caution="Neither high nor low is good in itself, so it is not rated. A refusal may belong to a request from the "
    "quarter before, so one quarter can mislead. Kent's figure rose from 31.2% in 2023 to 55.0% in 2024, against "
    "25.2% in England.",
    written_by="SEND performance analyst",
    checked_by="Head of management information",
    next_review=date(2026, 9, 1),
    examples=(
        Example({"requests_refused": 220, "requests_received": 1000}, gives=22.0),
        Example({"requests_refused": 0, "requests_received": 0}, gives=Reason.ZERO_DENOMINATOR),
        Example({"requests_refused": 220}, gives=Reason.NOT_RETURNED),
    ),
)
