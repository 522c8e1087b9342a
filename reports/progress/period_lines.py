"""Figures of months and years, and reported values that no KPI tells, as what they are: each kind in lines of its own."""

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from disclosure.period_figures import HiddenPeriodFigure
from kpis.kpi import Kpi
from kpis.registry import registry
from programme.areas import Area
from programme.measures import measures
from programme.months import sums
from programme.period import Period, PeriodKind, months_of
from programme.period_figure import FigureKind, PeriodFigure
from programme.quarter import Quarter
from reports.progress.readings import Progress, once_per_progress


@dataclass(frozen=True, slots=True)
class PeriodLine:
    """The figures of one measure (or KPI, where they were reported), area, kind and length of period, oldest first."""

    measure: str
    area: Area
    kind: FigureKind
    length: PeriodKind
    figures: tuple[PeriodFigure | HiddenPeriodFigure, ...]


@once_per_progress
def period_lines(progress: Progress, quarter: Quarter) -> Mapping[str, tuple[PeriodLine, ...]]:
    """Every line by its measure, up to the end of a quarter; up to the newest figure where the quarter is the newest.

    What was reported of a KPI and a quarter stands in the KPI's own line, and not here.
    """
    lines: dict[tuple, list] = defaultdict(list)
    newest = progress.records.newest in (None, quarter)
    for each in progress.records.period_figures:
        if not _told_by_kpi(each) and (newest or each.period.quarter <= quarter):
            lines[each.measure, each.area, each.kind, each.period.kind].append(each)
    found: dict[str, list[PeriodLine]] = defaultdict(list)
    for about, figures in lines.items():
        found[about[0]].append(PeriodLine(*about, tuple(sorted(figures, key=lambda each: each.period))))
    return {measure: tuple(own) for measure, own in found.items()}


def lines_behind(progress: Progress, kpi: Kpi, area: Area, quarter: Quarter) -> tuple[PeriodLine, ...]:
    """The lines of a KPI and of what it is made of, for one area."""
    found, names = period_lines(progress, quarter), dict.fromkeys((kpi.id, *kpi.formula.measures))
    return tuple(line for name in names for line in found.get(name, ()) if line.area == area)


def in_no_kpi(progress: Progress, quarter: Quarter) -> tuple[str, ...]:
    """The measures that have lines and that no KPI is made of, in the order of `measures.csv`."""
    found, shown = period_lines(progress, quarter), _shown()
    return tuple(name for name in measures() if name in found and name not in shown)


def parts_with_lines(progress: Progress, names: Iterable[str], quarter: Quarter) -> tuple[str, ...]:
    """The parts of these measures that have lines and that no KPI is made of."""
    parts = {part for name in names if name in sums() for part in sums()[name].parts}
    return tuple(name for name in in_no_kpi(progress, quarter) if name in parts)


def months_not_there(progress: Progress, quarter: Quarter) -> Mapping[Period, tuple[str, ...]]:
    """Each month of a quarter that was not given of measures of which another month of it was, with those measures."""
    found: dict[Period, list[str]] = defaultdict(list)
    for line in _by_month_in(progress, quarter):
        given = {each.period for each in line.figures}
        for month in months_of(quarter):
            if month not in given:
                found[month].append(line.measure)
    return {month: tuple(dict.fromkeys(found[month])) for month in sorted(found)}


def measures_by_month(progress: Progress, quarter: Quarter) -> tuple[str, ...]:
    """The measures of which a month of the quarter was counted."""
    return tuple(dict.fromkeys(line.measure for line in _by_month_in(progress, quarter)))


def _by_month_in(progress: Progress, quarter: Quarter) -> list[PeriodLine]:
    lines = (line for own in period_lines(progress, quarter).values() for line in own)
    counted = (line for line in lines if line.kind is FigureKind.COUNT and line.length is PeriodKind.MONTH)
    return [line for line in counted if any(each.period.quarter == quarter for each in line.figures)]


def _shown() -> set[str]:
    return {name for kpi in registry().values() for name in (kpi.id, *kpi.formula.measures)}


def _told_by_kpi(each: PeriodFigure | HiddenPeriodFigure) -> bool:
    of_quarter = each.period.kind is PeriodKind.QUARTER
    return each.kind is FigureKind.REPORTED and of_quarter and each.measure in registry()
