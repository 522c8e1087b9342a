"""Schools using the whole-school nurture approach."""

from datetime import date

from kpis.basis import MS
from kpis.formulas import Share
from kpis.grounds import own_return
from kpis.kpi import Example, Kpi, Target
from kpis.outcome import Reason

KPI = Kpi(
    module=__name__,
    title="Schools using the whole-school nurture approach",
    short="Schools using nurture",
    question="How many schools use the whole-school nurture approach?",
    why="Nurture looks for the reason behind behaviour, and is meant to keep children in school who would otherwise be "
    "sent home.",
    numerator="Schools using the whole-school nurture approach",
    denominator="State-funded schools on the last day of the quarter",
    formula=Share(of="schools_using_nurture", out_of="schools"),
    unit="percent",
    decimals=0,
    better="higher",
    least_change=2,
    least_change_basis="illustrative: two percentage points, about 12 schools",
    rated_from=10,
    basis=MS,
    weaknesses=(2,),
    targets=(Target(since="2021/22 Q3", value=30, floor=20, basis="illustrative"),),
    source="Quarterly return, workstream 2",
    caution="Schools say themselves that they use it; how well is not measured. Schools that stop may not tell anyone. "
    "150 schools by November 2021.",
    tier="supporting",
    tier_reason="A programme is a means; off the board's first pages.",
    grounds=(own_return(2),),
    written_by="School improvement analyst",
    checked_by="Principal education adviser",
    next_review=date(2026, 7, 31),
    examples=(
        Example({"schools_using_nurture": 174, "schools": 580}, gives=30.0),
        Example({"schools_using_nurture": 0, "schools": 0}, gives=Reason.ZERO_DENOMINATOR),
        Example({}, gives=Reason.NOT_COLLECTED_YET, quarter="2021/22 Q2"),
    ),
)
