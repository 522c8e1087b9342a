"""Pupils with SEND on part-time timetables."""

from datetime import date

from kpis.basis import MS
from kpis.formulas import Latest
from kpis.grounds import ATTENDANCE_GUIDANCE, own_return
from kpis.kpi import Example, Kpi, Target
from kpis.outcome import Reason
from programme.areas import DISTRICTS, KENT

KPI = Kpi(
    module=__name__,
    title="Pupils with SEND on part-time timetables",
    short="Part-time timetables",
    question="How many pupils with SEND are not in school full time?",
    why="A part-time timetable should be short and rare. Where it lasts, the child is shut out of part of every week.",
    numerator="Pupils with SEND on a part-time timetable on the last day of the quarter",
    denominator="",
    formula=Latest(of="pupils_send_part_time"),
    unit="count",
    decimals=0,
    better="lower",
    least_change=15,
    least_change_basis="illustrative: 15 pupils",
    rated_from=0,
    basis=MS,
    weaknesses=(2, 9),
    areas=(KENT, *DISTRICTS),
    targets=(Target(since="2019/20 Q3", value=150, floor=250, basis="illustrative"),),
    source="Quarterly return, workstream 2",
    seasonal=True,
    caution="Kent asks schools to tell it, but not all do: better reporting makes it rise. A count on one day does not "
    "say for how long. Districts are of different sizes.",
    tier="supporting",
    tier_reason="It rises with better reporting, so it cannot lead.",
    grounds=(
        ATTENDANCE_GUIDANCE,
        own_return(2),
    ),
    written_by="Education performance analyst",
    checked_by="Principal education adviser",
    next_review=date(2026, 11, 1),
    examples=(
        Example({"pupils_send_part_time": 186}, gives=186.0),
        Example({"pupils_send_part_time": "c"}, gives=Reason.SUPPRESSED),
        Example({"pupils_send_part_time": "x"}, gives=Reason.NOT_AVAILABLE),
        Example({}, gives=Reason.NOT_RETURNED),
    ),
)
