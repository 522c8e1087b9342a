"""Formal decisions: reference such as 21/00019, who decides, whether it is a key decision, and where it stands."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from programme.figure import Source
from programme.quarter import Quarter
from programme.sheets.typed import plain
from programme.sheets.written import Row

SHEET = "Decisions"
_KEY = {"yes": True, "no": False}


@dataclass(frozen=True, slots=True)
class Decision:
    """One row of the Decisions sheet. `key` is None where it does not say whether it is a key decision."""

    reference: str
    quarter: Quarter
    title: str
    decision_maker: str
    key: bool | None
    notice: date | None
    decided: date | None
    status: str
    implications: str
    source: Source


def decisions_in(rows: Iterable[Row]) -> list[Decision]:
    """The rows with a reference or a title."""
    return [_decision(row, row.quarter) for row in rows if row.quarter and (row.text("Reference") or row.text("Title"))]


def _decision(row: Row, quarter: Quarter) -> Decision:
    return Decision(
        reference=row.text("Reference"),
        quarter=quarter,
        title=row.text("Title"),
        decision_maker=row.text("Decision maker"),
        key=_KEY.get(plain(row.text("Key decision"))),
        notice=row.day("Notice date"),
        decided=row.day("Decision date"),
        status=row.text("Status"),
        implications=row.text("Implications"),
        source=row.source,
    )
