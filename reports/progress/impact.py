"""What accepting a return would do to the KPIs: values, ratings and directions that become others, before it happens."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Protocol

from kpis.evidence import Evidence
from kpis.kpi import Kpi
from kpis.registry import registry
from kpis.trend import Direction, reported, same_quarter_last_year, since_last
from programme.access import Role
from programme.areas import Area, area_coded
from programme.figure import Facts, Figure
from programme.quarter import Quarter
from record.records import Records
from reports.progress.readings import Progress, Reading

REACH = 4  # quarters: a figure is in the rolling years, and beside the next year's, of the four quarters after it
SEEN_BACK = 8  # quarters that a direction looks back over


class Foreseen(Protocol):
    """What the loaders foresee: the figures that count before and after, and which of them change."""

    before: Facts
    after: Facts
    unchanged: int
    changes: Sequence
    new: Sequence
    changed: Sequence
    withdrawn: Sequence
    restated_quarters: Sequence[Quarter]


@dataclass(frozen=True, slots=True)
class KpiChange:
    """One KPI for one area and quarter, before and after."""

    before: Reading
    after: Reading
    direction_before: Direction | None
    direction_after: Direction | None


def kpi_impact(before: Facts, after: Facts, role: Role = Role.ANALYST) -> list[KpiChange]:
    """Every KPI whose value, rating or direction would change, newest quarter first, in the registry's order.

    KPIs that are worked out from the system's own records (returns and actions on time) are not foreseen.
    """
    old, new = (Progress(Records(Evidence(facts), ()), role) for facts in (before, after))
    newest = max((quarter for _, _, quarter in after), default=None)
    found = []
    for kpi, area, quarter in _touched(before, after):
        if newest is None or quarter <= newest:
            change = KpiChange(
                old.reading(kpi, area, quarter),
                new.reading(kpi, area, quarter),
                _direction(old, kpi, area, quarter),
                _direction(new, kpi, area, quarter),
            )
            if _differs(change):
                found.append(change)
    return found


def _touched(before: Facts, after: Facts) -> list[tuple[Kpi, Area, Quarter]]:
    """Where a changed figure can be felt: in its own area and the whole it is part of, then and in the year after."""
    changed = {key for key in {*before, *after} if _value(before.get(key)) != _value(after.get(key))}
    felt = {(measure, code, quarter + step) for measure, code, quarter in changed for step in range(REACH + 1)}
    wholes = {(measure, area_coded(code).parent_code, quarter) for measure, code, quarter in felt}
    places = felt | wholes
    return [
        (kpi, area, quarter)
        for quarter in sorted({quarter for _, _, quarter in places}, reverse=True)
        for kpi in registry().values()
        for area in kpi.areas
        if any((measure, area.code, quarter) in places for measure in kpi.formula.measures)
    ]


def _value(figure: Figure | None) -> tuple | None:
    return figure and (figure.value, figure.symbol, figure.status)


def _direction(progress: Progress, kpi: Kpi, area: Area, quarter: Quarter) -> Direction | None:
    """Which way it moves by the scorecard rule, or against the same quarter last year where it follows the seasons."""
    reading = progress.reading(kpi, area, quarter)
    target = reading.rated.target and reading.rated.target.value
    series = reported(progress.reading(kpi, area, each).result for each in quarter.last(SEEN_BACK))
    rule = same_quarter_last_year if kpi.seasonal else since_last
    travel = rule(series, kpi.better if kpi.better != "target" or target is not None else None, target)
    return travel and travel.direction


def _differs(change: KpiChange) -> bool:
    return (
        change.before.result.outcome != change.after.result.outcome
        or rated_anew(change)
        or change.direction_before != change.direction_after
    )


def rated_anew(change: KpiChange) -> bool:
    """Whether its rating becomes another."""
    return change.before.rated.rating != change.after.rated.rating


def only_status(change) -> bool:
    """Whether the value stays and only its status changes: that is listed after the others."""
    return bool(change.old and change.new and (change.old.value, change.old.symbol) == (change.new.value, change.new.symbol))
