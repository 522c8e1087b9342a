"""What leads write about a KPI: what the figure shows, why, what next, and the management action that a red must have."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from programme.figure import Source
from programme.quarter import Quarter
from programme.sheets import common
from programme.sheets.form import FormSheet, column, columns_of
from programme.sheets.holds import ANSWER, DATE, ROLE, TEXT
from programme.sheets.written import Row, read_into


@dataclass(frozen=True, slots=True)
class Commentary:
    """One row of the Commentary sheet, about one KPI.

    `judgement` is the rating that the lead puts in place of the computed one, `judgement_reason` why.
    """

    kpi: str = common.kpi(needed=True)
    quarter: Quarter
    shows: str = column("What the figure shows", TEXT, 48)
    why: str = column("Why", TEXT, 48)
    next: str = column("What next", TEXT, 48)
    action: str = column("Management action", ANSWER, 48)
    owner_role: str = column("Action owner role", ROLE, 26)
    due: date | None = column("Action due date", DATE, 16)
    judgement: str = column("Rating judgement", TEXT, 18, ("green", "amber", "red"))
    judgement_reason: str = column("Judgement reason", ANSWER, 48)
    source: Source

    @property
    def missing(self) -> tuple[str, ...]:
        """What a management action still lacks: the action itself, its owner, its date."""
        parts = {"management action": self.action, "owner": self.owner_role, "date": self.due}
        return tuple(name for name, given in parts.items() if not given)


COMMENTARY = FormSheet("Commentary", columns_of(Commentary), apart=("kpi",), called="kpi")


def commentary_in(rows: Iterable[Row]) -> list[Commentary]:
    """The rows that name a KPI and say anything about it."""
    return [each for each in read_into(Commentary, rows, COMMENTARY) if any(_said(each))]


def _said(commentary: Commentary) -> list[object]:
    return [getattr(commentary, column.name) for column in COMMENTARY.columns if column is not COMMENTARY.kpi]
