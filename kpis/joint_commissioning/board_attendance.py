"""Improvement board members attending."""

from datetime import date

from kpis.basis import Q
from kpis.formulas import Share
from kpis.grounds import own_return
from kpis.kpi import Example, Kpi, Target
from kpis.outcome import Reason

KPI = Kpi(
    module=__name__,
    title="Improvement board members attending",
    short="Board attendance",
    question="Do the people who sit on the improvement board come to it?",
    why="Inspectors found weak governance. Decisions need the people who can make them in the room.",
    numerator="Members who attended, added up over the quarter's meetings",
    denominator="Places at the same meetings",
    formula=Share(of="board_attendances", out_of="board_places"),
    unit="percent",
    decimals=0,
    better="higher",
    least_change=5,
    least_change_basis="illustrative: five percentage points",
    rated_from=10,
    basis=Q,
    weaknesses=(7,),
    targets=(Target(since="2019/20 Q3", value=90, floor=75, basis="illustrative"),),
    source="Quarterly return, workstream 4, from the board's minutes",
    caution="It counts people in the room, not decisions or challenge. A deputy counts as attending. In a quarter "
    "without a meeting there is no figure.",
    tier="supporting",
    tier_reason="Attendance is a means; off the board's first pages.",
    grounds=(own_return(4),),
    written_by="Programme office analyst",
    checked_by="Head of management information",
    next_review=date(2026, 5, 31),
    examples=(
        Example({"board_attendances": 54, "board_places": 60}, gives=90.0),
        Example({"board_attendances": 0, "board_places": 0}, gives=Reason.ZERO_DENOMINATOR),
        Example({"board_places": 60}, gives=Reason.NOT_RETURNED),
    ),
)
