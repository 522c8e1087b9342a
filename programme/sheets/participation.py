"""“You said, we did”: what children and parents said, what was done about it, and what difference that made."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from programme.figure import Source
from programme.quarter import Quarter
from programme.sheets.written import Row

SHEET = "Participation"


@dataclass(frozen=True, slots=True)
class Participation:
    """One row of the Participation sheet. `activities` and `people` are None where no number was given."""

    ref: str
    quarter: Quarter
    you_said: str
    we_did: str
    difference: str
    activities: int | None
    people: int | None
    day: date | None
    group: str
    weaknesses: tuple[int, ...]
    source: Source


def participation_in(rows: Iterable[Row]) -> list[Participation]:
    """The rows that say anything of what was said or done."""
    spoken = (row for row in rows if row.quarter and (row.text("You said") or row.text("We did")))
    return [_participation(row, row.quarter) for row in spoken]


def _participation(row: Row, quarter: Quarter) -> Participation:
    return Participation(
        ref=row.text("Ref"),
        quarter=quarter,
        you_said=row.text("You said"),
        we_did=row.text("We did"),
        difference=row.text("Difference made"),
        activities=row.whole("Activities"),
        people=row.whole("People"),
        day=row.day("Date"),
        group=row.text("Group"),
        weaknesses=row.numbers("Weaknesses"),
        source=row.source,
    )
