"""What accepting a return would do to the KPIs: values, ratings and directions that become others, before it happens."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Protocol

import pandas as pd

from kpis.evidence import Evidence
from kpis.kpi import Kpi
from kpis.registry import registry
from kpis.trend import Direction, reported, same_quarter_last_year, since_last
from programme.access import Role
from programme.areas import DISTRICTS, Area, area_coded
from programme.figure import Facts, Figure
from programme.quarter import Quarter
from programme.symbols import MEANING
from record.records import Records
from reports.language.numbers import number_text
from reports.palette import RATINGS
from reports.progress.readings import Progress, Reading

REACH = 4  # quarters: a figure is in the rolling years, and beside the next year's, of the four quarters after it
SEEN_BACK = 8  # quarters that a direction looks back over
MOST_ROWS = 200  # of a table on a screen


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


@dataclass(frozen=True, slots=True)
class ImpactTables:
    """The impact as a reader sees it; a table is None where it would be empty."""

    summary: str
    kpis: pd.DataFrame | None
    districts: pd.DataFrame | None
    figures: pd.DataFrame | None


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
        or _rated_anew(change)
        or change.direction_before != change.direction_after
    )


def impact_tables(foreseen: Foreseen, role: Role = Role.ANALYST) -> ImpactTables:
    """The impact in a few sentences and tables: KPIs whose rating changes first, districts by themselves."""
    changes = sorted(kpi_impact(foreseen.before, foreseen.after, role), key=lambda change: not _rated_anew(change))
    districts = [change for change in changes if change.after.area in DISTRICTS]
    wholes = [change for change in changes if change.after.area not in DISTRICTS]
    return ImpactTables(
        _summary(foreseen, changes, max(len(wholes), len(districts))),
        _table(_kpi_row(change) for change in wholes[:MOST_ROWS]),
        _table(_kpi_row(change) for change in districts[:MOST_ROWS]),
        _table(_figure_row(change.old, change.new) for change in sorted(foreseen.changes, key=_only_status)[:MOST_ROWS]),
    )


def _rated_anew(change: KpiChange) -> bool:
    return change.before.rated.rating != change.after.rated.rating


def _only_status(change) -> bool:
    """Whether the value stays and only its status changes: that is listed after the others."""
    return bool(change.old and change.new and (change.old.value, change.old.symbol) == (change.new.value, change.new.symbol))


def _table(rows: Iterable[Mapping[str, str]]) -> pd.DataFrame | None:
    listed = list(rows)
    return pd.DataFrame(listed) if listed else None


def _summary(foreseen: Foreseen, changes: list[KpiChange], rows: int) -> str:
    kpis = {change.after.kpi.id for change in changes}
    ratings = sum(map(_rated_anew, changes))
    restated = ", ".join(map(str, foreseen.restated_quarters))
    longest = max(rows, len(foreseen.changes))
    sentences = [
        f"Figures: {len(foreseen.new):,} new, {len(foreseen.changed):,} changed{_of_them(foreseen)}, "
        f"{len(foreseen.withdrawn):,} withdrawn, {foreseen.unchanged:,} unchanged.",
        f"KPIs that would change somewhere: {len(kpis)}. Ratings that would change: {ratings}.",
        f"Figures that readers have seen would change in {restated}."
        if restated
        else "No figure already seen would change.",
        f"The tables below list the first {MOST_ROWS} lines." if longest > MOST_ROWS else "",
    ]
    return " ".join(sentence for sentence in sentences if sentence)


def _of_them(foreseen: Foreseen) -> str:
    settled = sum(map(_only_status, foreseen.changed))
    return f" ({settled:,} of them only from provisional to final or back)" if settled else ""


def _kpi_row(change: KpiChange) -> dict[str, str]:
    before, after = change.before, change.after
    return {
        "Quarter": str(after.quarter),
        "KPI": after.kpi.title,
        "Area": after.area.name,
        "Value": _from_to(before.display, after.display),
        "Rating": _from_to(RATINGS[before.rated.rating].word, RATINGS[after.rated.rating].word),
        "Direction": _from_to(change.direction_before or "none", change.direction_after or "none"),
    }


def _from_to(before: str, after: str) -> str:
    return str(after) if before == after else f"{before} → {after}"


def _figure_row(old: Figure | None, new: Figure | None) -> dict[str, str]:
    about = new or old
    return {
        "Quarter": str(about.quarter),
        "Measure": about.measure,
        "Area": about.area.name,
        "Value": _from_to(_figure_text(old), _figure_text(new)),
        "Cell": str(about.source) if new else "no longer given",
    }


def _figure_text(figure: Figure | None) -> str:
    """A figure as it was typed, with its status where that is not final."""
    if figure is None:
        return "none"
    decimals = 0 if figure.value is not None and figure.value == round(figure.value) else 1
    value = f"{figure.symbol} ({MEANING[figure.symbol]})" if figure.symbol else number_text(figure.value, decimals)
    return f"{value}, {figure.status}"
