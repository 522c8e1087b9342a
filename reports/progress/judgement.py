"""The verdict on a KPI's line at its last quarter, on the figures a reader may see."""

from dataclasses import dataclass, fields

from disclosure.rule import Number
from kpis.kpi import Kpi
from kpis.rating import Rating
from kpis.spc_rules import SpecialCause
from kpis.trend import LAST_YEAR, SINCE_LAST, Direction
from kpis.verdict import Verdict, verdict
from programme.areas import Area
from programme.quarter import Quarter
from record.records import FIRST_QUARTER
from reports.progress.readings import Line, Progress, Reading, once_per_progress


@dataclass(frozen=True, slots=True)
class Judgement(Verdict):
    """The verdict on a `line`, with the line: its newest reading is what the verdict is about."""

    line: Line

    @property
    def reading(self) -> Reading:
        """The newest reading."""
        return self.line.readings[-1]

    @property
    def reported(self) -> Quarter:
        """The quarter that the newest reading's figure was reported in."""
        return self.reading.reported

    @property
    def rule(self) -> str:
        """The rule that `direction` follows, by name."""
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
    def worsening(self) -> bool:
        """Whether either rule sees the figure getting worse."""
        return any(travel is not None and travel.worse for travel in (self.direction, self.trend))

    @property
    def improving(self) -> bool:
        """Whether either rule sees it getting better, and neither worse."""
        better = (Direction.IMPROVED, Direction.IMPROVING)
        return not self.worsening and any(travel and travel.direction in better for travel in (self.direction, self.trend))

    @property
    def red_and_worsening(self) -> bool:
        """What is listed first everywhere."""
        return self.reading.rated.rating is Rating.RED and self.worsening


def judge(line: Line) -> Judgement:
    """Judge a line at its last quarter by the target in force there."""
    newest = line.readings[-1]
    said = verdict(line.kpi, seen_series(line), newest.rated.target, line.kpi.targets_apply_in(newest.area))
    return Judgement(*(getattr(said, each.name) for each in fields(said)), line)


@once_per_progress
def judgement_of(progress: Progress, kpi: Kpi, area: Area, quarter: Quarter) -> Judgement:
    """A KPI judged in one area and quarter, on its line since the baseline year."""
    return judge(progress.line(kpi, area, min(FIRST_QUARTER, quarter).to(quarter)))


def seen_series(line: Line) -> dict[Quarter, float | None]:
    """The values a reader may see, by the quarter they were reported in; None where there is no figure or it is hidden."""
    return {
        reading.reported: reading.shown.value if isinstance(reading.shown, Number) else None for reading in line.readings
    }
