"""What readers do not see of the figures there are: of Kent and the NHS, and of districts by quarter and rolling year."""

from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from enum import StrEnum

from disclosure.rule import Hidden, Number
from kpis.registry import registry
from programme.quarter import Quarter
from reports.progress.readings import Progress, Reading, once_per_progress


class LossLevel(StrEnum):
    """Kinds of figures that a disclosure rule may cost."""

    WHOLE = "Kent and NHS"
    QUARTER = "districts' quarters"
    YEAR = "districts' rolling years"


@dataclass(frozen=True, slots=True)
class Loss:
    """How many figures there are, and how many of them readers do not see."""

    figures: int
    hidden: int

    @property
    def seen(self) -> float:
        """The percentage still seen."""
        return 100 * (1 - self.hidden / self.figures) if self.figures else 100.0


@once_per_progress
def losses(progress: Progress, quarter: Quarter | None = None) -> Mapping[LossLevel, Loss]:
    """By level, of one quarter or of all since the baseline; each figure once, in the quarter it is reported in."""
    figures, hidden = Counter(), Counter()
    for reading in _reported(progress, [quarter] if quarter else progress.records.quarters):
        figures[level_of(reading)] += isinstance(reading.shown, Number | Hidden)
        hidden[level_of(reading)] += reading.hidden
    return {level: Loss(figures[level], hidden[level]) for level in LossLevel}


def level_of(reading: Reading) -> LossLevel:
    """The level of a reading."""
    if reading.area.kind != "district":
        return LossLevel.WHOLE
    return LossLevel.YEAR if reading.kpi.basis.code == "R12M" else LossLevel.QUARTER


def _reported(progress: Progress, quarters: Iterable[Quarter]) -> Iterable[Reading]:
    for quarter in quarters:
        for kpi in registry().values():
            if kpi.formula.measures and kpi.basis.reported(quarter) == quarter:
                yield from progress.readings(kpi, quarter).values()
