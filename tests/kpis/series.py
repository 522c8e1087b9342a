"""Series, results and KPIs for the tests of judgement."""

from dataclasses import replace

from kpis.ehcp_quality.plans_within_20_weeks import KPI as WITHIN_20_WEEKS
from kpis.evaluate import KpiResult
from kpis.kpi import Kpi
from kpis.outcome import Known, Reason, Unknown
from programme.areas import KENT
from programme.quarter import Quarter


def series(first: str, *values: float | None) -> dict[Quarter, float | None]:
    """Consecutive quarters from `first`, one per value."""
    return {Quarter.parse(first) + step: value for step, value in enumerate(values)}


def kpi(**changes) -> Kpi:
    """A sound KPI, higher is better and without breaks unless changed."""
    return replace(WITHIN_20_WEEKS, **{"breaks": {}, **changes})


def result(
    about: Kpi, quarter: str, value: float | None, carried_from: str = "", denominator: float | None = None
) -> KpiResult:
    """A result with this value, or not returned where it is None."""
    outcome = Unknown(Reason.NOT_RETURNED) if value is None else Known(value, None, denominator)
    carried = Quarter.parse(carried_from) if carried_from else None
    return KpiResult(about, KENT, Quarter.parse(quarter), outcome, (), carried)


def results(about: Kpi, first: str, *values: float | None) -> list[KpiResult]:
    """Consecutive results from `first`."""
    return [result(about, str(quarter), value) for quarter, value in series(first, *values).items()]
