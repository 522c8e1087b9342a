"""Letters to the area: what the DfE, NHS England and inspectors wrote of a weakness, and where the document is."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from programme.figure import Source
from programme.quarter import Quarter
from programme.sheets import common
from programme.sheets.form import FormSheet, column, columns_of
from programme.sheets.holds import ANSWER, EVIDENCE, one_of
from programme.sheets.written import Row

SENDERS = ("DfE", "NHS England", "DfE and NHS England", "Ofsted and CQC")


@dataclass(frozen=True, slots=True)
class Letter:
    """One row of the Letters sheet: what a letter says of one weakness, in its own words.

    `address` is where the document is; it leads there where it is an https address.
    """

    day: date = common.happened(needed=True)
    sender: str = column("From", one_of("sender", SENDERS), 22, SENDERS, needed=True)
    weakness: int = common.weakness(needed=True)
    wording: str = column("Wording", ANSWER, 70, needed=True)
    address: str = column("Document address", EVIDENCE, 48)
    source: Source

    @property
    def quarter(self) -> Quarter:
        """The quarter in which it was written."""
        return Quarter.containing(self.day)

    @property
    def place(self) -> str:
        """What it is found by on the page of its weakness."""
        return f"letter-{self.day}-{SENDERS.index(self.sender) + 1}"


LETTERS = FormSheet(
    "Letters", columns_of(Letter), apart=("day", "sender", "weakness"), called="sender", quarterly=False, since=3
)
"""A letter has a day of its own: it is known from that day on, whatever quarter's return brings it."""


def letters_in(rows: Iterable[Row]) -> list[Letter]:
    """The rows that say who wrote what of which weakness, and when."""
    return [Letter(**row.values(LETTERS), source=row.source) for row in rows if row.has_needed(LETTERS)]
