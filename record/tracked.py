"""One action followed over the quarters by its ref: the date agreed first, every date since, and what may be shown now."""

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from functools import cached_property
from itertools import pairwise

from programme.quarter import Quarter
from programme.sheets import brag
from programme.sheets.actions import Action, Brag
from programme.sheets.brag import BragShown


@dataclass(frozen=True)
class Tracked:
    """An action as at the end of `quarter`, with everything returned about it so far, oldest first.

    What was said of it under another ref, in an earlier plan or in the same, belongs to it. `vanished` says that a later
    return of its workstream no longer names it although it was not complete with evidence. `today` is the day of who
    asks: while the quarter lasts, days count to it and no further.
    """

    quarter: Quarter
    returned: tuple[Action, ...]
    vanished: bool = False
    today: date | None = None

    @cached_property
    def day(self) -> date:
        """The day up to which it counts: the end of the quarter, or today where that is earlier."""
        return min(self.quarter.end, self.today) if self.today else self.quarter.end

    @property
    def refs(self) -> tuple[str, ...]:
        """Every ref that it ever bore, the present one last."""
        return (*dict.fromkeys(each.ref for each in self.returned if each.ref != self.now.ref), self.now.ref)

    @property
    def lapsed(self) -> bool:
        """Whether its forecast has passed and it is not done: it is late, and counting."""
        return not self.now.done and self.now.forecast is not None and self.now.forecast < self.day

    @property
    def now(self) -> Action:
        """What was returned last."""
        return self.returned[-1]

    @cached_property
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
        """Days from the date agreed first to the actual or forecast one, or to `day` where the forecast has passed.

        Negative when early, None without both.
        """
        until = self.day if self.lapsed else self.expected
        return (until - self.baseline).days if until and self.baseline else None

    @property
    def moved(self) -> int:
        """How often its forecast moved; a first forecast counts when it is not the date agreed first."""
        dates = [each.forecast for each in self.returned if each.forecast and not each.done]
        stated = [self.baseline, *dates] if self.baseline else dates
        return sum(before != after for before, after in pairwise(stated))

    @property
    def overdue(self) -> bool:
        """Whether the date agreed first has passed and it is not done, whatever the forecast says now."""
        return brag.overdue(self.now, self.baseline, self.day)

    @cached_property
    def brag_shown(self) -> BragShown:
        """The status a reader sees, and why it is not the one returned."""
        return brag.brag_shown(self.now, self.baseline, self.day)

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
    actions: Iterable[Action],
    quarter: Quarter,
    returned: Pairs = (),
    returned_to: Mapping[int, Pairs] | None = None,
    today: date | None = None,
) -> list[Tracked]:
    """Every action of every plan named up to `quarter`, by its present ref, in the order in which they first appeared.

    `returned` are the quarters and workstreams an action log came in for, `returned_to` those for the actions of each
    version (as in `Logs`). One that bears another ref by now stands once, under that.
    """
    histories: dict[str, list[Action]] = defaultdict(list)
    for action in sorted((each for each in actions if each.quarter <= quarter), key=lambda each: each.quarter):
        histories[action.ref].append(action)
    newest = {None: _newest(returned, quarter)} | {
        version: _newest(pairs, quarter) for version, pairs in (returned_to or {}).items()
    }
    renamed = _renamed(histories)
    return [
        Tracked(
            quarter,
            (*_before(own, histories), *own),
            _vanished(own[-1], newest.get(own[-1].source.version, newest[None])),
            today,
        )
        for ref, own in histories.items()
        if ref not in renamed
    ]


def _renamed(histories: dict[str, list[Action]]) -> set[str]:
    """The refs under which another action of the same plan went on; what an earlier plan said stays with that plan."""
    carried = [(own[0], histories.get(_former(own), [])) for own in histories.values()]
    return {
        former[-1].ref
        for first, former in carried
        if former and former[-1].plan == first.plan and former[-1].quarter < first.quarter
    }


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


def _former(own: list[Action]) -> str:
    """The ref that an action bore before, whenever that was said; empty where it bore no other."""
    former = next((each.former_ref for each in own if each.former_ref), "")
    return former if former != own[0].ref else ""


def _before(own: list[Action], histories: dict[str, list[Action]], known: frozenset[str] = frozenset()) -> list[Action]:
    """What was returned about an action under the refs that it bore before, back to the first."""
    former = _former(own)
    earlier = [each for each in histories.get(former, ()) if each.quarter < own[0].quarter]
    if not earlier or former in known:
        return []
    return [*_before(earlier, histories, known | {former, own[0].ref}), *earlier]
