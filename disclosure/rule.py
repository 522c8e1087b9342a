"""What a reader may see of a figure. Nothing is drawn, tabled or exported that has not passed here."""

from collections.abc import Iterable, Set
from dataclasses import dataclass

from kpis.evaluate import KpiResult
from kpis.outcome import Known, Reason, Unknown
from programme.hidden import Item


@dataclass(frozen=True, slots=True)
class Number:
    """A number that may be seen, unrounded."""

    value: float
    numerator: float | None = None
    denominator: float | None = None


@dataclass(frozen=True, slots=True)
class Hidden:
    """A figure that exists and is not shown. Nothing tells why: whether it is small, or covers one that is."""


@dataclass(frozen=True, slots=True)
class NoFigure:
    """There is no figure, and why."""

    reason: Reason
    detail: str = ""


Shown = Number | Hidden | NoFigure


def shown_of(result: KpiResult, items: Iterable[Item], hidden: Set[Item]) -> Shown:
    """What is shown of a result that shows these `items`, where some are `hidden`. A hidden 0 to divide by is hidden too."""
    match result.outcome:
        case Known() | Unknown(Reason.ZERO_DENOMINATOR) if hidden and not hidden.isdisjoint(items):
            return Hidden()
        case Unknown(reason, detail):
            return NoFigure(reason, detail)
        case Known(number, numerator, denominator):
            return Number(number, numerator, denominator)
