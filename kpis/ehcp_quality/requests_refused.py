"""Requests for assessment refused."""

from datetime import date

from kpis.basis import Q
from kpis.formulas import Share
from kpis.grounds import SEN2_2025, SEN2_BREAK, send_regulation
from kpis.kpi import Example, Expected, Kpi
from kpis.outcome import Reason

KPI = Kpi(
    module=__name__,
    title="Requests for assessment refused",
    short="Requests refused",
    question="For every 100 requests that came in during the quarter, how many were refused an assessment?",
    why="A refusal leaves a family to appeal, to try mediation or to ask again later. An unusual rate can say that the "
    "threshold, or the requests, have changed.",
    numerator="Requests refused in the quarter",
    denominator="Requests received in the quarter",
    formula=Share(of="requests_refused", out_of="requests_received"),
    unit="percent",
    decimals=1,
    better=None,
    basis=Q,
    weaknesses=(6,),
    expected=Expected(low=20, high=35, basis="illustrative; England 25.2% in 2024"),
    source="Quarterly return, workstream 3; the DfE publishes a figure by calendar year that follows the requests "
    "received in the year",
    published="requests_refused",
    companions=("requests_received", "tribunal_appeal_rate"),
    breaks={"2021/22 Q4": SEN2_BREAK},
    caution="Neither high nor low is good in itself, so it is not rated. Refusals made in the quarter are set against "
    "requests received in it, which are partly other children: one quarter can mislead, and more than 100 is possible. "
    "The DfE follows the requests received in a year to their own outcome. Kent's published figure rose from 31.2% in "
    "2023 to 55.0% in 2024, against 25.2% in England.",
    tier="supporting",
    tier_reason="It has no better direction; appeals, which follow from it, are on the first pages.",
    grounds=(
        send_regulation("4(1)"),
        SEN2_2025,
    ),
    written_by="SEND performance analyst",
    checked_by="Head of management information",
    next_review=date(2026, 9, 1),
    examples=(
        Example({"requests_refused": 220, "requests_received": 1000}, gives=22.0),
        Example({"requests_refused": 0, "requests_received": 0}, gives=Reason.ZERO_DENOMINATOR),
        Example({"requests_refused": 220}, gives=Reason.NOT_RETURNED),
    ),
)
