"""SEND tribunal appeals per 100 appealable decisions."""

from datetime import date

from kpis.basis import annual
from kpis.formulas import Share
from kpis.grounds import APPEAL_RATE, own_return
from kpis.kpi import Example, Kpi, Target
from kpis.outcome import Reason

KPI = Kpi(
    module=__name__,
    title="SEND tribunal appeal rate",
    short="Tribunal appeals",
    question="For every 100 decisions that families could appeal against, how many appeals were registered with the "
    "tribunal?",
    why="An appeal is a family that has lost faith in the decision, and months more without the right help. The board "
    "owns the answer.",
    numerator="Appeals registered with the SEND tribunal in the calendar year",
    denominator="Refusals to assess in the year, assessments in it that ended without a plan, plans in place at the "
    "January census after it, and plans ended in it because needs were met without one",
    formula=Share(of="appeals_registered", out_of="appealable_decisions"),
    unit="percent",
    decimals=1,
    better="lower",
    least_change=0.3,
    least_change_basis="illustrative: 0.3 percentage points",
    rated_from=100,
    basis=annual("calendar", reported_in=4),
    weaknesses=(1, 6, 7),
    targets=(Target(since="2019/20 Q4", value=2, floor=3.5, basis="illustrative; England 1.8% in 2019"),),
    source="Quarterly return, workstream 4, in January to March for the calendar year before; the Ministry of Justice "
    "publishes the rate each June, and the DfE's interactive tool repeats it",
    published="tribunal_appeal_rate",
    companions=("requests_refused",),
    caution="Reported once a year and carried forward in the quarters between. More than nine tenths of the "
    "denominator is plans in place, so it moves with the number of plans. The official rate comes out in June, "
    "so in January to March the return is the council's own count. Two methods exist for 2024, which give Kent "
    "6.6% and, to be confirmed, 10.6%: this one is the first, on all appealable decisions. A low rate can mean "
    "good decisions, or families without the strength to appeal.",
    tier="headline",
    tier_reason="What families do who have lost faith in a decision: weaknesses 1, 6 and 7.",
    grounds=(
        APPEAL_RATE,
        own_return(4),
    ),
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
