"""What accepting a return would do, as tables: KPIs whose rating changes first, districts by themselves."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

import pandas as pd

from programme.access import Role
from programme.areas import DISTRICTS
from programme.figure import Figure
from programme.symbols import MEANING
from reports.language.numbers import typed_text
from reports.palette import RATINGS
from reports.progress.impact import Foreseen, KpiChange, kpi_impact, only_status, rated_anew
from reports.sentences.impact import MOST_ROWS, impact_summary


@dataclass(frozen=True, slots=True)
class ImpactTables:
    """The impact as a reader sees it; a table is None where it would be empty."""

    summary: str
    kpis: pd.DataFrame | None
    districts: pd.DataFrame | None
    figures: pd.DataFrame | None


def impact_tables(foreseen: Foreseen, role: Role = Role.ANALYST) -> ImpactTables:
    """The impact in a few sentences and tables: KPIs whose rating changes first, districts by themselves."""
    changes = sorted(kpi_impact(foreseen.before, foreseen.after, role), key=lambda change: not rated_anew(change))
    districts = [change for change in changes if change.after.area in DISTRICTS]
    wholes = [change for change in changes if change.after.area not in DISTRICTS]
    return ImpactTables(
        impact_summary(foreseen, changes, max(len(wholes), len(districts))),
        _table(_kpi_row(change) for change in wholes[:MOST_ROWS]),
        _table(_kpi_row(change) for change in districts[:MOST_ROWS]),
        _table(_figure_row(change.old, change.new) for change in sorted(foreseen.changes, key=only_status)[:MOST_ROWS]),
    )


def _table(rows: Iterable[Mapping[str, str]]) -> pd.DataFrame | None:
    listed = list(rows)
    return pd.DataFrame(listed) if listed else None


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
        "Value": _from_to(_with_status(old), _with_status(new)),
        "Cell": str(about.source) if new else "no longer given",
    }


def _with_status(figure: Figure | None) -> str:
    """A figure as it was typed, with its status where that is not final."""
    if figure is None:
        return "none"
    value = f"{figure.symbol} ({MEANING[figure.symbol]})" if figure.symbol else typed_text(figure.value)
    return f"{value}, {figure.status}"
