"""Where what somebody reported and what the counts come to are two different numbers."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from kpis.evaluate import evaluate
from kpis.evidence import Evidence
from kpis.kpi import Kpi
from kpis.registry import registry
from programme.figure import Facts, Figure
from programme.period_figure import PeriodFigure, reported_for_quarters

_PRINTED = re.compile(r"-?[\d,]*\.?(\d*)\s*%?")


@dataclass(frozen=True, slots=True)
class Disagreement:
    """A reported value of a KPI and what its counts come to, with those counts."""

    told: PeriodFigure
    kpi: Kpi
    worked: float
    counts: tuple[Figure, ...]


def disagreements(reported: Iterable[PeriodFigure], facts: Facts) -> Iterator[Disagreement]:
    """Each value of a quarter that is another than its counts come to, as closely as it was printed."""
    for (kpi, _, quarter), told in reported_for_quarters(reported).items():
        if kpi in registry():
            result = evaluate(registry()[kpi], told.area, quarter, Evidence(facts))
            if result.value is not None and abs(result.value - told.value) > _rounding(told, result.kpi):
                counts = tuple(used for used in result.inputs if isinstance(used, Figure))
                yield Disagreement(told, result.kpi, result.value, counts)


def _rounding(told: PeriodFigure, kpi: Kpi) -> float:
    """How far a value can be from the number that it was rounded from: by its printed decimals, at most the KPI's own."""
    printed = _PRINTED.fullmatch(told.as_printed.strip())
    decimals = min(len(printed[1]), kpi.decimals) if printed else kpi.decimals
    return 0.5 * 10**-decimals + 1e-9
