"""Schools that completed the Inclusion Leadership Programme."""

from datetime import date

from kpis.basis import MS
from kpis.formulas import Share
from kpis.grounds import own_return
from kpis.kpi import Example, Kpi, Target
from kpis.outcome import Reason
from programme.areas import DISTRICTS, KENT

KPI = Kpi(
    module=__name__,
    title="Schools that completed the Inclusion Leadership Programme",
    short="Schools in inclusion programme",
    question="How many schools have completed the Inclusion Leadership Programme?",
    why="Much of whether a child with SEND is welcome is decided by the head. The programme is meant to win heads over.",
    numerator="Schools that have completed the Inclusion Leadership Programme so far",
    denominator="State-funded schools on the last day of the quarter",
    formula=Share(of="schools_completed_inclusion_programme", out_of="schools"),
    unit="percent",
    decimals=0,
    better="higher",
    least_change=2,
    least_change_basis="illustrative: two percentage points, about 12 schools",
    rated_from=10,
    basis=MS,
    weaknesses=(2,),
    areas=(KENT, *DISTRICTS),
    targets=(Target(since="2021/22 Q1", value=50, floor=30, basis="illustrative"),),
    source="Quarterly return, workstream 2",
    caution="It can hardly fall: a school that completed it years ago still counts, whoever leads it now. Completing a "
    "programme is not inclusion: read it with suspensions and mainstream places. Over 100 of about 580 schools were "
    "engaged by November 2021.",
    tier="supporting",
    tier_reason="A programme is a means; off the board's first pages.",
    grounds=(own_return(2),),
    written_by="School improvement analyst",
    checked_by="Principal education adviser",
    next_review=date(2026, 7, 31),
    examples=(
        Example({"schools_completed_inclusion_programme": 203, "schools": 580}, gives=35.0),
        Example({"schools_completed_inclusion_programme": "x", "schools": 580}, gives=Reason.NOT_AVAILABLE),
        Example({"schools": 580}, gives=Reason.NOT_RETURNED),
        Example({}, gives=Reason.NOT_COLLECTED_YET, quarter="2020/21 Q4"),
    ),
)
