"""Requests decided within 6 weeks."""

from datetime import date

from kpis.basis import Q
from kpis.formulas import Share
from kpis.grounds import COVID_REGULATIONS, SEN2_2025, SEN2_BREAK, send_regulation
from kpis.kpi import Example, Kpi, Target
from kpis.outcome import Reason

KPI = Kpi(
    module=__name__,
    title="Requests decided within 6 weeks",
    short="Requests decided in 6 weeks",
    question="How many requests for an assessment were answered, yes or no, within the 6 weeks the law allows?",
    why="It is the first promise the law makes to a family, and every later step waits for it.",
    numerator="Requests on which the decision to assess or not was made within 6 weeks",
    denominator="All requests decided in the quarter",
    formula=Share(of="requests_decided_within_6_weeks", out_of="requests_decided"),
    unit="percent",
    decimals=1,
    better="higher",
    least_change=2,
    least_change_basis="illustrative: two percentage points",
    rated_from=10,
    basis=Q,
    weaknesses=(6,),
    targets=(Target(since="2019/20 Q3", value=95, floor=85, basis="illustrative"),),
    source="Quarterly return, workstream 3; the DfE publishes the same figure by calendar year from 2023",
    published="requests_decided_within_6_weeks",
    companions=("requests_refused",),
    breaks={"2021/22 Q4": SEN2_BREAK},
    caution="A refusal within 6 weeks counts as well as an agreement: read it with the share refused. It counts "
    "requests decided, not those still waiting for a decision. From 1 May to 25 September 2020 Covid "
    "regulations relaxed the time limit.",
    tier="supporting",
    tier_reason="The first step; the whole way is on the first pages.",
    grounds=(
        send_regulation("4(1)"),
        send_regulation("5(1)", confirmed=False),
        COVID_REGULATIONS,
        SEN2_2025,
    ),
    written_by="SEND performance analyst",
    checked_by="Head of management information",
    next_review=date(2027, 4, 1),
    examples=(
        Example({"requests_decided_within_6_weeks": 855, "requests_decided": 900}, gives=95.0),
        Example({"requests_decided_within_6_weeks": 0, "requests_decided": 0}, gives=Reason.ZERO_DENOMINATOR),
        Example({"requests_decided_within_6_weeks": "x", "requests_decided": 900}, gives=Reason.NOT_AVAILABLE),
    ),
)
