"""Everything that is said of a KPI's line at its last quarter, on the figures a reader may see."""

from dataclasses import dataclass

from kpis import spc, trajectory
from kpis.rating import Rating
from kpis.spc import Assurance, Chart, Variation
from kpis.trajectory import Baseline, Course, Standing
from kpis.trend import Direction, Travel, same_quarter_last_year, since_last, trend
from programme.quarter import Quarter
from reports.disclosure import Number
from reports.progress import Line, Reading


@dataclass(frozen=True, slots=True)
class Judgement:
    """The line's newest reading, which way it moves by each rule, and what process control says.

    `direction` follows the scorecard rule, or the same quarter last year where the KPI is seasonal. `planned` is the
    value planned for the quarter. `quarters` are those that `chart` has a point for: annual figures stand once a year.
    """

    line: Line
    quarters: tuple[Quarter, ...]
    chart: Chart
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
    series = seen_series(line)
    quarters = tuple(series)
    target = newest.rated.target
    aim = target.value if target else None
    directed = kpi.better if kpi.better != "target" or target else None
    compared = same_quarter_last_year if kpi.seasonal else since_last
    chart = spc.xmr(list(series.values()), rebase_at=[each.index for each in spc.rebases(kpi.breaks, quarters)])
    plan = trajectory.planned(newest.quarter, kpi.targets, _baseline(series)) if kpi.better else None
    value = newest.shown.value if isinstance(newest.shown, Number) else None
    return Judgement(
        line,
        quarters,
        chart,
        compared(series, directed, aim),
        trend(series, directed, aim),
        spc.variation(chart, kpi.better),
        spc.assurance(chart, aim, kpi.better),
        plan,
        trajectory.standing(value, plan, kpi.better, _tolerance(newest)) if None not in (value, plan) else None,
        trajectory.course(series, newest.result.carried_from or newest.quarter, target, kpi.better),
    )


def seen_series(line: Line) -> dict[Quarter, float | None]:
    """The values a reader may see, by the quarter they were reported in; None where there is no figure or it is hidden."""
    return {
        reading.result.carried_from or reading.quarter: reading.shown.value if isinstance(reading.shown, Number) else None
        for reading in line.readings
    }


def _baseline(series: dict[Quarter, float | None]) -> Baseline | None:
    first = next(((quarter, value) for quarter, value in series.items() if value is not None), None)
    return Baseline(*first) if first else None


def _tolerance(reading: Reading) -> float:
    target = reading.rated.target
    return (target.tolerance or 0) if target else 0
