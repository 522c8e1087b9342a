"""Actions of a plan as they were returned for a quarter: what was promised, by when, by whom, and how far it is."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from programme.figure import Source
from programme.headings import headline_areas, labels, redesign_functions
from programme.plans import Plan, plan_of
from programme.quarter import Quarter
from programme.sheets import common
from programme.sheets.form import FormSheet, column, columns_of
from programme.sheets.holds import DATE, EVIDENCE, NUMBER, REF, ROLE, TEXT, Holds, one_of
from programme.sheets.typed import plain
from programme.sheets.written import Row, read_into


class Brag(StrEnum):
    """Delivery status. Not started stands apart, and so does an action for which no status was returned."""

    BLUE = "Blue"
    GREEN = "Green"
    AMBER = "Amber"
    RED = "Red"
    NOT_STARTED = "Not started"
    NOT_STATED = "No status"


def status_typed(text: str) -> Brag | None:
    """The status that `text` names, whatever its capitals; None for anything else."""
    return next((brag for brag in Brag if plain(brag) == plain(text)), None)


BRAG = Holds("status", lambda text: status_typed(text) or Brag.NOT_STATED)
RETURNED = tuple(map(str, Brag))[:-1]
"""The statuses that a return may give."""


AREAS, FUNCTIONS = labels(headline_areas()), labels(redesign_functions())


@dataclass(frozen=True, slots=True)
class Action:
    """One row of the Actions sheet. What could not be understood is None here and stays in the store as typed.

    `complete` is a percentage. `status` is what the lead returned; `brag` says what may be shown of it. `former_ref`
    names the action of an earlier plan that this one carries on. `area` is the headline area of the Accelerated Progress
    Plan that it belongs to, `function` that of the redesign; empty where it names none.
    """

    ref: str = common.ref(needed=True)
    quarter: Quarter
    weaknesses: tuple[int, ...] = common.weaknesses_answered()
    workstream: int | None = common.workstream()
    title: str = column("Action", TEXT, 48, aliases=("Action description",))
    success_criterion: str = column("Success criterion", TEXT, 40)
    lead_role: str = column(common.LEAD_ROLE, ROLE, 26, aliases=("Action owner", "Responsible"))
    accountable_role: str = column("Accountable role", ROLE, 26)
    partner: str = column("Partner", TEXT, 22)
    start: date | None = column("Start", DATE, 14)
    baseline: date | None = column("Baseline due", DATE, 14)
    forecast: date | None = common.forecast()
    actual: date | None = column("Actual", DATE, 14, aliases=("Date completed", "Completed on"))
    status: Brag = column(common.STATUS, BRAG, 14, RETURNED, aliases=("RAG", "RAG status", "RAG rating", "BRAG"))
    complete: float | None = column("% complete", NUMBER, 12, unit="%", aliases=("Percent complete", "Complete %"))
    note: str = column("Progress note", TEXT, 48, aliases=("Progress update", "Latest update"))
    evidence: str = column("Evidence reference", EVIDENCE, 26, aliases=("Evidence ref",))
    updated: date | None = common.updated()
    kpi: str = common.kpi()
    former_ref: str = column("Former ref", REF, 14, aliases=("Former reference",))
    area: str = column("Headline area", one_of("headline area", AREAS), 28, AREAS, since=2)
    function: str = column("Function", one_of("function", FUNCTIONS), 24, FUNCTIONS, since=2)
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


ACTIONS = FormSheet("Actions", columns_of(Action), apart=("ref",), called="ref")


def actions_in(rows: Iterable[Row]) -> list[Action]:
    """The actions in these rows; a row without a ref or a quarter cannot be followed and is left out."""
    return read_into(Action, rows, ACTIONS)
