"""SEND tribunal appeals per 100 appealable decisions."""

from datetime import date

from kpis.basis import annual
from kpis.formulas import Share
from kpis.kpi import Example, Kpi, Target
from kpis.outcome import Reason

KPI = Kpi(
    module=__name__,
    title="SEND tribunal appeals per 100 appealable decisions",
    question="Of the decisions that families could appeal against in the year, how many were taken to the tribunal?",
    why="An appeal is a family that has lost faith in the decision, and months more without the right help. The board "
    "owns the answer.",
    numerator="Appeals registered with the SEND tribunal in the calendar year",
    denominator="Decisions in the same year that could be appealed",
    formula=Share(of="appeals_registered", out_of="appealable_decisions"),
    unit="percent",
    decimals=1,
    better="lower",
    least_change=0.3,
    least_change_basis="illustrative: 0.3 percentage points",
    rated_from=100,
    basis=annual("calendar", reported_in=4),
    weaknesses=(1, 6, 7),
    targets=(Target(since="2019/20 Q4", value=2, floor=3.5, basis="illustrative; England 3.2% in 2024"),),
    source="Quarterly return, workstream 4, in January to March for the calendar year before; the DfE publishes the same "
    "figure",
    published="tribunal_appeal_rate",
    companions=("requests_refused",),
    caution="Reported once a year and carried forward in the quarters between. A low rate can mean good decisions, or "
    "families without the strength to appeal. Appeals lag decisions by months, so a year's appeals partly belong "
    "to the decisions of the year before.",
    written_by="Programme office analyst",
    checked_by="Head of management information",
    next_review=date(2027, 5, 1),
    examples=(
        Example({"appeals_registered": 120, "appealable_decisions": 6000}, gives=2.0),
        Example({"appeals_registered": 120, "appealable_decisions": 6000}, gives=2.0, quarter="2023/24 Q4"),
        Example({"appeals_registered": 0, "appealable_decisions": 0}, gives=Reason.ZERO_DENOMINATOR),
        Example({"appeals_registered": 120}, gives=Reason.NOT_RETURNED),
        Example({}, gives=Reason.NOT_COLLECTED_YET, quarter="2019/20 Q2"),
    ),
)
