"""Risks as they were returned for a quarter: likelihood by impact, now and as they should become."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from programme.figure import Source
from programme.quarter import Quarter
from programme.sheets import common
from programme.sheets.form import FormSheet, column, columns_of
from programme.sheets.holds import ROLE, TEXT, WHOLE
from programme.sheets.written import Row, read_into

SCALE = range(1, 6)
_SCORES = tuple(map(str, SCALE))
LOW_UP_TO, MEDIUM_UP_TO = 6, 15


class Level(StrEnum):
    """1 to 6 is low, 8 to 15 medium, 16 to 25 high (no product of two scores is 7)."""

    LOW = "low"
    MEDIUM = "medium"
    HIGH = "high"


@dataclass(frozen=True, slots=True)
class Score:
    """Likelihood and impact, each from 1 to 5."""

    likelihood: int
    impact: int

    @property
    def value(self) -> int:
        """The product, from 1 to 25."""
        return self.likelihood * self.impact

    @property
    def level(self) -> Level:
        """Low, medium or high."""
        if self.value <= LOW_UP_TO:
            return Level.LOW
        return Level.MEDIUM if self.value <= MEDIUM_UP_TO else Level.HIGH

    def __str__(self) -> str:
        return f"{self.value} ({self.likelihood} × {self.impact}), {self.level}"


@dataclass(frozen=True, slots=True)
class Risk:
    """One row of the Risks sheet. A score is None unless both its halves are whole numbers from 1 to 5."""

    ref: str = common.ref(needed=True)
    quarter: Quarter
    risk: str = column("Risk", TEXT, 48, aliases=("Risk name", "Risk description"))
    workstream: int | None = common.workstream()
    weaknesses: tuple[int, ...] = common.weaknesses_answered()
    likelihood: int | None = column("Likelihood", WHOLE, 12, _SCORES, aliases=("Likelihood score", "Probability"))
    impact: int | None = column("Impact", WHOLE, 12, _SCORES, aliases=("Impact score",))
    target_likelihood: int | None = column("Target likelihood", WHOLE, 12, _SCORES)
    target_impact: int | None = column("Target impact", WHOLE, 12, _SCORES)
    owner_role: str = column("Owner role", ROLE, 26, aliases=("Risk owner",))
    controls: str = column("Controls", TEXT, 48, aliases=("Mitigations", "Mitigation", "Existing controls"))
    further_action: str = column("Further action", TEXT, 48)
    updated: date | None = common.updated()
    source: Source

    @property
    def current(self) -> Score | None:
        """How it stands now."""
        return _score(self.likelihood, self.impact)

    @property
    def target(self) -> Score | None:
        """How it should become."""
        return _score(self.target_likelihood, self.target_impact)


RISKS = FormSheet("Risks", columns_of(Risk), apart=("ref",), called="ref")


def risks_in(rows: Iterable[Row]) -> list[Risk]:
    """The risks in these rows; a row without a ref or a quarter cannot be followed and is left out."""
    return read_into(Risk, rows, RISKS)


def _score(likelihood: int | None, impact: int | None) -> Score | None:
    return Score(likelihood, impact) if likelihood in SCALE and impact in SCALE else None
