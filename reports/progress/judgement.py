"""The verdict on a KPI's line at its last quarter, on the figures a reader may see."""

from dataclasses import dataclass, fields, replace
from enum import StrEnum
from operator import attrgetter

from disclosure.rule import Number, Shown
from kpis.direction import Direction
from kpis.kpi import Kpi
from kpis.outcome import Known
from kpis.rating import Rating
from kpis.spc import Variation
from kpis.spc_rules import SpecialCause
from kpis.trajectory import Trajectory
from kpis.trend import LAST_YEAR, SINCE_LAST
from kpis.verdict import Verdict, verdict
from programme.areas import Area
from programme.quarter import Quarter
from record.records import FIRST_QUARTER
from reports.progress.courses import course_of
from reports.progress.readings import Line, Progress, Reading, once_per_progress


class RedGroup(StrEnum):
    """The reds by where they go: the four add up to the reds seen."""

    WORSENING = "red and worsening"
    NO_REAL_CHANGE = "red, no real change"
    RECOVERING = "red and recovering"
    CANNOT_BE_SAID = "red, direction cannot be said"


_RED_GROUPS = {
    Direction.WORSENING: RedGroup.WORSENING,
    Direction.NO_REAL_CHANGE: RedGroup.NO_REAL_CHANGE,
    Direction.IMPROVING: RedGroup.RECOVERING,
    Direction.CANNOT_BE_SAID: RedGroup.CANNOT_BE_SAID,
}
_SAID = attrgetter(*(each.name for each in fields(Verdict)))
_OPPOSITE = {(Direction.IMPROVING, Variation.CONCERNING), (Direction.WORSENING, Variation.IMPROVING)}


@dataclass(frozen=True, slots=True)
class Judgement(Verdict):
    """The verdict on a `line`, with the line: its newest reading is what the verdict is about."""

    line: Line

    @property
    def reading(self) -> Reading:
        """The newest reading."""
        return self.line.readings[-1]

    def reading_of(self, quarter: Quarter) -> Reading:
        """The reading whose figure was reported in `quarter`, which wrote and rated it."""
        return next(each for each in self.line.readings if each.reported == quarter)

    @property
    def reported(self) -> Quarter:
        """The quarter that the newest reading's figure was reported in."""
        return self.reading.reported

    @property
    def direction(self) -> Direction:
        """The one word that is said everywhere: of a hidden figure `c`, and nothing else."""
        return Direction.HIDDEN if self.reading.hidden else self.step.direction

    @property
    def since_last_rule(self) -> str:
        """The rule that `since_last` follows, by name."""
        return LAST_YEAR if self.line.kpi.seasonal else SINCE_LAST

    @property
    def process_quarter(self) -> Quarter | None:
        """The quarter that process control speaks of: the newest with a figure, which can be an earlier one than now."""
        return None if self.chart.latest_index is None else self.quarters[self.chart.latest_index]

    @property
    def special_cause(self) -> SpecialCause | None:
        """What process control says of the newest reading; None where that has no figure, or the chart no limits."""
        latest = self.chart.latest
        holds = latest is not None and latest.upper is not None and self.process_quarter == self.reported
        return latest.special_cause if holds else None

    @property
    def red_group(self) -> RedGroup | None:
        """Which of the four groups of reds it is in; None where it is not red."""
        return _RED_GROUPS[self.direction] if self.reading.rated.rating is Rating.RED else None

    @property
    def judged_away(self) -> bool:
        """Whether it is red by the rule, and its lead judged it not to be."""
        return self.reading.computed.rating is Rating.RED and self.reading.rated.rating is not Rating.RED

    @property
    def at_odds(self) -> bool:
        """Whether the latest step and the level, as process control sees it now, go opposite ways."""
        level = self.variation if self.special_cause is not None else None
        return (self.direction, level) in _OPPOSITE


def judge(line: Line, course: Trajectory | None = None) -> Judgement:
    """Judge a line at its last quarter by the target in force there and its planned course. Of a hidden figure no rule
    says anything."""
    return _about(line, _verdict_on(line, course))


@once_per_progress
def judgement_of(progress: Progress, kpi: Kpi, area: Area, quarter: Quarter) -> Judgement:
    """A KPI judged in one area and quarter, on its line since the baseline year.

    The verdict follows from the figures and the planned course; what else is written about them leaves it as it is.
    """
    line = progress.line(kpi, area, min(FIRST_QUARTER, quarter).to(quarter))
    course = course_of(progress, kpi, area, quarter)
    planned = course and (course.dated, course.basis, course.agreed_on)
    asked = judgement_of, kpi, area, quarter, planned
    return _about(line, progress.figures.kept.answer(asked, lambda: _verdict_on(line, course)))


def _verdict_on(line: Line, course: Trajectory | None) -> Verdict:
    newest = line.readings[-1]
    said = verdict(line.kpi, newest.area, seen_of(line), newest.rated.target, course)
    if newest.hidden:
        return replace(said, trend=None, pace=None, trajectory=None, planned=None, plan_standing=None)
    return said


def _about(line: Line, said: Verdict) -> Judgement:
    return Judgement(*_SAID(said), line)


def seen_of(line: Line) -> dict[Quarter, Known | None]:
    """What a reader may see, by the quarter it was reported in; None where there is no figure or it is hidden."""
    return {reading.reported: _known(reading.shown) for reading in line.readings}


def _known(shown: Shown) -> Known | None:
    return Known(shown.value, shown.numerator, shown.denominator) if isinstance(shown, Number) else None
