"""Which numbers a reader can see of returned counts, and where: all of it comes from the registry of KPIs."""

from collections import defaultdict
from collections.abc import Mapping
from functools import cache, lru_cache
from typing import NamedTuple

from kpis.kpi import Kpi
from kpis.registry import registry
from programme.areas import Area, area_coded
from programme.hidden import Item
from programme.measures import measures
from programme.quarter import Quarter

MOST_KEPT = 100_000  # numbers and readings, about 40 MB: those of one area and its parts over a hundred years


class Seeing(NamedTuple):
    """One reading: a KPI for an area (by its code) in the quarter it is reported in."""

    kpi: str
    area: str
    quarter: Quarter


def items_of(kpi: Kpi, area: Area, quarter: Quarter) -> tuple[Item, ...]:
    """The protected numbers that the KPI shows for an area in a quarter: its numerator and its denominator."""
    return _items(kpi, area.code, kpi.basis.reported(quarter))


def items_seen(seeing: Seeing) -> tuple[Item, ...]:
    """The protected numbers that a reading shows."""
    return _items(registry()[seeing.kpi], seeing.area, seeing.quarter)


@lru_cache(MOST_KEPT)
def _items(kpi: Kpi, area: str, quarter: Quarter) -> tuple[Item, ...]:
    covered = kpi.basis.quarters(quarter)
    known = (measures()[name] for name in kpi.formula.measures)
    return tuple(
        Item(measure.id, area, covered[-1], 1 if measure.period == "at quarter end" else len(covered))
        for measure in known
        if measure.protected
    )


@cache
def _by_measure() -> Mapping[str, tuple[Kpi, ...]]:
    """The KPIs that show a measure."""
    found = defaultdict(list)
    for kpi in registry().values():
        for name in kpi.formula.measures:
            found[name].append(kpi)
    return {name: tuple(dict.fromkeys(own)) for name, own in found.items()}


@lru_cache(MOST_KEPT)
def seeings_of(item: Item) -> tuple[Seeing, ...]:
    """Every reading that shows a number."""
    return tuple(
        Seeing(kpi.id, item.area, item.quarter)
        for kpi in _by_measure().get(item.measure, ())
        if area_coded(item.area) in kpi.areas
        and kpi.basis.reported(item.quarter) == item.quarter
        and item in _items(kpi, item.area, item.quarter)
    )


@cache
def spans_of(measure: str) -> tuple[int, ...]:
    """Over how many quarters a measure is added up, in one KPI or another."""
    at_end = measures()[measure].period == "at quarter end"
    codes = {kpi.basis.code for kpi in _by_measure().get(measure, ())}
    if at_end or not codes:
        return (1,) if codes else ()
    spans = {1} if codes - {"R12M"} else set()
    spans |= {4} if "R12M" in codes else set()
    return tuple(sorted(spans | ({1, 2, 3, 4} if "YTD" in codes else set())))


@lru_cache(MOST_KEPT)
def items_with(measure: str, area: str, quarter: Quarter) -> tuple[Item, ...]:
    """Every number that some KPI shows and that a returned cell is part of."""
    around = (Item(measure, area, quarter + later, span) for span in spans_of(measure) for later in range(span))
    return tuple(filter(seeings_of, around))
