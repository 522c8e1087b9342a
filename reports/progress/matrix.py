"""The matrix that a board reads first: is a KPI changing, and will it keep meeting its target?"""

from collections.abc import Iterable
from dataclasses import dataclass
from enum import StrEnum

from kpis.spc import Assurance, Variation
from reports.progress.judgement import Judgement


class Standard(StrEnum):
    """How process control sees a target; `none` where there is nothing to hold the limits against."""

    MISSES = "consistently fails"
    CHANCE = "hit or miss"
    MEETS = "consistently meets"
    NONE = "no target"


_STANDARDS = {
    Assurance.CONSISTENT_FAIL: Standard.MISSES,
    Assurance.INCONSISTENT: Standard.CHANCE,
    Assurance.CONSISTENT_PASS: Standard.MEETS,
    None: Standard.NONE,
}


@dataclass(frozen=True, slots=True)
class Matrix:
    """The KPIs whose newest figure process control judges, by variation and standard; and those that it does not."""

    placed: tuple[Judgement, ...]
    not_placed: tuple[Judgement, ...]

    def at(self, variation: Variation, standard: Standard) -> tuple[Judgement, ...]:
        """The KPIs of one field, in their order."""
        return tuple(each for each in self.placed if each.variation is variation and standard_of(each) is standard)


def standard_of(judged: Judgement) -> Standard:
    """Which column a KPI stands in."""
    return _STANDARDS[judged.assurance]


def matrix(judged: Iterable[Judgement]) -> Matrix:
    """Place KPIs. One whose newest figure is hidden, or has no limits, is not placed and stays counted."""
    found = tuple(judged)
    placed = tuple(each for each in found if each.special_cause is not None and not each.reading.hidden)
    return Matrix(placed, tuple(each for each in found if each not in placed))
