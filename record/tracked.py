"""One action followed over the quarters by its ref: the date agreed first, every date since, and what may be shown now."""

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from itertools import pairwise

from programme.quarter import Quarter
from programme.sheets import brag
from programme.sheets.actions import Action, Brag
from programme.sheets.brag import BragShown


@dataclass(frozen=True, slots=True)
class Tracked:
    """An action as at the end of `quarter`, with everything returned about it so far, oldest first.

    What an earlier plan said of it under another ref belongs to it. `vanished` says that a later return of its
    workstream no longer names it although it was not complete with evidence.
    """

    quarter: Quarter
    returned: tuple[Action, ...]
    vanished: bool = False

    @property
    def now(self) -> Action:
        """What was returned last."""
        return self.returned[-1]

    @property
    def baseline(self) -> date | None:
        """The date agreed first. Nothing returned later overwrites it."""
        return next((each.baseline for each in self.returned if each.baseline), None)

    @property
    def rewritten(self) -> bool:
        """Whether a later return gives another baseline under the same ref; a new plan gives its own."""
        stated = [each.baseline for each in self.returned if each.baseline and each.ref == self.now.ref]
        return len(set(stated)) > 1

    @property
    def expected(self) -> date | None:
        """The day it was, or is now forecast to be, done."""
        return _expected(self.now)

    @property
    def slip(self) -> int | None:
        """Days from the date agreed first to the actual or forecast one; negative when early, None without both."""
        return (self.expected - self.baseline).days if self.expected and self.baseline else None

    @property
    def moved(self) -> int:
        """How often its forecast moved; a first forecast counts when it is not the date agreed first."""
        dates = [each.forecast for each in self.returned if each.forecast and not each.done]
        stated = [self.baseline, *dates] if self.baseline else dates
        return sum(before != after for before, after in pairwise(stated))

    @property
    def overdue(self) -> bool:
        """Whether the date agreed first has passed and it is not done, whatever the forecast says now."""
        return brag.overdue(self.now, self.baseline, self.quarter.end)

    @property
    def brag_shown(self) -> BragShown:
        """The status a reader sees, and why it is not the one returned."""
        return brag.brag_shown(self.now, self.baseline, self.quarter.end)

    @property
    def brag(self) -> Brag:
        """The status a reader sees."""
        return self.brag_shown.brag

    @property
    def stale(self) -> bool:
        """Whether what is known is from an earlier quarter: no newer return came, or it has vanished."""
        return self.now.quarter < self.quarter


def _expected(action: Action) -> date | None:
    return action.actual or action.forecast


Pairs = Iterable[tuple[Quarter, int]]


def tracked(
    actions: Iterable[Action], quarter: Quarter, returned: Pairs = (), returned_to: Mapping[int, Pairs] | None = None
) -> list[Tracked]:
    """Every action of every plan named up to `quarter`, by ref, in the order in which they first appeared.

    `returned` are the quarters and workstreams an action log came in for, `returned_to` those for the actions of each
    version (as in `Logs`).
    """
    histories: dict[str, list[Action]] = defaultdict(list)
    for action in sorted((each for each in actions if each.quarter <= quarter), key=lambda each: each.quarter):
        histories[action.ref].append(action)
    newest = {None: _newest(returned, quarter)} | {
        version: _newest(pairs, quarter) for version, pairs in (returned_to or {}).items()
    }
    return [
        Tracked(
            quarter,
            (*_before(own, histories), *own),
            _vanished(own[-1], newest.get(own[-1].source.version, newest[None])),
        )
        for own in histories.values()
    ]


def _newest(returned: Pairs, quarter: Quarter) -> dict[int, Quarter]:
    """The newest quarter up to `quarter` for which each workstream's log came in."""
    newest: dict[int, Quarter] = {}
    for when, stream in sorted(pair for pair in returned if pair[0] <= quarter):
        newest[stream] = when
    return newest


def _vanished(last: Action, newest: dict[int, Quarter]) -> bool:
    """Whether its workstream's log came in again without it, under the same plan, although it was not finished."""
    later = newest.get(last.workstream)
    if later is None or later <= last.quarter or last.evidenced:
        return False
    return last.plan is not None and last.plan.in_force_during(later)


def _before(own: list[Action], histories: dict[str, list[Action]]) -> list[Action]:
    """What the earlier plan returned about an action that was carried over under a new ref, whenever that was said."""
    first, former_ref = own[0], next((each.former_ref for each in own if each.former_ref), "")
    former = [each for each in histories.get(former_ref, ()) if each.quarter < first.quarter]
    return former if former_ref != first.ref else []
