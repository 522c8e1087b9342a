"""From facts to what a role may see: one KPI for a whole and its parts at a time, because only those betray one another."""

from collections import defaultdict
from collections.abc import Iterable, Mapping
from functools import cache

from disclosure.rule import Shown, disclose
from kpis.evaluate import KpiResult, evaluate
from kpis.evidence import Evidence
from kpis.kpi import Kpi
from programme.access import Role
from programme.areas import Area, whole_of
from programme.quarter import Quarter


@cache
def families(kpi: Kpi) -> Mapping[Area, tuple[Area, ...]]:
    """For each area of the KPI, the areas to be disclosed together with it, itself among them: a whole and its parts.

    A part of a whole that the KPI is not for betrays nobody and stands alone.
    """
    own, members = set(kpi.areas), defaultdict(list)
    heads = {area: whole if (whole := whole_of(area)) in own else area for area in kpi.areas}
    for area, head in heads.items():
        members[head].append(area)
    return {area: tuple(members[head]) for area, head in heads.items()}


def disclosed(
    kpi: Kpi, areas: Iterable[Area], quarter: Quarter, evidence: Evidence, role: Role
) -> list[tuple[KpiResult, Shown]]:
    """What the KPI comes to in each of `areas`, with what `role` may see of it. Give a family, or several, whole."""
    results = [evaluate(kpi, area, quarter, evidence) for area in areas]
    return list(zip(results, disclose(results, role), strict=True))
