"""Figures and small definitions for the KPI tests."""

from dataclasses import replace
from datetime import date

from kpis.basis import Q
from kpis.evidence import Evidence, facts_of
from kpis.formulas import Share
from kpis.kpi import Example, Ground, Kpi, Target
from kpis.outcome import Reason
from programme.areas import KENT, Area
from programme.figure import Figure, Source
from programme.measures import measures
from programme.published import Published
from programme.quarter import Quarter
from programme.symbols import Status, Symbol

NOW = "2024/25 Q3"


def figure(measure, value, *, area: Area = KENT, quarter=NOW, status=Status.FINAL) -> Figure:
    """A figure that holds a number or, given text, a symbol."""
    number, symbol = (None, Symbol(value)) if isinstance(value, str) else (value, None)
    ref = f"D{list(measures()).index(measure) + 2}"
    return Figure(measure, area, Quarter.parse(quarter), number, symbol, Source("return.xlsx", "Figures", ref, 1), status)


def evidence(*figures: Figure, published=()) -> Evidence:
    return Evidence(facts_of(list(figures)), {(each.series, each.area_code, each.period): each for each in published})


def printed(figure_id, period, value, *, area: Area = KENT) -> Published:
    number, symbol = (None, Symbol(value)) if isinstance(value, str) else (value, None)
    return Published(figure_id, "", area.code, area.name, "", period, None, None, number, symbol, "", "", "a.csv", 2)


SHARE = Kpi(
    module="kpis.ehcp_quality.a_share",
    title="A share",
    short="A share",
    question="How many?",
    why="It matters.",
    numerator="Plans in time",
    denominator="Plans",
    formula=Share(of="plans_issued_within_20_weeks", out_of="plans_issued"),
    unit="percent",
    decimals=1,
    better="higher",
    least_change=2,
    least_change_basis="illustrative",
    rated_from=1,
    basis=Q,
    weaknesses=(6,),
    source="Quarterly return",
    caution="It counts plans, not children.",
    written_by="Analyst",
    checked_by="Head of information",
    next_review=date(2027, 1, 1),
    tier="supporting",
    tier_reason="Others lead.",
    grounds=(Ground("return", "Quarterly return", "2019"),),
    targets=(Target(since="2019/20 Q3", value=60, floor=40, basis="illustrative"),),
    examples=(Example({}, gives=Reason.NOT_RETURNED),),
)


def a_kpi(**changes) -> Kpi:
    """A sound definition with something changed."""
    return replace(SHARE, **changes)


def plans(in_time, issued, **where) -> list[Figure]:
    """The two figures that SHARE needs."""
    return [figure("plans_issued_within_20_weeks", in_time, **where), figure("plans_issued", issued, **where)]
