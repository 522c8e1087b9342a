"""Which reported values readers see: those of which their layout states why, and beside which no count was given."""

from collections.abc import Mapping

from kpis.kpi import Kpi
from kpis.registry import registry
from programme.areas import Area, parts_of, whole_of
from programme.figure import Facts, FigureKey
from programme.period_figure import PeriodFigure


def reported_seen(reported: Mapping[FigureKey, PeriodFigure], facts: Facts) -> dict[FigureKey, PeriodFigure]:
    """Those that readers see. A share beside one of its two counts gives the other: where any count behind it was given, of
    its area, its parts or its whole, hidden or not, it is kept back."""
    known = registry()
    return {
        key: each
        for key, each in reported.items()
        if each.open_to_readers and key[0] in known and not _counts_given(known[key[0]], each, facts)
    }


def _counts_given(kpi: Kpi, each: PeriodFigure, facts: Facts) -> bool:
    quarters, places = kpi.basis.quarters(each.period.quarter), _family(each.area)
    return any(
        (measure, place.code, quarter) in facts
        for measure in kpi.formula.measures
        for place in places
        for quarter in quarters
    )


def _family(area: Area) -> tuple[Area, ...]:
    whole = whole_of(area) or area
    return (whole, *parts_of(whole))
