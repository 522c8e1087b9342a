"""The planned course of KPIs as returned: what value was agreed for which quarter, on what basis and when."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from programme.areas import Area
from programme.figure import Source
from programme.quarter import Quarter
from programme.sheets import common
from programme.sheets.form import FormSheet, column, columns_of
from programme.sheets.holds import AREA, DATE, NUMBER, QUARTER_MEANT, TEXT
from programme.sheets.written import Row


@dataclass(frozen=True, slots=True)
class PlannedPoint:
    """One row of the Trajectory sheet. `area` is None where none is named: then it is the KPI's whole."""

    kpi: str = common.kpi(needed=True)
    area: Area | None = column(common.AREA, AREA, 26)
    quarter: Quarter = column(common.QUARTER.heading, QUARTER_MEANT, 12, needed=True)
    planned: float = column("Planned value", NUMBER, 16, needed=True)
    basis: str = column("Basis", TEXT, 48, needed=True)
    agreed_on: date = column("Agreed on", DATE, 16, needed=True)
    source: Source


TRAJECTORY = FormSheet(
    "Trajectory",
    columns_of(PlannedPoint),
    apart=("kpi", "area", "quarter", "agreed_on"),
    called="kpi",
    quarterly=False,
    since=2,
)
"""A planned value is for a quarter of its own, whatever quarter's return tells of it."""


def planned_points_in(rows: Iterable[Row]) -> list[PlannedPoint]:
    """The rows that plan a value."""
    return [PlannedPoint(source=row.source, **row.values(TRAJECTORY)) for row in rows if row.has_needed(TRAJECTORY)]
