"""Everything that is said of a KPI's line at its last quarter, on the figures a reader may see."""

from collections.abc import Mapping
from dataclasses import dataclass

from disclosure.rule import Number
from kpis import spc, trajectory
from kpis.rating import Rating
from kpis.spc import Assurance, ControlChart, Variation
from kpis.spc_rules import SpecialCause
from kpis.trajectory import Baseline, Course, Standing
from kpis.trend import LAST_YEAR, SINCE_LAST, Direction, Travel, same_quarter_last_year, since_last, trend
from programme.quarter import Quarter
from reports.progress.readings import Line, Reading


@dataclass(frozen=True, slots=True)
class Judgement:
    """The line's newest reading, which way it moves by each rule, and what process control says.

    `direction` follows the scorecard rule, or the same quarter last year where the KPI is seasonal. `planned` is the
    value planned for the quarter. `series` begins with the first figure that may be seen; annual ones stand once a year.
    `quarters` are those that `chart` has a point for: all of the series, or none where process control does not apply.
    """

    line: Line
    series: Mapping[Quarter, float | None]
    quarters: tuple[Quarter, ...]
    chart: ControlChart
    direction: Travel | None
    trend: Travel | None
    variation: Variation | None
    assurance: Assurance | None
    planned: float | None
    standing: Standing | None
    course: Course | None

    @property
    def reading(self) -> Reading:
        """The newest reading."""
        return self.line.readings[-1]

    @property
    def reported(self) -> Quarter:
        """The quarter that the newest reading's figure was reported in."""
        return self.reading.result.carried_from or self.reading.quarter

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
    kpi, newest = line.kpi, line.readings[-1]
    series = _from_first_figure(seen_series(line))
    target = newest.rated.target
    aim = target.value if target else None
    directed = kpi.better if kpi.better != "target" or target else None
    compared = same_quarter_last_year if kpi.seasonal else since_last
    quarters = tuple(series) if spc.chartable(kpi) else ()
    rebased = [each.index for each in spc.rebases(kpi.breaks, quarters)]
    chart = spc.xmr([series[quarter] for quarter in quarters], rebase_at=rebased)
    plan, standing = _plan(newest, series)
    return Judgement(
        line,
        series,
        quarters,
        chart,
        compared(series, directed, aim),
        trend(series, directed, aim),
        spc.variation(chart, kpi.better),
        spc.assurance(chart, aim, kpi.better),
        plan,
        standing,
        trajectory.course(series, newest.result.carried_from or newest.quarter, target, kpi.better),
    )


def _plan(newest: Reading, series: Mapping[Quarter, float | None]) -> tuple[float | None, Standing | None]:
    """The value planned for the quarter that the figure was reported in, and where the figure stands against it."""
    kpi = newest.kpi
    if kpi.better is None or not kpi.judged_in(newest.area):
        return None, None
    plan = trajectory.planned(newest.result.carried_from or newest.quarter, kpi.targets, _baseline(series))
    if plan is None or not isinstance(newest.shown, Number):
        return plan, None
    return plan, trajectory.standing(newest.shown.value, plan, kpi.better, _tolerance(newest))


def _from_first_figure(series: Mapping[Quarter, float | None]) -> dict[Quarter, float | None]:
    """The series without the quarters before anything was known: a trend is since the first figure."""
    first = min((quarter for quarter, value in series.items() if value is not None), default=None)
    return {quarter: value for quarter, value in series.items() if first is not None and quarter >= first}


def seen_series(line: Line) -> dict[Quarter, float | None]:
    """The values a reader may see, by the quarter they were reported in; None where there is no figure or it is hidden."""
    return {
        reading.result.carried_from or reading.quarter: reading.shown.value if isinstance(reading.shown, Number) else None
        for reading in line.readings
    }


def _baseline(series: Mapping[Quarter, float | None]) -> Baseline | None:
    first = next(((quarter, value) for quarter, value in series.items() if value is not None), None)
    return Baseline(*first) if first else None


def _tolerance(reading: Reading) -> float:
    target = reading.rated.target
    return (target.tolerance or 0) if target else 0
