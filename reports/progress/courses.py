"""The planned course that binds a KPI in an area: what its definition or a return says, as it was agreed by then."""

from collections import defaultdict
from datetime import date

from kpis.kpi import Kpi
from kpis.trajectory import Trajectory
from programme.areas import Area
from programme.quarter import Quarter
from programme.sheets.trajectory import PlannedPoint
from reports.progress.readings import Progress, once_per_progress


@once_per_progress
def course_of(progress: Progress, kpi: Kpi, area: Area, quarter: Quarter) -> Trajectory | None:
    """The newest planned course that `quarter` knew of: agreed by its end, or returned with it or before. None without.

    A returned one takes the place of the definition's where both were agreed on one day.
    """
    own = kpi.trajectory_in(area)
    known = [*_returned(progress, kpi, area, quarter), *([own] if own and own.binds(quarter) else [])]
    return max(known, key=lambda each: each.agreed_on, default=None)


def _returned(progress: Progress, kpi: Kpi, area: Area, quarter: Quarter) -> list[Trajectory]:
    """What returns up to `quarter` plan, a course for each day on which something was agreed."""
    found: dict[date, list[PlannedPoint]] = defaultdict(list)
    for point in progress.records.logs.trajectory:
        if point.kpi == kpi.id and (point.area or kpi.areas[0]) == area and _told_by(progress, point) <= quarter:
            found[point.agreed_on].append(point)
    return [
        Trajectory({str(each.quarter): each.planned for each in points}, "; ".join(_bases(points)), agreed_on)
        for agreed_on, points in found.items()
    ]


def _bases(points: list[PlannedPoint]) -> list[str]:
    return list(dict.fromkeys(each.basis for each in points))


def _told_by(progress: Progress, point: PlannedPoint) -> Quarter:
    """The quarter of the return that tells of it; of a history workbook that in which it was agreed."""
    version = progress.records.version(point.source.version)
    cover = version and version.cover
    return cover.quarter if cover and cover.quarter else Quarter.containing(point.agreed_on)
