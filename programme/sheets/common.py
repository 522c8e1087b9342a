"""Headings and columns that stand on more than one sheet of the form, each spelt here only."""

from typing import Any

from programme.sheets.form import FormColumn, column
from programme.sheets.holds import ANSWER, DATE, KPI_ID, REF, TEXT, WEAKNESS, WEAKNESSES, WORKSTREAM
from programme.workstreams import weaknesses, workstreams

AREA, LEAD_ROLE, NOTE, STATUS, STREAM = "Area", "Lead role", "Note", "Status", "Workstream"
STREAMS = tuple(map(str, workstreams()))

QUARTER = FormColumn("Quarter", TEXT, 12)
"""By which a row of a history workbook names its quarter; elsewhere the Cover does."""


def ref(*, needed: bool = False) -> Any:
    """What a row is found by again next quarter."""
    return column("Ref", REF, 12, needed=needed)


def weaknesses_answered(*, since: int = 1) -> Any:
    """The numbers of the weaknesses that a row is about."""
    return column("Weaknesses", WEAKNESSES, 14, since=since)


def weakness(*, needed: bool = False) -> Any:
    """The number of the one weakness that a row is about."""
    return column("Weakness", WEAKNESS, 14, tuple(map(str, weaknesses())), needed=needed)


def workstream() -> Any:
    """The number of the workstream that a row belongs to."""
    return column(STREAM, WORKSTREAM, 14, STREAMS)


def kpi(*, needed: bool = False) -> Any:
    """The id of the KPI that a row is about."""
    return column("KPI", KPI_ID, 36, needed=needed, aliases=("KPI id",))


def happened(*, needed: bool = False) -> Any:
    """The day of what a row tells."""
    return column("Date", DATE, 14, needed=needed)


def forecast() -> Any:
    """The day that something is expected on now."""
    return column("Forecast", DATE, 14)


def note() -> Any:
    """What else there is to say of a row."""
    return column(NOTE, TEXT, 48)


def reason() -> Any:
    """Why it is so."""
    return column("Reason", ANSWER, 70)


def updated() -> Any:
    """When a row was last brought up to date."""
    return column("Date of update", DATE, 16)
