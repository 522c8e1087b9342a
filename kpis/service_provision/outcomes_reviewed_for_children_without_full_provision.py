"""Children without full-time provision whose outcomes were reviewed."""

from datetime import date

from kpis.basis import Q
from kpis.formulas import Share
from kpis.grounds import own_return
from kpis.kpi import Example, Kpi, Target
from kpis.outcome import Reason
from programme.areas import DISTRICTS, KENT

KPI = Kpi(
    module=__name__,
    title="Children without full-time provision whose outcomes were reviewed",
    short="Outcomes reviewed",
    question="For children who have had no full-time place, has anyone looked at what they have lost and what they need "
    "now?",
    why="Inspectors found no system to put right what missing provision had cost a child. This is the only measure that "
    "asks whether anybody looked.",
    numerator="Children without full-time provision whose outcomes were reviewed in the quarter",
    denominator="Children of school age, with a plan or on SEN support, who at any time in the quarter had no full-time "
    "provision; a part-time timetable counts",
    formula=Share(of="children_without_provision_reviewed", out_of="children_without_provision"),
    unit="percent",
    decimals=0,
    better="higher",
    least_change=3,
    least_change_basis="illustrative: three percentage points",
    rated_from=10,
    basis=Q,
    weaknesses=(9,),
    areas=(KENT, *DISTRICTS),
    targets=(Target(since="2020/21 Q1", value=95, floor=80, basis="illustrative"),),
    source="Quarterly return, workstream 5, from Kent County Council",
    caution="A review is not yet a remedy: it says that somebody looked, not that anything changed. Where it is missing, "
    "nothing says whether anybody looked, which must be shown as such and never read as good news. District numbers are "
    "small and may be hidden.",
    tier="headline",
    tier_reason="The only measure of whether what children missed is looked at: weakness 9.",
    grounds=(own_return(5),),
    written_by="SEND performance analyst",
    checked_by="Head of management information",
    next_review=date(2026, 7, 31),
    examples=(
        Example({"children_without_provision_reviewed": 171, "children_without_provision": 180}, gives=95.0),
        Example({"children_without_provision_reviewed": 0, "children_without_provision": 0}, gives=Reason.ZERO_DENOMINATOR),
        Example({"children_without_provision_reviewed": "c", "children_without_provision": 4}, gives=Reason.SUPPRESSED),
        Example({}, gives=Reason.NOT_COLLECTED_YET, quarter="2019/20 Q4"),
        Example({"children_without_provision": 180}, gives=Reason.NOT_RETURNED),
    ),
)
