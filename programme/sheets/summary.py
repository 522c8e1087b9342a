"""What leads say of a quarter in their own words: of the whole or of one weakness, in order, each signed with a role."""

from collections.abc import Iterable
from dataclasses import dataclass

from programme.figure import Source
from programme.quarter import Quarter
from programme.sheets import common
from programme.sheets.form import FormSheet, column, columns_of
from programme.sheets.holds import ANSWER, ROLE, WHOLE, one_of
from programme.sheets.written import Row, read_into

SENTENCE, BEFORE_FINDING = "sentence", "before the finding"
ALERT, ADVISE, ASSURE = "alert", "advise", "assure"
SAID_AS = (SENTENCE, BEFORE_FINDING, ALERT, ADVISE, ASSURE)
"""The sentences that open a quarter or a weakness, what is said before a finding is read, and the three lists."""


@dataclass(frozen=True, slots=True)
class LeadWords:
    """One row of the Summary sheet: words in their place among those of their kind; no `weakness` means the whole."""

    weakness: int | None = common.weakness()
    quarter: Quarter
    kind: str = column("Kind", one_of("kind of words", SAID_AS), 20, SAID_AS, needed=True)
    place: int | None = column("Place", WHOLE, 10, needed=True)
    words: str = column("Words", ANSWER, 90, needed=True)
    role: str = column("Role", ROLE, 30)
    source: Source


SUMMARY = FormSheet("Summary", columns_of(LeadWords), apart=("weakness", "kind", "place"), called="kind", since=2)


def summary_in(rows: Iterable[Row]) -> list[LeadWords]:
    """The rows with a kind, a place and words."""
    return read_into(LeadWords, rows, SUMMARY)
