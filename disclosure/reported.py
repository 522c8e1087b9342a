"""Which reported values readers see: those of which their layout states why, and beside which no count was given."""

from collections.abc import Mapping

from kpis.registry import registry
from programme.areas import Area, parts_of, whole_of
from programme.figure import Facts, FigureKey
from programme.period_figure import PeriodFigure
from programme.quarter import Quarter


def reported_seen(reported: Mapping[FigureKey, PeriodFigure], facts: Facts) -> dict[FigureKey, PeriodFigure]:
    """Those that readers see, of what is a KPI. A share beside one of its two counts gives the other: where any count behind
    it was given, of its area, its parts or its whole, hidden or not, it is kept back."""
    known = registry()
    return {
        key: each
        for key, each in reported.items()
        if each.open_to_readers and key[0] in known and not any(behind in facts for behind in counts_behind(each))
    }


def counts_behind(each: PeriodFigure) -> set[FigureKey]:
    """Every count, given or not, that a reported value could be worked out from or with: of its area, parts and whole."""
    kpi = registry().get(each.measure)
    names = kpi.formula.measures if kpi else (each.measure,)
    return {
        (measure, place.code, quarter)
        for measure in names
        for place in family_of(each.area)
        for ending in _quarters(each)
        for quarter in (kpi.basis.quarters(ending) if kpi else (ending,))
    }


def _quarters(each: PeriodFigure) -> tuple[Quarter, ...]:
    return Quarter.containing(each.period.start).to(each.period.quarter)


def family_of(area: Area) -> tuple[Area, ...]:
    """The whole that an area is or belongs to, and its parts."""
    whole = whole_of(area) or area
    return (whole, *parts_of(whole))
