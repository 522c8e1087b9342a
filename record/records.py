"""Everything the reports read: the store's figures and versions, and the published figures, as known at one moment."""

from dataclasses import dataclass, field
from datetime import datetime
from functools import cached_property

from kpis.evidence import Evidence, facts_of
from programme.published import published_figures
from programme.quarter import Quarter
from programme.submission import Restatement, Version
from record.computed import action_figures, computed_figures
from record.known_by import out_by
from record.logs import Logs, read_logs
from store import comparators, facts, versions
from store.database import Database

FIRST_QUARTER = Quarter(2019, 1)  # the baseline year: earlier figures only complete rolling years


@dataclass(frozen=True)
class Records:
    """What was known at `as_at` (None: now). `versions` and `restatements` are oldest first, withdrawn ones included."""

    evidence: Evidence
    versions: tuple[Version, ...]
    restatements: tuple[Restatement, ...] = ()
    as_at: datetime | None = None
    logs: Logs = field(default_factory=Logs)

    @property
    def empty(self) -> bool:
        """Whether nothing has been accepted."""
        return not self.versions

    @property
    def illustrative(self) -> bool:
        """Whether any version in force is demonstration data."""
        withdrawn = {version.withdraws for version in self.versions}
        counted = (each for each in self.versions if each.withdraws is None and each.number not in withdrawn)
        return any(version.cover.illustrative for version in counted)

    @cached_property
    def quarters(self) -> list[Quarter]:
        """The quarters from the baseline to the newest with a returned figure, oldest first."""
        returned = {quarter for _, _, quarter in self.evidence.facts}
        return FIRST_QUARTER.to(max(returned)) if returned and max(returned) >= FIRST_QUARTER else []

    @property
    def newest(self) -> Quarter | None:
        """The newest quarter with a figure."""
        return self.quarters[-1] if self.quarters else None

    def version(self, number: int | None) -> Version | None:
        """The version with this number, where it is known at this moment."""
        return next((version for version in self.versions if version.number == number), None)


def read(database: Database, as_at: datetime | None = None) -> Records:
    """Read the store as at a moment. Raises StoreError, whose text is a sentence for the reader."""
    known = tuple(versions.versions(database, as_at))
    returned = facts.facts(database, as_at)
    released = comparators.published(database, as_at)
    logs = read_logs(database, as_at)
    computed = facts_of([*computed_figures(known, as_at), *action_figures(logs)])
    evidence = Evidence({**returned, **computed}, {**out_by(published_figures(), as_at), **released})
    return Records(evidence, known, tuple(facts.restatements(database, as_at)), as_at, logs)


def nothing_returned(as_at: datetime | None = None) -> Records:
    """The records where no return was ever accepted: published figures alone."""
    return Records(Evidence({}, out_by(published_figures(), as_at)), (), (), as_at)
