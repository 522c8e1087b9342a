"""Figures that the system works out from its own records: were the returns on time, and were the actions?"""

from collections.abc import Iterable
from datetime import datetime

from programme.areas import KENT
from programme.figure import Figure, Source
from programme.moment import end_of
from programme.quarter import Quarter
from programme.submission import Version
from programme.working_days import return_due
from programme.workstreams import workstreams
from record.logs import Logs
from record.tracked import Tracked, tracked
from store.counting.standing import not_withdrawn

SHEET = "worked out from the returns"
ACTION_LOG = "worked out from the action log"


def computed_figures(versions: Iterable[Version], as_at: datetime | None) -> list[Figure]:
    """`returns_due` and `returns_received_on_time` of every quarter for which a standard return was made."""
    first = _first_received(versions)
    quarters = sorted({quarter for quarter, _ in first})
    return [figure for quarter in quarters for figure in _on_time(quarter, first)]


def _first_received(versions: Iterable[Version]) -> dict[tuple[Quarter, int], datetime]:
    """When the first return that was not withdrawn came in, by quarter and workstream."""
    received: dict[tuple[Quarter, int], datetime] = {}
    for version in not_withdrawn(versions):
        if version.cover.kind == "standard":
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


def action_figures(logs: Logs) -> list[Figure]:
    """`actions_due` and `actions_completed_on_time` of every quarter for which an action log came in.

    An action is due in the quarter of the date agreed first, whatever became of that date; one carried over into
    another plan is due once, by its first date.
    """
    quarters = sorted({quarter for quarter, _ in logs.returned})
    if not quarters:
        return []
    continued = {action.former_ref for action in logs.actions if action.former_ref != action.ref}
    followed = [each for each in tracked(logs.actions, quarters[-1]) if each.now.ref not in continued]
    return [figure for quarter in quarters for figure in _actions_of(quarter, followed)]


def _actions_of(quarter: Quarter, followed: list[Tracked]) -> list[Figure]:
    due = [each for each in followed if each.baseline and Quarter.containing(each.baseline) == quarter]
    on_time = sum(each.now.done and each.now.actual <= each.baseline for each in due)
    return [
        _figure("actions_due", quarter, len(due), ACTION_LOG),
        _figure("actions_completed_on_time", quarter, on_time, ACTION_LOG),
    ]


def _figure(measure: str, quarter: Quarter, value: int, sheet: str = SHEET) -> Figure:
    return Figure(measure, KENT, quarter, float(value), None, Source("", sheet, str(quarter)))
