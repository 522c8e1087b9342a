"""Special schools with a named specialist nurse."""

from datetime import date

from kpis.basis import MS
from kpis.formulas import Share
from kpis.grounds import own_return
from kpis.kpi import Example, Kpi, Target
from kpis.outcome import Reason

KPI = Kpi(
    module=__name__,
    title="Special schools with a named specialist nurse",
    short="Special schools with a nurse",
    question="How many special schools have a nurse they can name?",
    why="Children with complex health needs can only be at school if somebody there can look after them.",
    numerator="Special schools with a named specialist nurse",
    denominator="Special schools on the last day of the quarter",
    formula=Share(of="special_schools_with_nurse", out_of="special_schools"),
    unit="percent",
    decimals=0,
    better="higher",
    least_change=4,
    least_change_basis="illustrative: four percentage points, one school of 24",
    rated_from=10,
    basis=MS,
    weaknesses=(8,),
    targets=(Target(since="2020/21 Q1", value=100, floor=95, basis="programme commitment"),),
    source="Quarterly return, workstream 5, from Kent County Council",
    caution="There are about 24 special schools, so each one is about 4 points: 23 of 24 already falls short of the "
    "target. A name on a list is not hours in the school.",
    tier="supporting",
    tier_reason="Met since November 2021; off the board's first pages.",
    grounds=(own_return(5),),
    written_by="Public health analyst",
    checked_by="Head of management information",
    next_review=date(2027, 2, 28),
    examples=(
        Example({"special_schools_with_nurse": 18, "special_schools": 24}, gives=75.0),
        Example({"special_schools_with_nurse": 24, "special_schools": 24}, gives=100.0),
        Example({"special_schools_with_nurse": "x", "special_schools": 24}, gives=Reason.NOT_AVAILABLE),
        Example({}, gives=Reason.NOT_COLLECTED_YET, quarter="2019/20 Q4"),
    ),
)
