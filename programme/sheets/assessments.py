"""The lead's own assessment of each weakness: sufficient progress or not yet, and the reason."""

from collections.abc import Iterable
from dataclasses import dataclass

from programme.figure import Source
from programme.quarter import Quarter
from programme.sheets.typed import plain
from programme.sheets.written import Row

SHEET = "Assessment"
SUFFICIENT, NOT_YET = "sufficient progress", "not yet sufficient progress"
_MEANS = {SUFFICIENT: True, NOT_YET: False, "not yet": False, "not sufficient progress": False}


@dataclass(frozen=True, slots=True)
class LeadAssessment:
    """One row of the Assessment sheet. `sufficient` is None where the words typed are neither of the two answers."""

    weakness: int
    quarter: Quarter
    sufficient: bool | None
    text: str
    reason: str
    source: Source


def sufficient_typed(text: str) -> bool | None:
    """What an assessment typed means; None for other words."""
    return _MEANS.get(plain(text))


def assessments_in(rows: Iterable[Row]) -> list[LeadAssessment]:
    """The rows that assess a weakness; a row left blank beside its number is no assessment."""
    return [
        LeadAssessment(
            weakness=row.numbers("Weakness")[0],
            quarter=row.quarter,
            sufficient=sufficient_typed(row.text("Assessment")),
            text=row.text("Assessment"),
            reason=row.text("Reason"),
            source=row.source,
        )
        for row in rows
        if row.quarter and row.numbers("Weakness") and (row.text("Assessment") or row.text("Reason"))
    ]
