"""Risks as they were returned for a quarter: likelihood by impact, now and as they should become."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from programme.figure import Source
from programme.quarter import Quarter
from programme.sheets.written import Row

SHEET = "Risks"
SCALE = range(1, 6)
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

    ref: str
    quarter: Quarter
    risk: str
    workstream: int | None
    weaknesses: tuple[int, ...]
    current: Score | None
    target: Score | None
    owner_role: str
    controls: str
    further_action: str
    updated: date | None
    source: Source


def risks_in(rows: Iterable[Row]) -> list[Risk]:
    """The risks in these rows; a row without a ref or a quarter cannot be followed and is left out."""
    return [_risk(row, row.quarter) for row in rows if row.quarter and row.text("Ref")]


def _risk(row: Row, quarter: Quarter) -> Risk:
    return Risk(
        ref=row.text("Ref"),
        quarter=quarter,
        risk=row.text("Risk"),
        workstream=next(iter(row.numbers("Workstream")), None),
        weaknesses=row.numbers("Weaknesses"),
        current=_score(row.whole("Likelihood"), row.whole("Impact")),
        target=_score(row.whole("Target likelihood"), row.whole("Target impact")),
        owner_role=row.text("Owner role"),
        controls=row.text("Controls"),
        further_action=row.text("Further action"),
        updated=row.day("Date of update"),
        source=row.source,
    )


def _score(likelihood: int | None, impact: int | None) -> Score | None:
    return Score(likelihood, impact) if likelihood in SCALE and impact in SCALE else None
