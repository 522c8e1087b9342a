"""What each weakness has to be judged by: the KPIs of its own and those it borrows, and whether they are too few."""

from dataclasses import dataclass

from kpis.kpi import Kpi
from kpis.registry import registry
from programme.workstreams import Weakness, weaknesses

LITTLE = 3  # a weakness with fewer KPIs of its own has little evidence


@dataclass(frozen=True, slots=True)
class WeaknessEvidence:
    """The KPIs that speak to a weakness: its `own` name it first; those `borrowed` belong to another."""

    weakness: Weakness
    own: tuple[Kpi, ...]
    borrowed: tuple[Kpi, ...]

    @property
    def little(self) -> bool:
        """Whether so few KPIs are its own that their figures cannot carry a judgement."""
        return len(self.own) < LITTLE


def evidence_by_weakness() -> list[WeaknessEvidence]:
    """What each of the nine weaknesses has to be judged by."""
    return [_evidence(weakness) for weakness in weaknesses().values()]


def _evidence(weakness: Weakness) -> WeaknessEvidence:
    speaking = [kpi for kpi in registry().values() if weakness.number in kpi.weaknesses]
    own = tuple(kpi for kpi in speaking if kpi.weaknesses[0] == weakness.number)
    return WeaknessEvidence(weakness, own, tuple(kpi for kpi in speaking if kpi not in own))
