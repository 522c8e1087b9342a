"""Appeals decided at a hearing in the family's favour."""

from datetime import date

from kpis.basis import R12M
from kpis.formulas import Share
from kpis.grounds import own_return
from kpis.kpi import Example, Ground, Kpi, Target
from kpis.outcome import Reason

KPI = Kpi(
    module=__name__,
    title="Appeals decided in the family's favour, rolling 12 months",
    short="Appeals won by families",
    question="Of the appeals that the tribunal decided at a hearing, how many went the family's way, wholly or in part?",
    why="Each one is help that the child should have had without a hearing, months earlier.",
    numerator="Appeals that the SEND tribunal decided at a hearing wholly or partly in favour of the family, over 12 months",
    denominator="Appeals against the council that the SEND tribunal decided at a hearing over the same 12 months",
    formula=Share(of="appeals_decided_for_family", out_of="appeals_decided"),
    unit="percent",
    decimals=0,
    better="lower",
    least_change=5,
    least_change_basis="illustrative: five percentage points",
    rated_from=10,
    basis=R12M,
    weaknesses=(1,),
    targets=(Target(since="2019/20 Q4", value=75, floor=90, basis="illustrative; England 89% in 2017/18"),),
    source="Quarterly return, workstream 4, from the tribunal's decisions",
    companions=("tribunal_appeal_rate",),
    caution="Only appeals that came to a hearing: about three in four settle or are conceded before it, so conceding the "
    "weak cases earlier lowers it and helps families too. In England families won 89% of hearings in 2017/18. One point "
    "won counts as in the family's favour. The Ministry of Justice publishes outcomes each December for academic years; "
    "Kent's own are not held here.",
    tier="supporting",
    tier_reason="Few cases a year; the appeal rate is on the first pages.",
    grounds=(
        Ground(
            "return",
            "Ministry of Justice, written answer 183449: appeals decided, and in favour of the appellant, 2014 to 2018",
            "29 October 2018",
        ),
        Ground(
            "return",
            "Ministry of Justice, Tribunal Statistics Quarterly, SEND tables of the academic year",
            "12 December 2024",
        ),
        own_return(4),
    ),
    written_by="Programme office analyst",
    checked_by="Head of management information",
    next_review=date(2027, 5, 1),
    examples=(
        Example({"appeals_decided_for_family": (30, 34, 38, 42), "appeals_decided": (34, 38, 43, 45)}, gives=90.0),
        Example(
            {"appeals_decided_for_family": (0, 0, 0, 0), "appeals_decided": (0, 0, 0, 0)}, gives=Reason.ZERO_DENOMINATOR
        ),
        Example(
            {"appeals_decided_for_family": (30, 34, 38), "appeals_decided": (34, 38, 43)}, gives=Reason.PERIOD_INCOMPLETE
        ),
    ),
)
