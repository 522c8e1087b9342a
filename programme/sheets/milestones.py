"""Milestones of a workstream as they were returned for a quarter: what was to be reached, by when, and whether it was."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from programme.figure import Source
from programme.quarter import Quarter
from programme.sheets import common
from programme.sheets.form import FormSheet, column, columns_of
from programme.sheets.holds import DATE, TEXT
from programme.sheets.written import Row, read_into


@dataclass(frozen=True, slots=True)
class Milestone:
    """One row of the Milestones sheet. `due` is the day agreed first, `forecast` the one expected now."""

    ref: str = common.ref(needed=True)
    quarter: Quarter
    workstream: int | None = common.workstream()
    title: str = column("Milestone", TEXT, 60)
    due: date | None = column("First due", DATE, 14)
    forecast: date | None = common.forecast()
    reached: date | None = column("Reached", DATE, 14)
    note: str = common.note()
    source: Source

    @property
    def expected(self) -> date | None:
        """The day it was reached, or is expected on."""
        return self.reached or self.forecast or self.due


MILESTONES = FormSheet("Milestones", columns_of(Milestone), apart=("ref",), called="ref", since=2)


def milestones_in(rows: Iterable[Row]) -> list[Milestone]:
    """The milestones in these rows; a row without a ref or a quarter cannot be followed and is left out."""
    return read_into(Milestone, rows, MILESTONES)
