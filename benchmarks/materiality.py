"""Whether a wrong figure matters: decided from the sound figures and the wrong ones alone, and no rule is asked."""

from collections.abc import Iterable, Mapping
from dataclasses import replace
from functools import cache

from kpis.evaluate import KpiResult, evaluate
from kpis.evidence import Evidence
from kpis.kpi import Kpi
from kpis.rating import rate
from kpis.registry import definitions_in_force
from kpis.spc import xmr
from programme.areas import Area, area_coded
from programme.figure import Facts, Figure, FigureKey
from programme.quarter import Quarter

ChangedValues = Mapping[FigureKey, float]


def material(before: Facts, figures: Iterable[Figure], changes: ChangedValues) -> bool:
    """Whether `changes` to the `figures` of one quarter move a figure outside the limits of its own series, change a rating
    or a rank, or change a share by more than its KPI's least change. `before` are the figures of earlier quarters."""
    sound = {**before, **{figure.key: figure for figure in figures}}
    wrong = sound | {key: replace(sound[key], value=value) for key, value in changes.items()}
    return any(outside_limits(sound, key, value) for key, value in changes.items()) or any(
        _told_otherwise(kpi, quarter, areas, Evidence(sound), Evidence(wrong)) for kpi, quarter, areas in _touched(changes)
    )


def outside_limits(sound: Facts, key: FigureKey, value: float) -> bool:
    """Whether a value lies outside the limits of its series, within which the sound value lies."""
    measure, area, quarter = key
    known = {when: figure.value for (of, where, when), figure in sound.items() if (of, where) == (measure, area)}
    chart = xmr([known.get(when) for when in min(known).to(quarter)])
    point = chart.latest
    if point is None or point.upper is None:
        return False
    return not point.lower <= value <= point.upper and point.lower <= sound[key].value <= point.upper


def _touched(changes: ChangedValues) -> list[tuple[Kpi, Quarter, tuple[Area, ...]]]:
    """The KPIs that look at what was changed, with the areas of the changes."""
    measures, (quarter, *_) = {key[0] for key in changes}, {key[2] for key in changes}
    areas = tuple(area_coded(code) for code in dict.fromkeys(key[1] for key in changes))
    return [(kpi, quarter, areas) for kpi in _looking_at(quarter) if measures & set(getattr(kpi.formula, "measures", ()))]


@cache
def _looking_at(quarter: Quarter) -> tuple[Kpi, ...]:
    return tuple(definitions_in_force(quarter).values())


def _told_otherwise(kpi: Kpi, quarter: Quarter, areas: tuple[Area, ...], sound: Evidence, wrong: Evidence) -> bool:
    places = [area for area in kpi.areas if area.kind == "district"]
    if set(areas) & set(places) and _ranked(kpi, places, quarter, sound) != _ranked(kpi, places, quarter, wrong):
        return True
    pairs = [
        (evaluate(kpi, area, quarter, sound), evaluate(kpi, area, quarter, wrong)) for area in areas if area in kpi.areas
    ]
    return any(rate(one).rating != rate(other).rating or _share_moved(one, other) for one, other in pairs)


def _share_moved(one: KpiResult, other: KpiResult) -> bool:
    kpi = one.kpi
    if kpi.unit != "percent" or not kpi.least_change or one.value is None or other.value is None:
        return False
    return abs(one.value - other.value) > kpi.least_change_in(one.area)


def _ranked(kpi: Kpi, places: list[Area], quarter: Quarter, evidence: Evidence) -> list[int]:
    """The rank of each district by the KPI's value; equal values share one."""
    values = [evaluate(kpi, area, quarter, evidence).value for area in places]
    return [sum(other is not None and value is not None and other < value for other in values) for value in values]
