"""Who has returned what: each quarter, workstream and organisation that owes measures in it, and what is expected next."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date, datetime
from enum import StrEnum
from itertools import product

from programme.columns import given_in
from programme.measures import due_measures, measures, owed_by, owing
from programme.moment import LONDON, end_of
from programme.parts import FIGURES, Part
from programme.quarter import Quarter
from programme.submission import Version
from programme.symbols import Status
from programme.working_days import return_due
from programme.workstreams import workstreams
from record.records import Records
from store.counting.standing import not_withdrawn


class State(StrEnum):
    """Where one return stands, the worst first."""

    MISSING = "missing"
    LATE = "received late"
    AGAIN = "received in time, withdrawn, received again"
    NOT_DUE = "not yet due"
    HISTORY = "from the history workbook"
    ON_TIME = "received on time"
    NOT_OWED = "nothing owed"


@dataclass(frozen=True, slots=True)
class Counts:
    """How many figures are owed, how many of them are there, whoever gave them, and how many of those are symbols."""

    owed: int = 0
    given: int = 0
    symbols: int = 0


@dataclass(frozen=True, slots=True)
class Box:
    """What one organisation owes of a workstream for a quarter, and the versions that brought it, oldest first.

    `withdrawn` are those that were taken back.
    """

    organisation: str
    state: State
    due: date
    versions: tuple[Version, ...] = ()
    withdrawn: tuple[Version, ...] = ()
    counts: Counts = Counts()

    @property
    def provisional(self) -> bool:
        """Whether the newest version says its figures may change."""
        return bool(self.versions) and self.versions[-1].cover.status is Status.PROVISIONAL

    @property
    def superseded(self) -> int:
        """How many earlier versions the newest one replaces."""
        return max(len(self.versions) - 1, 0)


@dataclass(frozen=True, slots=True)
class Receipt:
    """The return of one workstream for one quarter: its due day, and a box for each organisation that owes part of it."""

    quarter: Quarter
    workstream: int
    due: date
    boxes: tuple[Box, ...] = ()

    @property
    def worst(self) -> Box | None:
        """The box that is worst off; None where nothing is owed."""
        return min(self.boxes, key=lambda box: list(State).index(box.state), default=None)

    @property
    def state(self) -> State:
        """Where the return stands: as its worst box."""
        return self.worst.state if self.worst else State.NOT_OWED


def receipts(records: Records, quarters: Iterable[Quarter], now: datetime, organisation: str = "") -> list[Receipt]:
    """The receipt of every workstream in every quarter; of what one organisation owes, where it is named."""
    asked = _Asked(records, now, organisation)
    return [asked.receipt(*each) for each in product(quarters, workstreams())]


def receipts_missing(records: Records, quarters: Iterable[Quarter], now: datetime) -> list[Receipt]:
    """The receipts of which anything is missing; of the others no figure is counted for it."""
    asked = _Asked(records, now, "")
    return [asked.receipt(*each) for each in product(quarters, workstreams()) if asked.misses(*each)]


class _Asked:
    """What receipts are made of: the returns, those that were withdrawn, and what came with history workbooks."""

    def __init__(self, records: Records, now: datetime, organisation: str):
        self._records, self._now, self._organisation = records, now, organisation
        kept = {version.number for version in not_withdrawn(records.versions)}
        returns = [each for each in records.versions if each.withdraws is None and each.cover.kind == "standard"]
        self._kept = [version for version in returns if version.number in kept]
        self._withdrawn = [version for version in returns if version.number not in kept]
        self._past = frozenset(self._from_history())

    def receipt(self, quarter: Quarter, workstream: int) -> Receipt:
        return Receipt(quarter, workstream, return_due(quarter), tuple(map(self._box, self._parts(quarter, workstream))))

    def misses(self, quarter: Quarter, workstream: int) -> bool:
        return any(self._state(part, *self._brought(part)) is State.MISSING for part in self._parts(quarter, workstream))

    def _parts(self, quarter: Quarter, workstream: int) -> Iterator[Part]:
        makers = (each for each in owing(quarter, workstream) if self._organisation in ("", each))
        return (Part(FIGURES, maker, quarter, workstream) for maker in makers)

    def _box(self, part: Part) -> Box:
        brought = self._brought(part)
        about = part.organisation, self._state(part, *brought), return_due(part.quarter)
        return Box(*about, *brought, figures_there(self._records, part))

    def _brought(self, part: Part) -> tuple[tuple[Version, ...], tuple[Version, ...]]:
        """The returns that brought the figures of a part, and those that did and were withdrawn."""
        received = tuple(version for version in self._kept if self._brings(version, part))
        return received, tuple(version for version in self._withdrawn if self._brings(version, part))

    def _brings(self, version: Version, part: Part) -> bool:
        """Whether a return brought the figures of a part. One from before versions recorded their parts brought the whole
        of its workstreams, and stands for its own organisation where only one is asked about."""
        if version.parts is not None:
            return part in version.parts
        cover = version.cover
        about = cover.quarter == part.quarter and part.workstream in cover.workstreams
        return about and self._organisation in ("", cover.organisation)

    def _state(self, part: Part, received: tuple[Version, ...], withdrawn: tuple[Version, ...]) -> State:
        deadline = end_of(return_due(part.quarter))
        if received and received[0].accepted_at > deadline:
            return State.AGAIN if any(each.accepted_at <= deadline for each in withdrawn) else State.LATE
        if received:
            return State.ON_TIME
        if (part.quarter, part.workstream, part.organisation) in self._past:
            return State.HISTORY
        return State.MISSING if self._now > deadline else State.NOT_DUE

    def _from_history(self) -> Iterable[tuple[Quarter, int, str]]:
        histories = {version.number: version for version in self._records.versions if version.cover.kind == "history"}
        for number, measure, quarter in given_in(self._records.evidence.facts):
            if number in histories:
                stream = measures()[measure].workstream
                whole = histories[number].parts is None
                for maker in owing(quarter, stream) if whole else [owed_by(measure)]:
                    yield quarter, stream, maker


def figures_there(records: Records, part: Part) -> Counts:
    """How many of the figures that an organisation owes are there."""
    keys = [
        (measure.id, area.code, part.quarter)
        for measure in due_measures(part.quarter, (part.workstream,), part.organisation)
        for area in measure.areas
    ]
    there = [figure for key in keys if (figure := records.evidence.facts.get(key))]
    return Counts(len(keys), len(there), sum(figure.symbol is not None for figure in there))


def in_force(versions: Iterable[Version], organisation: str = "") -> list[Version]:
    """Standard returns that were not withdrawn, oldest first."""
    return [
        version
        for version in not_withdrawn(versions)
        if version.cover.kind == "standard" and organisation in ("", version.cover.organisation)
    ]


def expected_next(records: Records, now: datetime) -> Quarter:
    """The quarter whose returns are expected next: the one after the newest with figures, or the last to have ended."""
    return expected(records, now)[0]


def expected(records: Records, now: datetime) -> list[Quarter]:
    """Every quarter whose returns are expected: from the one after the newest with figures to the last that has ended."""
    ended = Quarter.containing(now.astimezone(LONDON).date()) - 1
    first = records.newest + 1 if records.newest else ended
    return first.to(max(first, ended))
