"""What inspection letters record beside weaknesses and judgements: strengths found, and who was spoken with."""

from dataclasses import dataclass
from datetime import date
from functools import cache
from typing import Literal

from plumbing.reference import rows

Recorded = Literal["strength", "heard"]


@dataclass(frozen=True, slots=True)
class InspectionRecord:
    """One line of a letter, known from the day of the letter on; an empty `text` is not known, and `status` says so."""

    letter: date
    text: str
    source: str
    status: str


@cache
def _recorded(kind: Recorded) -> tuple[InspectionRecord, ...]:
    found = (
        InspectionRecord(date.fromisoformat(row["visit"]), row["text"], row["source"], row["status"])
        for row in rows("inspection_records")
        if row["kind"] == kind
    )
    return tuple(sorted(found, key=lambda each: each.letter))


def strengths(on: date) -> tuple[InspectionRecord, ...]:
    """The strengths that letters up to a day had found."""
    return tuple(each for each in _recorded("strength") if each.letter <= on)


def spoken_with(on: date) -> tuple[InspectionRecord, ...]:
    """Whom inspectors had spoken with, by the letters up to a day."""
    return tuple(each for each in _recorded("heard") if each.letter <= on)
