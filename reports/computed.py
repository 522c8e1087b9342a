"""Figures that the system works out from its own records rather than being told: were the returns on time?"""

from collections.abc import Iterable
from datetime import datetime

from programme.areas import KENT
from programme.figure import Figure, Source
from programme.quarter import Quarter
from programme.submission import Version
from programme.working_days import return_due
from programme.workstreams import workstreams
from reports.moment import end_of

SHEET = "worked out from the returns"


def computed_figures(versions: Iterable[Version], as_at: datetime | None) -> list[Figure]:
    """`returns_due` and `returns_received_on_time` of every quarter for which a standard return was made."""
    first = _first_received(versions)
    quarters = sorted({quarter for quarter, _ in first})
    return [figure for quarter in quarters for figure in _on_time(quarter, first)]


def _first_received(versions: Iterable[Version]) -> dict[tuple[Quarter, int], datetime]:
    """When the first return that was not withdrawn came in, by quarter and workstream."""
    known = list(versions)
    withdrawn = {version.withdraws for version in known}
    received: dict[tuple[Quarter, int], datetime] = {}
    for version in known:
        if version.cover.kind == "standard" and version.withdraws is None and version.number not in withdrawn:
            for workstream in version.cover.workstreams:
                received.setdefault((version.cover.quarter, workstream), version.accepted_at)
    return received


def _on_time(quarter: Quarter, received: dict[tuple[Quarter, int], datetime]) -> list[Figure]:
    deadline = end_of(return_due(quarter))
    on_time = sum(
        (quarter, workstream) in received and received[quarter, workstream] <= deadline for workstream in workstreams()
    )
    return [
        _figure("returns_due", quarter, len(workstreams())),
        _figure("returns_received_on_time", quarter, on_time),
    ]


def _figure(measure: str, quarter: Quarter, value: int) -> Figure:
    return Figure(measure, KENT, quarter, float(value), None, Source("", SHEET, str(quarter)))
