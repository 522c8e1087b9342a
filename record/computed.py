"""Figures that the system works out from its own records: were the returns on time, and were the actions?"""

from collections.abc import Iterable
from datetime import datetime

from programme.areas import KENT
from programme.figure import Figure, Source
from programme.measures import owing
from programme.moment import end_of
from programme.parts import FIGURES
from programme.quarter import Quarter
from programme.submission import Version
from programme.working_days import return_due
from programme.workstreams import workstreams
from record.logs import Logs
from record.tracked import Tracked, tracked
from store.counting.standing import not_withdrawn, spoken_for

SHEET = "worked out from the returns"
ACTION_LOG = "worked out from the action log"


def computed_figures(versions: Iterable[Version], as_at: datetime | None) -> list[Figure]:
    """`returns_due` and `returns_received_on_time` of every quarter for which a standard return was made."""
    first = _first_received(versions)
    quarters = sorted({quarter for quarter, _, _ in first})
    return [figure for quarter in quarters for figure in _on_time(quarter, first)]


ReceivedAt = dict[tuple[Quarter, int, str], datetime]


def _first_received(versions: Iterable[Version]) -> ReceivedAt:
    """When the first figures that were not withdrawn came in, by quarter, workstream and the organisation that owes them."""
    received: ReceivedAt = {}
    for version in not_withdrawn(versions):
        if version.cover.kind == "standard":
            for part in spoken_for(version):
                if part.sheet == FIGURES:
                    received.setdefault((part.quarter, part.workstream, part.organisation), version.accepted_at)
    return received


def _on_time(quarter: Quarter, received: ReceivedAt) -> list[Figure]:
    """A return is on time when everything is that is owed of its workstream, by whomever."""
    deadline = end_of(return_due(quarter))
    in_time = {key for key, accepted in received.items() if accepted <= deadline}
    on_time = sum(all((quarter, number, maker) in in_time for maker in owing(quarter, number)) for number in workstreams())
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
    due: dict[Quarter, list[Tracked]] = {}
    for each in tracked(logs.actions, quarters[-1]):
        if each.baseline and each.now.ref not in continued:
            due.setdefault(Quarter.containing(each.baseline), []).append(each)
    return [figure for quarter in quarters for figure in _actions_of(quarter, due.get(quarter, []))]


def _actions_of(quarter: Quarter, due: list[Tracked]) -> list[Figure]:
    on_time = sum(each.now.done and each.now.actual <= each.baseline for each in due)
    return [
        _figure("actions_due", quarter, len(due), ACTION_LOG),
        _figure("actions_completed_on_time", quarter, on_time, ACTION_LOG),
    ]


def _figure(measure: str, quarter: Quarter, value: int, sheet: str = SHEET) -> Figure:
    return Figure(measure, KENT, quarter, float(value), None, Source("", sheet, str(quarter)))
