"""Who has returned what: each quarter and workstream, received on time, late or missing, and what is expected next."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime
from enum import StrEnum

from programme.columns import given_in
from programme.measures import measures
from programme.moment import end_of
from programme.quarter import Quarter
from programme.submission import Version
from programme.symbols import Status
from programme.working_days import return_due
from programme.workstreams import workstreams
from record.records import Records
from store.counting.standing import not_withdrawn


class State(StrEnum):
    """Where one return stands."""

    ON_TIME = "received on time"
    LATE = "received late"
    HISTORY = "from the history workbook"
    MISSING = "missing"
    NOT_DUE = "not yet due"


@dataclass(frozen=True, slots=True)
class Receipt:
    """The return of one workstream for one quarter: its state, its due day and the versions received, oldest first."""

    quarter: Quarter
    workstream: int
    state: State
    due: date
    versions: tuple[Version, ...] = ()

    @property
    def provisional(self) -> bool:
        """Whether the newest version says its figures may change."""
        return bool(self.versions) and self.versions[-1].cover.status is Status.PROVISIONAL

    @property
    def superseded(self) -> int:
        """How many earlier versions the newest one replaces."""
        return max(len(self.versions) - 1, 0)


def receipts(records: Records, quarters: Iterable[Quarter], now: datetime, organisation: str = "") -> list[Receipt]:
    """The receipt of every workstream in every quarter; of one organisation's returns where it is named."""
    counted = in_force(records.versions, organisation)
    past = {(measure_quarter, stream) for measure_quarter, stream in _from_history(records)}
    return [
        _receipt(quarter, number, counted, (quarter, number) in past, now)
        for quarter in quarters
        for number in workstreams()
    ]


def in_force(versions: Iterable[Version], organisation: str = "") -> list[Version]:
    """Standard returns that were not withdrawn, oldest first."""
    return [
        version
        for version in not_withdrawn(versions)
        if version.cover.kind == "standard" and organisation in ("", version.cover.organisation)
    ]


def _from_history(records: Records) -> set[tuple[Quarter, int]]:
    history = {version.number for version in records.versions if version.cover.kind == "history"}
    return {
        (quarter, measures()[measure].workstream)
        for version, measure, quarter in given_in(records.evidence.facts)
        if version in history
    }


def _receipt(quarter: Quarter, workstream: int, returns: list[Version], from_history: bool, now: datetime) -> Receipt:
    received = tuple(each for each in returns if each.cover.quarter == quarter and workstream in each.cover.workstreams)
    deadline = end_of(return_due(quarter))
    if received:
        state = State.ON_TIME if received[0].accepted_at <= deadline else State.LATE
    elif from_history:
        state = State.HISTORY
    else:
        state = State.MISSING if now > deadline else State.NOT_DUE
    return Receipt(quarter, workstream, state, return_due(quarter), received)


def expected_next(records: Records, now: datetime) -> Quarter:
    """The quarter whose returns are expected next: the one after the newest with figures, or the last to have ended."""
    return records.newest + 1 if records.newest else Quarter.containing(now.date()) - 1
