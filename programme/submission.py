"""What a return becomes on its way from the workbook to the store: its cover, figures, typed entries and findings."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date, datetime
from typing import Literal, NamedTuple

from programme.access import Person, done_by
from programme.answers import answer_typed
from programme.areas import Area
from programme.figure import Figure
from programme.finding import Finding
from programme.parts import Parts
from programme.period_figure import PeriodFigure
from programme.quarter import Quarter
from programme.symbols import Status

ReturnKind = Literal["standard", "history"]


@dataclass(frozen=True, slots=True)
class Cover:
    """What the return says about itself. `quarter` is None for a history workbook, which spans many."""

    kind: ReturnKind
    quarter: Quarter | None
    workstreams: tuple[int, ...]
    organisation: str
    lead_role: str
    prepared_by: str
    data_as_at: date | None
    status: Status
    illustrative: bool = False


class Entry(NamedTuple):
    """One typed cell of a sheet other than Figures: what stands in `ref`, under `heading`, in `row`."""

    sheet: str
    row: int
    heading: str
    ref: str
    text: str


@dataclass(frozen=True, slots=True)
class Answered:
    """A query that the person who accepted the return ticked, with the reason given."""

    finding: Finding
    reason: str


@dataclass(frozen=True, slots=True)
class ReadBy:
    """The layout that a file was read with, as it was then: its name and its text."""

    name: str
    layout: str


@dataclass(frozen=True, slots=True)
class Submission:
    """A checked return, whole, ready to be accepted: the store takes it or leaves it in one transaction.

    `parts` is what it speaks for; None is the whole of its scope. `kept` are the figures of it that are no counts of a
    quarter: of months and years, and reported values. `read_by` is the layout of a file that is no form of ours.
    """

    cover: Cover
    file_name: str
    content: bytes
    sha256: str
    figures: tuple[Figure, ...]
    entries: tuple[Entry, ...]
    answered: tuple[Answered, ...] = ()
    parts: Parts | None = None
    kept: tuple[PeriodFigure, ...] = ()
    read_by: ReadBy | None = None


@dataclass(frozen=True, slots=True)
class Acceptance:
    """Who accepts something, or takes it back, and why.

    `reasons` answers the queries of a return: a reason for each, or one text for all of them. `seen` is the `change` of
    the snapshot that the person was shown; where the same figures have changed since, the store refuses. `at` is for
    demonstration returns and tests: when it is to have happened, not before the newest thing stored. `confirmed` is the day
    that the person says it is today; the store asks for it where nothing was stored for long.
    """

    by: Person
    reason: str = ""
    reasons: Mapping[Finding, str] | str = field(default_factory=dict)
    at: datetime | None = None
    seen: int | None = None
    confirmed: date | None = None

    def answer(self, query: Finding) -> str:
        """The reason given for a query; empty where there is none, and where what is given is no answer."""
        return answer_typed(self.reasons if isinstance(self.reasons, str) else self.reasons.get(query, ""))


@dataclass(frozen=True, slots=True)
class Version:
    """A return as it stands in the store: who accepted what, when and why.

    `accepted_by` is the name as said, `account` what it was done with (empty where none is known). `withdraws` is the
    number of the version that this one takes back; such a version carries no figures. `parts` is what it speaks for: None,
    the whole of its scope, for one accepted before versions recorded it.
    """

    number: int
    cover: Cover
    file_name: str
    sha256: str
    accepted_at: datetime
    accepted_by: str
    reason: str
    withdraws: int | None = None
    account: str = ""
    parts: Parts | None = None

    @property
    def doer(self) -> str:
        """Who did it: the name as said, and the account beside it where the two differ."""
        return done_by(self.accepted_by, self.account)


@dataclass(frozen=True, slots=True)
class Restatement:
    """A figure that readers had seen and that then changed.

    `version` is the return or withdrawal that changed it: when, why and by whom. `new` is None where the figure was
    withdrawn, `old` where it came back after that.
    """

    version: Version
    measure: str
    area: Area
    quarter: Quarter
    old: Figure | None
    new: Figure | None
