"""How one KPI moved: since the baseline year 2019/20 and since last quarter, or why that cannot be said."""

from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum

from kpis.evaluate import KpiResult
from kpis.kpi import Kpi
from kpis.outcome import Known
from kpis.trend import Direction, compared, distances
from programme.quarter import Quarter

BASELINE_YEAR = "2019/20"


class Shift(StrEnum):
    """How a figure stands against an earlier one, or why that cannot be said."""

    IMPROVED = "improved"
    WORSENED = "worsened"
    UNCHANGED = "unchanged"
    NO_FIGURE = "no figure now"
    NOTHING_BEFORE = "nothing to compare with"
    NO_NEW_FIGURE = "no new figure"
    NOT_JUDGED = "no better direction"


MOVED = (Shift.IMPROVED, Shift.WORSENED, Shift.UNCHANGED)
_SHIFTS = {Direction.IMPROVED: Shift.IMPROVED, Direction.WORSENED: Shift.WORSENED, Direction.SAME: Shift.UNCHANGED}


@dataclass(frozen=True, slots=True)
class Step:
    """A change against the result `before`; `breaks` are the reasons why the series is not the same on both sides."""

    change: Shift
    before: KpiResult | None = None
    breaks: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Movement:
    """One KPI's result now, against the baseline and against last quarter (last year's quarter where it is seasonal)."""

    now: KpiResult
    since_baseline: Step
    since_last: Step

    @property
    def kpi(self) -> Kpi:
        """The definition."""
        return self.now.kpi


def movement(results: Sequence[KpiResult]) -> Movement:
    """The movement of one KPI in one area, from its results of every quarter from 2019/20 Q1 to now, oldest first."""
    now = results[-1]
    return Movement(now, _step(now, baseline(results)), _since_last(results))


def baseline(results: Sequence[KpiResult]) -> KpiResult | None:
    """The same quarter of 2019/20, like with like; without a figure there, the first of that year; else None.

    An annual figure counts in the quarter it was reported in. A KPI that began later has no baseline.
    """
    season = results[-1].reported.number
    year = [each for each in results if each.reported.financial_year == BASELINE_YEAR and _is_evidence(each)]
    return min(year, key=lambda each: (each.reported.number != season, each.reported), default=None)


def _since_last(results: Sequence[KpiResult]) -> Step:
    now = results[-1]
    if now.carried_from is not None:
        return Step(Shift.NO_NEW_FIGURE)
    wanted = now.quarter - (4 if now.kpi.seasonal else 1)
    return _step(now, next((each for each in results if each.quarter == wanted), None))


def _step(now: KpiResult, before: KpiResult | None) -> Step:
    kpi, target = now.kpi, now.kpi.target_in(now.reported)
    if not _is_evidence(now):
        return Step(Shift.NO_FIGURE)
    if kpi.better is None:
        return Step(Shift.NOT_JUDGED)
    if before is None or not _is_evidence(before) or before.reported >= now.reported:
        return Step(Shift.NOTHING_BEFORE)
    series, better = {each.reported: each.value for each in (before, now)}, kpi.better
    if better == "target":
        if target is None:
            return Step(Shift.NOTHING_BEFORE)
        series, better = distances(series, target.value), "lower"
    change = _SHIFTS[compared(*series.values(), better)]
    return Step(change, before, _breaks(kpi, before.reported, now.reported))


def _breaks(kpi: Kpi, before: Quarter, now: Quarter) -> tuple[str, ...]:
    return tuple(reason for text, reason in kpi.breaks.items() if before < Quarter.parse(text) <= now)


def _is_evidence(result: KpiResult) -> bool:
    """A known figure, from enough replies to be rated where the KPI sets a minimum."""
    return isinstance(result.outcome, Known) and result.kpi.enough(result.outcome.denominator)
