"""Actions of a plan as they were returned for a quarter: what was promised, by when, by whom, and how far it is."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from programme.figure import Source
from programme.plans import Plan, plan_of
from programme.quarter import Quarter
from programme.sheets.typed import plain
from programme.sheets.written import Row

SHEET = "Actions"


class Brag(StrEnum):
    """Delivery status. Not started stands apart, and so does an action for which no status was returned."""

    BLUE = "Blue"
    GREEN = "Green"
    AMBER = "Amber"
    RED = "Red"
    NOT_STARTED = "Not started"
    NOT_STATED = "No status"


@dataclass(frozen=True, slots=True)
class Action:
    """One row of the Actions sheet. What could not be understood is None here and stays in the store as typed.

    `complete` is a percentage. `status` is what the lead returned; `brag` says what may be shown of it. `former_ref`
    names the action of an earlier plan that this one carries on.
    """

    ref: str
    quarter: Quarter
    title: str
    weaknesses: tuple[int, ...]
    workstream: int | None
    success_criterion: str
    lead_role: str
    accountable_role: str
    partner: str
    start: date | None
    baseline: date | None
    forecast: date | None
    actual: date | None
    status: Brag
    complete: float | None
    note: str
    evidence: str
    updated: date | None
    kpi: str
    former_ref: str
    source: Source

    @property
    def done(self) -> bool:
        """Whether it has an actual date; saying 100% or Blue is not enough."""
        return self.actual is not None

    @property
    def evidenced(self) -> bool:
        """Whether it is done and says where the evidence is."""
        return self.done and bool(self.evidence)

    @property
    def plan(self) -> Plan | None:
        """The plan it belongs to."""
        return plan_of(self.ref, self.quarter)


def actions_in(rows: Iterable[Row]) -> list[Action]:
    """The actions in these rows; a row without a ref or a quarter cannot be followed and is left out."""
    return [_action(row, row.quarter) for row in rows if row.quarter and row.text("Ref")]


def status_typed(text: str) -> Brag | None:
    """The status that `text` names, whatever its capitals; None for anything else."""
    return next((brag for brag in Brag if plain(brag) == plain(text)), None)


def _action(row: Row, quarter: Quarter) -> Action:
    return Action(
        ref=row.text("Ref"),
        quarter=quarter,
        title=row.text("Action"),
        weaknesses=row.numbers("Weaknesses"),
        workstream=next(iter(row.numbers("Workstream")), None),
        success_criterion=row.text("Success criterion"),
        lead_role=row.text("Lead role"),
        accountable_role=row.text("Accountable role"),
        partner=row.text("Partner"),
        start=row.day("Start"),
        baseline=row.day("Baseline due"),
        forecast=row.day("Forecast"),
        actual=row.day("Actual"),
        status=status_typed(row.text("Status")) or Brag.NOT_STATED,
        complete=row.number("% complete"),
        note=row.text("Progress note"),
        evidence=row.text("Evidence reference"),
        updated=row.day("Date of update"),
        kpi=row.text("KPI"),
        former_ref=row.text("Former ref"),
        source=row.source,
    )
