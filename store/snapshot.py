"""Everything the store knew at one moment: one transaction and one reading of the ledger for all of its parts."""

from collections.abc import Callable, Hashable, Iterable, Iterator, Mapping
from contextlib import contextmanager
from datetime import date, datetime
from functools import cached_property
from typing import TypeVar

from programme.aliases import AddedAlias
from programme.columns import FactColumns
from programme.hidden import HiddenThen
from programme.meeting import Meeting
from programme.published import LoadedRelease, Published, PublishedFigures, PublishedFile
from programme.signoff import SignOff
from programme.submission import Restatement, Submission
from store import comparators
from store.cursor import Cursor
from store.database import Database
from store.hiding.hidden import hidden_then
from store.meetings.meeting_rows import meetings_then
from store.order import ledger
from store.returns import facts
from store.returns.aliases import aliases_known
from store.returns.counted import Counted
from store.returns.stored_cells import StoredCells
from store.returns.wordings import wordings_known
from store.rows.published_rows import printed_by
from store.signing.signoff_rows import sign_off_then

Read = TypeVar("Read")


class Snapshot(Counted):
    """What was known at `as_at` (None: now), all of it from one state of the store however late a part is asked for.

    `change` is the newest thing that was stored in that state: what caches are kept by, and what an acceptance has
    `seen`. `versions` are oldest first. Every other part is read when it is first asked for.
    """

    def __init__(self, cursor: Cursor, as_at: datetime | None, database: Database):
        known = ledger.read_ledger(cursor, as_at)
        super().__init__(cursor, known, StoredCells(database, known), wordings=wordings_known(cursor, as_at))
        self.as_at, self._histories = as_at, database.histories
        self.change = ledger.newest_change(cursor)

    @cached_property
    def restatements(self) -> tuple[Restatement, ...]:
        """Every change to a figure that had counted before, in order of time."""
        return self._of_versions(Snapshot.restatements, lambda: tuple(facts.restatements(self._cursor, self.versions)))

    def _stored_facts(self) -> FactColumns:
        return self._of_versions(Snapshot._stored_facts, super()._stored_facts)

    def _of_versions(self, what: Hashable, read: Callable[[], Read]) -> Read:
        """What follows from the versions alone, which only ever become more: read once, whatever else is stored since.

        What is asked of a past moment is read as of that moment, and not taken from what was read when it was now.
        """
        newest = self.versions[-1] if self.versions else None
        return self._histories.answer((what, self.as_at, newest and (newest.number, newest.accepted_at)), read)

    @cached_property
    def aliases(self) -> list[AddedAlias]:
        """The names that people added by then, oldest first, with what had become of them."""
        return aliases_known(self._cursor, self.as_at)

    @cached_property
    def meetings(self) -> tuple[Meeting, ...]:
        """Every meeting, oldest first, with what is on record and what came of it by then."""
        return meetings_then(self._cursor, self.as_at)

    @cached_property
    def sign_off(self) -> SignOff:
        """How the sign-off of every quarter stands."""
        return sign_off_then(self._cursor, self.as_at)

    def hidden(self, rules: str) -> HiddenThen:
        """What is hidden from readers by these rules. Raises Undecided."""
        return hidden_then(self._cursor, self.as_at, rules)

    @cached_property
    def published(self) -> PublishedFigures:
        """The figures of publishers that were loaded, by figure, area code and period."""
        return comparators.published(self._cursor, self.releases)

    @cached_property
    def printed(self) -> Mapping[int, tuple[Published, ...]]:
        """What each release says of our own areas, by its change; those that were withdrawn since are among them."""
        return printed_by(self._cursor)

    def published_but(self, unseen: Iterable[Published]) -> PublishedFigures:
        """The published figures that count where some of a release are `unseen`: those it replaced stand for them."""
        return comparators.published(self._cursor, self.releases, unseen=unseen)

    @cached_property
    def releases(self) -> tuple[LoadedRelease, ...]:
        """Every load of published figures, oldest first."""
        return tuple(comparators.releases(self._cursor, self.as_at))

    def published_after(self, file: PublishedFile) -> PublishedFigures:
        """The published figures that would count if this file were loaded as the next thing; its own are not `loaded`."""
        known = {release.number: release.rank for release in self.releases}
        mine = file.published_on or date.min, max(known, default=0) + 1
        given = {(each.series, each.area_code, each.period): each for each in file.figures}
        stored = self.published
        return {
            **stored,
            **{key: each for key, each in given.items() if key not in stored or known[stored[key].loaded] < mine},
        }

    def published_without(self, number: int) -> PublishedFigures:
        """The published figures that would count if this release were withdrawn as the next thing."""
        return comparators.published(self._cursor, self.releases, number)

    def given_by(self, number: int) -> PublishedFigures:
        """What one release gave, whether it counts or not."""
        return comparators.figures_given(self._cursor, number)

    def after(self, submission: Submission) -> Counted:
        """What would count if this return were accepted as the next thing."""
        made = ledger.as_next_version(self._cursor, submission)
        return Counted(self._cursor, (*self.versions, made), self._cells, submission, self.wordings)

    def without(self, number: int) -> Counted:
        """What would count if version `number` were withdrawn as the next thing."""
        kept = [version for version in self.versions if version.number != number]
        return Counted(self._cursor, kept, self._cells, wordings=self.wordings)

    def close(self) -> None:
        """Nothing more can be read; what was read stays."""
        del self._cursor


@contextmanager
def snapshot(database: Database, as_at: datetime | None = None) -> Iterator[Snapshot]:
    """The store as at a moment, to be read inside the block. Takes no lock; raises StoreError."""
    with database.reading() as cursor:
        known = Snapshot(cursor, as_at, database)
        try:
            yield known
        finally:
            known.close()
