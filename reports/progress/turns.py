"""A rating that is another than last quarter's, and what turned it: the figure, or only what it is judged by."""

from dataclasses import dataclass
from enum import StrEnum

from disclosure.rule import Number
from kpis.breaks import Break, newest_break, within_one_definition
from kpis.direction import Direction
from kpis.kpi import Target
from kpis.rating import Rating, rate_by
from programme.sheets.commentary import Commentary
from reports.progress.readings import Reading

_FROM_WORST = (Rating.RED, Rating.AMBER, Rating.GREEN)


class Turn(StrEnum):
    """Which way something went since last quarter."""

    BETTER = "better"
    WORSE = "worse"
    NEITHER = "neither"


class Cause(StrEnum):
    """What turned a rating. Only a figure turns it for the better or worse."""

    FIGURE = "the figure"
    FIGURE_CAME = "a figure came"
    FIGURE_WENT = "the figure went"
    HIDDEN = "the figure is hidden"
    HIDDEN_BEFORE = "the figure was hidden"
    TARGET_MOVED = "its target or floor moved"
    TARGET_BEGAN = "its target began"
    TARGET_ENDED = "its target ended"
    JUDGED = "a judgement was made"
    LAPSED = "a judgement lapsed"
    BREAK = "a break in the series"
    OTHER_WAY = "its comparable step goes the other way"


_OPPOSITE = {Turn.BETTER: Direction.WORSENING, Turn.WORSE: Direction.IMPROVING}


@dataclass(frozen=True, slots=True)
class RatingChange:
    """A KPI whose rating is not the one of last quarter; `direction` is the one word about its latest step.

    `written` is the newest that a lead wrote about the figure of this quarter, if anybody did.
    """

    before: Reading
    now: Reading
    direction: Direction
    written: Commentary | None = None

    @property
    def turn(self) -> Turn:
        """Better or worse, where the figure turned it; neither where anything else did."""
        return self._way if self.cause is Cause.FIGURE else Turn.NEITHER

    @property
    def cause(self) -> Cause:
        """What turned it. The figure did where it would have turned the same way by last quarter's standards, unless the
        figures cannot be compared or the comparable step goes the other way."""
        before, now = self.before, self.now
        if Rating.NOT_RATED in (before.rated.rating, now.rated.rating):
            return self._begun_or_ended()
        if self.broken:
            return Cause.BREAK
        by_figure = _turned(before.computed.rating, rate_by(now.result, before.rated.target).rating)
        if by_figure is self._way:
            return Cause.OTHER_WAY if self.direction is _OPPOSITE[self._way] else Cause.FIGURE
        if before.computed.rating is not now.computed.rating and self.target_moved:
            return Cause.TARGET_MOVED
        return Cause.JUDGED if now.override else Cause.LAPSED

    @property
    def real(self) -> bool:
        """Whether the figure that turned it really moved."""
        return self.cause is Cause.FIGURE and self.direction in _OPPOSITE.values()

    @property
    def _way(self) -> Turn:
        return _turned(self.before.rated.rating, self.now.rated.rating)

    @property
    def target_moved(self) -> bool:
        """Whether target, floor or tolerance are others than last quarter."""
        return _standard(self.before.rated.target) != _standard(self.now.rated.target)

    @property
    def broken(self) -> Break | None:
        """The break in the series that lies between the two figures."""
        kpi, earlier, later = self.now.kpi, self.before.reported, self.now.reported
        apart = earlier != later and earlier not in within_one_definition(kpi, {earlier: self.before, later: self.now})
        return newest_break(kpi, later) if apart else None

    def _begun_or_ended(self) -> Cause:
        """Why there is a rating in one of the quarters only. A figure that is hidden did not go."""
        if self.now.hidden or self.before.hidden:
            return Cause.HIDDEN if self.now.hidden else Cause.HIDDEN_BEFORE
        in_both = all(isinstance(each.shown, Number) for each in (self.before, self.now))
        if in_both and self.before.rated.target is None and self.now.rated.target is not None:
            return Cause.TARGET_BEGAN
        if in_both and self.before.rated.target is not None and self.now.rated.target is None:
            return Cause.TARGET_ENDED
        return Cause.FIGURE_CAME if self.before.rated.rating is Rating.NOT_RATED else Cause.FIGURE_WENT


def _standard(target: Target | None) -> tuple | None:
    return target and (target.value, target.floor, target.tolerance)


def _turned(before: Rating, now: Rating) -> Turn:
    if before is now or Rating.NOT_RATED in (before, now):
        return Turn.NEITHER
    return Turn.BETTER if _FROM_WORST.index(now) > _FROM_WORST.index(before) else Turn.WORSE
