"""Everything the store knew at one moment: one transaction and one reading of the ledger for all of its parts."""

from collections.abc import Iterator
from contextlib import contextmanager
from datetime import datetime
from functools import cached_property

import duckdb

from programme.figure import Facts
from programme.published import LoadedRelease, PublishedFigures
from programme.quarter import Quarter
from programme.sheets.written import Row
from programme.submission import Restatement, Submission, Version
from store import comparators, entries, facts, ledger
from store.counting.standing import Standing, standing
from store.database import Database


class Snapshot:
    """What was known at `as_at` (None: now), all of it from one state of the store however late a part is asked for.

    `change` is the newest thing that was stored in that state: what caches are kept by, and what an acceptance has
    `seen`. `versions` are oldest first. Every other part is read when it is first asked for.
    """

    def __init__(self, cursor: duckdb.DuckDBPyConnection, as_at: datetime | None):
        self._cursor = cursor
        self.as_at = as_at
        self.change = ledger.newest_change(cursor)
        self.versions: tuple[Version, ...] = tuple(ledger.read_ledger(cursor, as_at))

    @cached_property
    def standing(self) -> Standing:
        """The workstreams that each version speaks for, by its number; empty for one superseded or withdrawn."""
        return standing(self.versions)

    @cached_property
    def facts(self) -> Facts:
        """The figures that count, by measure, area code and quarter."""
        return facts.counting_figures(self._cursor, self.versions)

    @cached_property
    def restatements(self) -> tuple[Restatement, ...]:
        """Every change to a figure that had counted before, in order of time."""
        return tuple(facts.restatements(self._cursor, self.versions))

    @cached_property
    def published(self) -> PublishedFigures:
        """The figures of publishers that were loaded, by figure, area code and period."""
        return comparators.published(self._cursor, self.as_at)

    @cached_property
    def releases(self) -> tuple[LoadedRelease, ...]:
        """Every load of published figures, oldest first."""
        return tuple(comparators.releases(self._cursor, self.as_at))

    def entries(self, sheet: str, quarter: Quarter | None = None) -> list[entries.Typed]:
        """What was typed in one sheet of the versions that count, for one quarter or all; by version, then as typed."""
        return entries.typed_entries(self._cursor, self.versions, self.standing, sheet, quarter)

    def rows(self, sheet: str) -> list[tuple[Version, list[Row]]]:
        """The same entries as rows, each with its quarter and its cells by heading; version by version, oldest first."""
        return entries.as_rows(self.entries(sheet), sheet)

    def facts_after(self, submission: Submission) -> Facts:
        """The figures that would count if this return were accepted as the next thing."""
        number, moment = ledger.next_slot(self._cursor, None)
        made = Version(number, submission.cover, submission.file_name, submission.sha256, moment, "", "")
        brought = {figure.key: figure for figure in submission.figures}
        return {**facts.counting_figures(self._cursor, [*self.versions, made]), **brought}

    def close(self) -> None:
        """Nothing more can be read; what was read stays."""
        del self._cursor

    def facts_without(self, number: int) -> Facts:
        """The figures that would count if version `number` were withdrawn as the next thing."""
        return facts.counting_figures(self._cursor, [each for each in self.versions if each.number != number])


@contextmanager
def snapshot(database: Database, as_at: datetime | None = None) -> Iterator[Snapshot]:
    """The store as at a moment, to be read inside the block. Takes no lock; raises StoreError."""
    with database.reading() as cursor:
        known = Snapshot(cursor, as_at)
        try:
            yield known
        finally:
            known.close()
