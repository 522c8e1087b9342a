"""Quarterly returns received on time."""

from datetime import date

from kpis.basis import Q
from kpis.formulas import Share
from kpis.kpi import Example, Ground, Kpi, Target
from kpis.outcome import Reason

KPI = Kpi(
    module=__name__,
    title="Quarterly returns received on time",
    short="Returns received on time",
    question="Did the quarterly returns arrive within 25 working days of the end of the quarter?",
    why="A board that sees figures late, or half of them, decides on guesses.",
    numerator="Quarterly returns received by their due date",
    denominator="Quarterly returns due for the quarter",
    formula=Share(of="returns_received_on_time", out_of="returns_due"),
    unit="percent",
    decimals=0,
    better="higher",
    least_change=20,
    least_change_basis="illustrative: 20 percentage points, one return of five; every return is counted, so a few suffice",
    rated_from=1,
    basis=Q,
    weaknesses=(7,),
    targets=(Target(since="2019/20 Q3", value=100, floor=80, basis="programme rule"),),
    source="Worked out from the returns themselves; no return carries it",
    caution="In time says nothing of whether the figures were right: a return that was corrected later still counts as on "
    "time. Provisional returns count as well as final ones.",
    tier="supporting",
    tier_reason="How the programme works, not what changed for a child; off the board's first pages.",
    grounds=(Ground("return", "Rule of the programme: due 25 working days after the quarter", "first due for 2019/20 Q1"),),
    written_by="Programme office analyst",
    checked_by="Head of management information",
    next_review=date(2027, 1, 31),
    examples=(
        Example({"returns_received_on_time": 4, "returns_due": 5}, gives=80.0),
        Example({"returns_received_on_time": 0, "returns_due": 5}, gives=0.0),
        Example({"returns_received_on_time": 0, "returns_due": 0}, gives=Reason.ZERO_DENOMINATOR),
        Example({}, gives=Reason.NOT_RETURNED),
    ),
)
