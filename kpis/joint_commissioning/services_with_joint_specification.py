"""Jointly commissioned services with an agreed specification."""

from datetime import date

from kpis.basis import MS
from kpis.formulas import Share
from kpis.grounds import own_return
from kpis.kpi import Example, Kpi, Target
from kpis.outcome import Reason

KPI = Kpi(
    module=__name__,
    title="Jointly commissioned services with an agreed specification",
    short="Services jointly specified",
    question="Of the services that the council and the NHS buy together, how many have a specification that both have "
    "agreed?",
    why="Without one document that both have signed, each side can think that the gap belongs to the other.",
    numerator="Jointly commissioned services with an agreed specification",
    denominator="Jointly commissioned services on the last day of the quarter",
    formula=Share(of="services_with_joint_specification", out_of="joint_services"),
    unit="percent",
    decimals=0,
    better="higher",
    least_change=5,
    least_change_basis="illustrative: five percentage points, about one service",
    rated_from=10,
    basis=MS,
    weaknesses=(4,),
    targets=(Target(since="2020/21 Q1", value=90, floor=60, basis="illustrative"),),
    source="Quarterly return, workstream 4",
    caution="A specification is a document, not a service: waiting times show what children get. There are few services, "
    "so each one moves it by several points. There is no figure before April 2020, when the eight clinical "
    "commissioning groups became one.",
    tier="supporting",
    tier_reason="A document is a means; off the board's first pages.",
    grounds=(own_return(4),),
    written_by="Joint commissioning analyst",
    checked_by="Head of management information",
    next_review=date(2026, 10, 31),
    examples=(
        Example({"services_with_joint_specification": 9, "joint_services": 12}, gives=75.0),
        Example({"services_with_joint_specification": 0, "joint_services": 0}, gives=Reason.ZERO_DENOMINATOR),
        Example({}, gives=Reason.NOT_COLLECTED_YET, quarter="2019/20 Q4"),
    ),
)
