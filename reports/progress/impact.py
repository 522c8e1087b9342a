"""What accepting a return would do to the KPIs: values, ratings and directions that become others, before it happens."""

from collections.abc import Callable, Iterable, Mapping, Set
from dataclasses import dataclass, replace
from typing import TypeVar

from disclosure.rule import NoFigure
from kpis.direction import Direction, latest_step
from kpis.evidence import Evidence
from kpis.kpi import Kpi
from kpis.registry import registry
from programme.access import Role
from programme.areas import Area, area_coded
from programme.figure import Facts, Figure
from programme.impact import Foreseen, TypedRows
from programme.period_figure import PeriodFigure, reported_for_quarters
from programme.quarter import Quarter
from programme.sheets.commentary import Commentary
from programme.sheets.typed import plain
from record.logs import Logs, commentary_counted
from record.records import FIRST_QUARTER, Records
from reports.progress.judgement import seen_of
from reports.progress.overrides import overriding
from reports.progress.readings import Line, Progress, Reading

QUARTERS_A_YEAR = 4
REACH = 4  # quarters: a figure is in the rolling years, and beside the next year's, of the four quarters after it

Key, Thing = TypeVar("Key"), TypeVar("Thing")


@dataclass(frozen=True, slots=True)
class KpiChange:
    """One KPI for one area and quarter, before and after, with last quarter's figure and that of a year ago."""

    before: Reading
    after: Reading
    direction_before: Direction
    direction_after: Direction
    last: Reading
    year_ago: Reading

    @property
    def arrives(self) -> bool:
        """Whether its quarter has its first figure: then it is held against last quarter's and not against none."""
        return isinstance(self.before.shown, NoFigure) and not isinstance(self.after.shown, NoFigure)

    @property
    def against(self) -> Reading:
        """What its value and rating are held against."""
        return self.last if self.arrives else self.before


def kpi_impact(foreseen: Foreseen, role: Role) -> list[KpiChange]:
    """Every KPI whose value, rating or direction would change, newest quarter first, in the registry's order.

    KPIs that are worked out from the system's own records (returns and actions on time) are not foreseen.
    """
    before = _known(foreseen.before, foreseen.judged_before, foreseen.kept_before)
    after = _known(foreseen.after, foreseen.judged_after, foreseen.kept_after)
    old, new = Progress(before, role), Progress(after, role)
    given = (foreseen.before, foreseen.after, before.evidence.reported, after.evidence.reported)
    newest = max((quarter for each in given for _, _, quarter in each), default=None)
    touched, found = _touched(before, after), []
    felt = {(kpi.id, area.code, quarter) for kpi, area, quarter in touched}
    for kpi, area, quarter in touched:
        if newest is None or quarter <= newest:
            quarters = min(FIRST_QUARTER, quarter).to(quarter)
            line = old.line(kpi, area, quarters)
            change = KpiChange(
                old.reading(kpi, area, quarter),
                new.reading(kpi, area, quarter),
                _direction(line),
                _direction(_with_felt(line, new, felt)),
                new.reading(kpi, area, quarter - 1),
                new.reading(kpi, area, quarter - QUARTERS_A_YEAR),
            )
            if _differs(change):
                found.append(change)
    return found


def _with_felt(line: Line, after: Progress, felt: Set[tuple[str, str, Quarter]]) -> Line:
    """The line as it would be afterwards: where nothing can be felt, a reading stays what it is."""
    readings = (
        after.reading(line.kpi, line.area, each.quarter) if (line.kpi.id, line.area.code, each.quarter) in felt else each
        for each in line.readings
    )
    return replace(line, readings=tuple(readings))


def _direction(line: Line) -> Direction:
    """The one word that its judgement would say, without all else that a judgement works out."""
    newest = line.readings[-1]
    if newest.hidden:
        return Direction.HIDDEN
    return latest_step(line.kpi, newest.area, seen_of(line), newest.rated.target).direction


def _known(facts: Facts, judged: TypedRows, kept: Iterable[PeriodFigure]) -> Records:
    evidence = Evidence(facts, reported=reported_for_quarters(kept))
    return Records(evidence, (), logs=Logs(commentary=commentary_counted(judged)))


def _touched(before: Records, after: Records) -> list[tuple[Kpi, Area, Quarter]]:
    """Where a change can be felt: a figure's in its own area and the whole it is part of, then and in the year after,
    a judgement's where it is."""
    changed = _changed(before.evidence.facts, after.evidence.facts, _value)
    felt = {(measure, code, quarter + step) for measure, code, quarter in changed for step in range(REACH + 1)}
    wholes = {(measure, area_coded(code).parent_code, quarter) for measure, code, quarter in felt}
    places = felt | wholes
    told = _changed(before.evidence.reported, after.evidence.reported, _value)
    reported = {(kpi_id, code, quarter + step) for kpi_id, code, quarter in told for step in range(REACH + 1)}
    judged = _held(_changed(overriding(before.logs.commentary), overriding(after.logs.commentary), _judgement))
    return [
        (kpi, area, quarter)
        for quarter in sorted({quarter for *_, quarter in (*places, *judged, *reported)}, reverse=True)
        for kpi in registry().values()
        for area in kpi.areas
        if any((measure, area.code, quarter) in places for measure in kpi.formula.measures)
        or (kpi.id, area.code, quarter) in reported
        or ((kpi.id, quarter) in judged and area == kpi.areas[0])
    ]


def _held(judged: set[tuple[str, Quarter]]) -> set[tuple[str, Quarter]]:
    """Where a judgement can be felt: in its own quarter, and while the figure it was about is carried."""
    return {(kpi_id, quarter + step) for kpi_id, quarter in judged for step in range(REACH)}


def _changed(before: Mapping[Key, Thing], after: Mapping[Key, Thing], told: Callable[[Thing | None], object]) -> set[Key]:
    """The keys under which another thing is told after than before."""
    return {key for key in {*before, *after} if told(before.get(key)) != told(after.get(key))}


def _judgement(written: Commentary | None) -> tuple | None:
    return written and (plain(written.judgement), written.judgement_reason)


def _value(figure: Figure | PeriodFigure | None) -> tuple | None:
    return figure and (figure.value, figure.symbol, figure.status)


def _differs(change: KpiChange) -> bool:
    return (
        change.before.result.outcome != change.after.result.outcome
        or change.before.rated.rating != change.after.rated.rating
        or change.direction_before != change.direction_after
    )


def rated_anew(change: KpiChange) -> bool:
    """Whether its rating becomes another than it was, or, of a new quarter, than last quarter's."""
    return change.against.rated.rating != change.after.rated.rating
