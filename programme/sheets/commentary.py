"""What leads write about a KPI: what the figure shows, why, what next, and the management action that a red must have."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from programme.figure import Source
from programme.quarter import Quarter
from programme.sheets.written import Row

SHEET = "Commentary"


@dataclass(frozen=True, slots=True)
class Commentary:
    """One row of the Commentary sheet, about one KPI.

    `judgement` is the rating that the lead puts in place of the computed one, `judgement_reason` why.
    """

    kpi: str
    quarter: Quarter
    shows: str
    why: str
    next: str
    action: str
    owner_role: str
    due: date | None
    source: Source
    judgement: str = ""
    judgement_reason: str = ""

    @property
    def missing(self) -> tuple[str, ...]:
        """What a management action still lacks: the action itself, its owner, its date."""
        parts = {"management action": self.action, "owner": self.owner_role, "date": self.due}
        return tuple(name for name, given in parts.items() if not given)


def commentary_in(rows: Iterable[Row]) -> list[Commentary]:
    """The rows that name a KPI and say anything about it."""
    found = (_commentary(row, row.quarter) for row in rows if row.quarter and row.text("KPI"))
    return [each for each in found if any(_said(each))]


def _said(each: Commentary) -> tuple:
    return each.shows, each.why, each.next, each.action, each.owner_role, each.due, each.judgement, each.judgement_reason


def _commentary(row: Row, quarter: Quarter) -> Commentary:
    return Commentary(
        kpi=row.text("KPI"),
        quarter=quarter,
        shows=row.text("What the figure shows"),
        why=row.text("Why"),
        next=row.text("What next"),
        action=row.text("Management action"),
        owner_role=row.text("Action owner role"),
        due=row.day("Action due date"),
        source=row.source,
        judgement=row.text("Rating judgement"),
        judgement_reason=row.text("Judgement reason"),
    )
