"""What a parent is owed about one weakness: what is better, what is not, what comes next."""

from collections.abc import Iterable
from dataclasses import dataclass

from disclosure.rule import Number
from kpis.direction import Direction
from kpis.movement import Movement, Reference, told_since
from kpis.rating import Rating
from programme.areas import KENT
from programme.moment import LONDON
from programme.quarter import Quarter
from programme.working_days import return_due
from programme.workstreams import Weakness
from record.tracked import Tracked
from reports.progress.judgement import Judgement, judgement_of
from reports.progress.outcomes import DeliveryBesideOutcome, beside
from reports.progress.readings import Progress, Reading, once_per_progress


@dataclass(frozen=True, slots=True)
class Moved:
    """A figure now and `before`: when inspectors came back, or in 2019/20; None where nothing compares."""

    judged: Judgement
    before: Reading | None


@dataclass(frozen=True, slots=True)
class ForParents:
    """One weakness for a parent: figures really better, those that are not, and the next actions due.

    Better and worse since inspectors came back, and up to the quarter in which they did since the baseline year.
    """

    about: Weakness
    quarter: Quarter
    both: DeliveryBesideOutcome
    better: tuple[Moved, ...]
    not_better: tuple[Moved, ...]
    coming: tuple[Tracked, ...]

    @property
    def since(self) -> Reference:
        """Since when it is told."""
        return told_since(self.quarter)


@once_per_progress
def for_parents(progress: Progress, about: Weakness, quarter: Quarter) -> ForParents:
    """What can be said of `about` in `quarter`, its own KPIs before borrowed ones."""
    both = beside(progress, about, quarter, KENT)
    since = told_since(quarter)
    found = both.outcome.since(since)
    moved = [(each, _moved(progress, each, quarter)) for each in (*found.own, *found.borrowed)]
    seen = [(each, one) for each, one in moved if isinstance(one.judged.reading.shown, Number)]
    better = [one for each, one in seen if each.since[since].direction is Direction.IMPROVING and one.before]
    worse = [one for each, one in seen if each.since[since].direction is Direction.WORSENING and one.before]
    red = [one for _, one in seen if one.judged.reading.rated.rating is Rating.RED and one not in (*better, *worse)]
    return ForParents(
        about, quarter, both, tuple(better), (*worse, *red), _coming(progress, both.delivered.actions, quarter)
    )


def _moved(progress: Progress, movement: Movement, quarter: Quarter) -> Moved:
    judged = judgement_of(progress, movement.kpi, movement.area, quarter)
    step = movement.since[told_since(quarter)]
    if not step.said or step.since is None:
        return Moved(judged, None)
    before = next((each for each in judged.line.readings if each.reported == step.since), None)
    return Moved(judged, before if before and isinstance(before.shown, Number) else None)


def _coming(progress: Progress, actions: Iterable[Tracked], quarter: Quarter) -> tuple[Tracked, ...]:
    """Actions not done that lie ahead once the quarter can be read of: from the day its returns are due, or are read."""
    read_from = max(quarter.end, min(progress.now.astimezone(LONDON).date(), return_due(quarter)))
    return soonest(each for each in actions if not each.now.done and each.expected and each.expected > read_from)


def soonest(coming: Iterable[Tracked]) -> tuple[Tracked, ...]:
    """Actions to come, each once, the soonest first, those of one day by their refs."""
    return tuple(sorted(dict.fromkeys(coming), key=lambda each: (each.expected, each.now.ref)))
