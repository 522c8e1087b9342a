"""Formal decisions: reference such as 21/00019, who decides, whether it is a key decision, and where it stands."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from programme.figure import Source
from programme.quarter import Quarter
from programme.sheets import common
from programme.sheets.form import FormSheet, column, columns_of
from programme.sheets.holds import DATE, KPI_IDS, REF, REFS, ROLE, TEXT, YES_OR_NO
from programme.sheets.written import Row, read_into

STATUSES = ("proposed", "recommendations approved", "taken", "called in", "withdrawn")


@dataclass(frozen=True, slots=True)
class Decision:
    """One row of the Decisions sheet. `key` is None where it does not say whether it is a key decision.

    It is due from the `decision_maker`, `not_before` a day: 28 days after its notice. `kpis`, `actions`, `weaknesses` and
    `risks` are what it touches, by id, ref or number.
    """

    reference: str = column("Reference", REF, 14)
    quarter: Quarter
    title: str = column("Title", TEXT, 48)
    decision_maker: str = column("Decision maker", ROLE, 30)
    key: bool | None = column("Key decision", YES_OR_NO, 14, ("yes", "no"))
    notice: date | None = column("Notice date", DATE, 14)
    decided: date | None = column("Decision date", DATE, 14)
    status: str = column(common.STATUS, TEXT, 24, STATUSES)
    implications: str = column("Implications", TEXT, 48)
    proposed: str = column("Proposed decision", TEXT, 48, since=2)
    lead_member: str = column("Lead member", ROLE, 30, since=2)
    key_reason: str = column("Reason key", TEXT, 36, since=2)
    divisions: str = column("Divisions affected", TEXT, 20, since=2)
    not_before: date | None = column("Not before", DATE, 14, since=2)
    background: str = column("Background", TEXT, 48, since=2)
    options: str = column("Options considered", TEXT, 40, since=2)
    financial: str = column("Financial implications", TEXT, 36, since=2)
    legal: str = column("Legal implications", TEXT, 36, since=2)
    equality: str = column("Equality implications", TEXT, 36, since=2)
    kpis: tuple[str, ...] = column("Linked KPIs", KPI_IDS, 36, since=2)
    actions: tuple[str, ...] = column("Linked actions", REFS, 24, since=2)
    weaknesses: tuple[int, ...] = common.weaknesses_answered(since=2)
    risks: tuple[str, ...] = column("Linked risks", REFS, 16, since=2)
    source: Source


DECISIONS = FormSheet(
    "Decisions", columns_of(Decision), apart=("reference",), called="reference", either=("reference", "title")
)


def decisions_in(rows: Iterable[Row]) -> list[Decision]:
    """The rows with a reference or a title."""
    return read_into(Decision, rows, DECISIONS)
