"""What stands beside a KPI: those it must never be shown without, and the same figure over another period."""

from dataclasses import dataclass
from enum import StrEnum

from kpis.kpi import Kpi
from kpis.registry import registry
from programme.areas import Area
from programme.quarter import Quarter
from reports.progress.judgement import Judgement, judgement_of
from reports.progress.readings import Progress


class Why(StrEnum):
    """Why it stands there."""

    COMPANION = "never without it"
    OTHER_PERIOD = "the same over another period"


@dataclass(frozen=True, slots=True)
class Companion:
    """One KPI to be read beside another, judged in the same quarter."""

    why: Why
    judged: Judgement

    @property
    def kpi(self) -> Kpi:
        """Its definition."""
        return self.judged.line.kpi


def other_periods(kpi: Kpi) -> list[Kpi]:
    """The KPIs with the same arithmetic over another period: an in-quarter figure and its rolling year."""
    return [other for other in registry().values() if other.formula == kpi.formula and other.basis != kpi.basis]


def companions(progress: Progress, kpi: Kpi, area: Area, quarter: Quarter) -> list[Companion]:
    """Both kinds, the other period first, each KPI once. One that is not collected for the area is shown for its whole."""
    named = {registry()[name]: Why.COMPANION for name in kpi.companions}
    named = dict.fromkeys(other_periods(kpi), Why.OTHER_PERIOD) | named
    return [Companion(why, judgement_of(progress, other, _where(other, area), quarter)) for other, why in named.items()]


def _where(kpi: Kpi, area: Area) -> Area:
    return area if area in kpi.areas else kpi.areas[0]
