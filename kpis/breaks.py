"""Where a series is not the same any more: which figures stand within one definition, and which break parts the others."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import TypeVar

from kpis.basis import Basis
from kpis.kpi import Kpi
from programme.quarter import Quarter

Held = TypeVar("Held")


@dataclass(frozen=True, slots=True)
class Break:
    """From `quarter` on a KPI's figures are not what they were before, and why."""

    quarter: Quarter
    reason: str


def newest_break(kpi: Kpi, quarter: Quarter) -> Break | None:
    """The last break up to `quarter`."""
    begun = (Break(Quarter.parse(text), reason) for text, reason in kpi.breaks.items())
    return max((each for each in begun if each.quarter <= quarter), key=lambda each: each.quarter, default=None)


def whole_from(basis: Basis, broken: Break) -> Quarter:
    """The first quarter whose figure holds nothing from before the break: figures of several quarters come later."""
    match basis.code:
        case "R12M":
            return broken.quarter + 3
        case "YTD":
            return broken.quarter + (1 - broken.quarter.number) % 4
        case _:
            return broken.quarter


def within_one_definition(kpi: Kpi, series: Mapping[Quarter, Held]) -> dict[Quarter, Held]:
    """The part of a series that can be compared with its newest quarter, up to it.

    Nothing but the newest itself where that mixes two definitions, as a rolling year does for three quarters.
    """
    newest = max(series, default=None)
    broken = newest and newest_break(kpi, newest)
    if broken is None:
        return dict(series)
    first = min(newest, whole_from(kpi.basis, broken))
    mixed = newest < whole_from(kpi.basis, broken)
    return {quarter: value for quarter, value in series.items() if quarter >= first and (quarter == newest or not mixed)}
