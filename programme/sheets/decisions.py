"""Formal decisions: reference such as 21/00019, who decides, whether it is a key decision, and where it stands."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from programme.figure import Source
from programme.quarter import Quarter
from programme.sheets import common
from programme.sheets.form import FormSheet, column, columns_of
from programme.sheets.holds import DATE, REF, ROLE, TEXT, YES_OR_NO
from programme.sheets.written import Row, read_into


@dataclass(frozen=True, slots=True)
class Decision:
    """One row of the Decisions sheet. `key` is None where it does not say whether it is a key decision."""

    reference: str = column("Reference", REF, 14)
    quarter: Quarter
    title: str = column("Title", TEXT, 48)
    decision_maker: str = column("Decision maker", ROLE, 30)
    key: bool | None = column("Key decision", YES_OR_NO, 14, ("yes", "no"))
    notice: date | None = column("Notice date", DATE, 14)
    decided: date | None = column("Decision date", DATE, 14)
    status: str = column(common.STATUS, TEXT, 16, ("proposed", "taken", "called in", "withdrawn"))
    implications: str = column("Implications", TEXT, 48)
    source: Source


DECISIONS = FormSheet(
    "Decisions", columns_of(Decision), apart=("reference",), called="reference", either=("reference", "title")
)


def decisions_in(rows: Iterable[Row]) -> list[Decision]:
    """The rows with a reference or a title."""
    return read_into(Decision, rows, DECISIONS)
