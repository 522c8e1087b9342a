"""What became of the actions of a plan that ended: carried on under another ref, finished, everyday work, or stopped."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from programme.figure import Source
from programme.quarter import Quarter
from programme.sheets import common
from programme.sheets.form import FormSheet, column, columns_of
from programme.sheets.holds import REFS, one_of
from programme.sheets.written import Row, read_into

CARRIED_ON, FINISHED, EVERYDAY, STOPPED = BECAME = ("carried on", "finished", "everyday work", "stopped")


@dataclass(frozen=True, slots=True)
class Handover:
    """One row of the sheet of closed actions: what became of action `ref`, and which (`into`) carry it on."""

    ref: str = common.ref(needed=True)
    quarter: Quarter
    became: str = column("What became of it", one_of("what became of it", BECAME), 20, BECAME, needed=True)
    into: tuple[str, ...] = column("Carried on in", REFS, 24)
    day: date | None = common.happened()
    reason: str = common.reason()
    source: Source


HANDOVER = FormSheet("Closed actions", columns_of(Handover), apart=("ref",), called="ref", since=2)


def handovers_in(rows: Iterable[Row]) -> list[Handover]:
    """The rows that say what became of an action."""
    return read_into(Handover, rows, HANDOVER)
