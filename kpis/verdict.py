"""The one verdict on a series: which way it moves, what process control says, where it stands against plan and target."""

from collections.abc import Mapping
from dataclasses import dataclass

from kpis import spc
from kpis.breaks import Break, newest_break, within_one_definition
from kpis.direction import Direction, KnownByQuarter, Step, latest_step
from kpis.kpi import Kpi, Target
from kpis.pace import Pace, pace
from kpis.spc import Assurance, ControlChart, Variation
from kpis.trajectory import PlanStanding, Trajectory, plan_standing
from kpis.trend import Travel, ValuesByQuarter, same_quarter_last_year, since_last, trend
from programme.areas import Area
from programme.quarter import Quarter


@dataclass(frozen=True, slots=True)
class Verdict:
    """Everything that is said of one KPI's series at its newest quarter.

    `step` is the latest comparable step and holds the one word, `direction`. Kent's own two rules stay beside it:
    `since_last` (the last figure, or the same quarter last year where the KPI is seasonal) and `trend`. Neither crosses
    `broken`, the newest break in the series. `series` begins with the first figure. `quarters` are those that `chart` has a
    point for: all of the series, or none where process control does not apply. `planned` is the value that the course of
    `trajectory` plans for the newest quarter, and `plan_standing` the figure held against it; both None without one.
    """

    series: ValuesByQuarter
    quarters: tuple[Quarter, ...]
    chart: ControlChart
    step: Step
    since_last: Travel | None
    trend: Travel | None
    variation: Variation | None
    assurance: Assurance | None
    trajectory: Trajectory | None
    planned: float | None
    plan_standing: PlanStanding | None
    pace: Pace | None
    broken: Break | None

    @property
    def direction(self) -> Direction:
        """The one word that is said everywhere."""
        return self.step.direction


def verdict(kpi: Kpi, area: Area, seen: KnownByQuarter, target: Target | None, course: Trajectory | None = None) -> Verdict:
    """Judge a series of `area` at its newest quarter, by the target in force there and the planned `course`.

    `seen` holds what may be seen, by the quarter it was reported in: None where there is no figure.
    """
    newest, series = max(seen, default=None), {quarter: known and known.number for quarter, known in seen.items()}
    known = _from_first_figure(series)
    comparable = within_one_definition(kpi, known)
    aim = target and target.value
    quarters = tuple(known) if spc.chartable(kpi) else ()
    chart = spc.xmr(
        [known[quarter] for quarter in quarters], rebase_at=[each.index for each in spc.rebases(kpi.breaks, quarters)]
    )
    planned = course.planned(newest) if course and newest else None
    return Verdict(
        series=known,
        quarters=quarters,
        chart=chart,
        step=latest_step(kpi, area, seen, target),
        since_last=_since_last(kpi, comparable, target),
        trend=trend(comparable, _better(kpi, target), aim),
        variation=spc.variation(chart, kpi.better),
        assurance=spc.assurance(chart, aim, kpi.better),
        trajectory=course,
        planned=planned,
        plan_standing=_standing(kpi, series, planned, target, course),
        pace=pace(kpi, comparable, target),
        broken=newest_break(kpi, newest) if newest else None,
    )


def _since_last(kpi: Kpi, series: ValuesByQuarter, target: Target | None) -> Travel | None:
    rule = same_quarter_last_year if kpi.seasonal else since_last
    return rule(series, _better(kpi, target), target and target.value)


def _better(kpi: Kpi, target: Target | None):
    """Where close to target is best, there is no better direction without a target."""
    return kpi.better if kpi.better != "target" or target else None


def _standing(
    kpi: Kpi, series: ValuesByQuarter, planned: float | None, target: Target | None, course: Trajectory | None
) -> PlanStanding | None:
    """The newest figure against its planned value; None for a course that was agreed after the quarter had ended."""
    newest = max(series, default=None)
    if planned is None or series[newest] is None or not course.binds(newest):
        return None
    return plan_standing(series[newest], planned, kpi.better, (target and target.tolerance) or 0)


def _from_first_figure(series: ValuesByQuarter) -> Mapping[Quarter, float | None]:
    """The series without the quarters before anything was known: a trend is since the first figure."""
    first = min((quarter for quarter, value in series.items() if value is not None), default=None)
    return {quarter: value for quarter, value in series.items() if first is not None and quarter >= first}
