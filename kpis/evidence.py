"""Everything a calculation may look at: returned figures and published ones, as known at one moment."""

from collections.abc import Mapping
from dataclasses import dataclass, field

from programme.columns import same_facts
from programme.figure import Facts, Figure, FigureKey
from programme.period_figure import PeriodFigure
from programme.published import PublishedFigures
from programme.quarter import Quarter


@dataclass(frozen=True, slots=True)
class Evidence:
    """Returned `facts` and `published` figures, and what others `reported` of a KPI, by its id, area code and quarter."""

    facts: Facts = field(default_factory=dict)
    published: PublishedFigures = field(default_factory=dict)
    reported: Mapping[FigureKey, PeriodFigure] = field(default_factory=dict)

    def same_as(self, other: "Evidence") -> bool:
        """Whether everything comes to the same by another's figures, as far as that is known without going through them."""
        return same_facts(self.facts, other.facts) and self.reported == other.reported and self.published == other.published

    def figure(self, measure: str, area_code: str, quarter: Quarter) -> Figure | None:
        """The returned figure, or None."""
        return self.facts.get((measure, area_code, quarter))


def facts_of(figures: list[Figure]) -> dict[FigureKey, Figure]:
    """Figures indexed for calculation."""
    return {figure.key: figure for figure in figures}
