"""What counts once a list of versions is accepted: those that are, or those that would be after the next return."""

from collections.abc import Sequence
from dataclasses import replace
from functools import cached_property

from programme.columns import FactColumns
from programme.figure import Facts
from programme.impact import TypedRows
from programme.period_figure import PeriodFigure
from programme.quarter import Quarter
from programme.sheets.typed import plain
from programme.sheets.written import Row
from programme.submission import Submission, Version
from programme.wordings import Wording, wordings_standing
from programme.workstreams import workstreams
from store.counting.standing import Holding, StandingWorkstreams, holding, prevailing, streams_of
from store.cursor import Cursor
from store.returns.entries import VersionEntry, as_rows, stored_rows, typed_entries
from store.returns.period_figures import period_figures_counting
from store.returns.stored_cells import StoredCells


class Counted:
    """The figures and words that count of `versions`, oldest first; each part is read when it is first asked for.

    `brought` is the return behind the last version, where that is only thought of and nothing of it is stored. `wordings`
    are the words that were written on screen, oldest first, withdrawn ones included.
    """

    def __init__(
        self,
        cursor: Cursor,
        versions: Sequence[Version],
        cells: StoredCells,
        brought: Submission | None = None,
        wordings: Sequence[Wording] = (),
    ):
        self._cursor = cursor
        self._cells = cells
        self._brought = brought
        self.versions = tuple(versions)
        self.wordings = tuple(wordings)

    @cached_property
    def holding(self) -> Holding:
        """The parts that each version speaks for, by its number; empty for one superseded or withdrawn."""
        return holding(self.versions)

    @cached_property
    def standing(self) -> StandingWorkstreams:
        """The workstreams that each version speaks for in anything, by its number."""
        return self.held("")

    def held(self, sheet: str) -> StandingWorkstreams:
        """The workstreams that each version speaks for on one sheet, by its number."""
        return {number: streams_of(parts, sheet) for number, parts in self.holding.items()}

    @cached_property
    def facts(self) -> FactColumns:
        """The figures that count, by measure, area code and quarter. Cells and notes are read from the store when somebody
        looks, also after this moment has passed."""
        stored = self._stored_facts()
        return stored.with_figures(self._counting(stored, self._brought)) if self._brought else stored

    def _stored_facts(self) -> FactColumns:
        from store.returns.fact_columns import counting_columns  # and numpy: only where figures are looked at

        return counting_columns(self._cursor, self.versions, self._cells)

    def _counting(self, stored: FactColumns, brought: Submission) -> Facts:
        """The figures of a return that is only thought of, but for those of whose measures another's own count."""
        numbered, number = {version.number: version for version in self.versions}, self.versions[-1].number
        found = {}
        for figure in brought.figures:
            mine = replace(figure, source=replace(figure.source, version=number))
            if prevailing(filter(None, (mine, stored.get(figure.key))), numbered) is mine:
                found[figure.key] = figure
        return found

    @cached_property
    def period_figures(self) -> tuple[PeriodFigure, ...]:
        """The figures of months and years and the reported values that count."""
        return period_figures_counting(self._cursor, self.versions, self._kept_brought)

    @property
    def _kept_brought(self) -> list[PeriodFigure]:
        number, kept = self.versions[-1].number if self.versions else None, self._brought.kept if self._brought else ()
        return [replace(each, source=replace(each.source, version=number)) for each in kept]

    def entries(self, sheet: str, quarter: Quarter | None = None) -> list[VersionEntry]:
        """What was typed in one sheet of the versions that count, for one quarter or all; by version, then as typed."""
        stored = typed_entries(self._cursor, self.versions, self.holding, sheet, quarter)
        typed = self._typed_in(sheet) if self._brought and quarter in (None, self._brought.cover.quarter) else []
        return [*stored, *typed]

    def rows(self, sheet: str) -> list[tuple[Version, Sequence[Row]]]:
        """The same entries as rows, each with its quarter and its cells by heading; version by version, oldest first."""
        stored = self.versions[:-1] if self._brought else self.versions
        speaking = [each for each in stored if streams_of(self.holding[each.number], sheet)]
        found = stored_rows(self._cursor, speaking, sheet, self._cells.kept)
        return [*found, *as_rows(self._typed_in(sheet), sheet)]

    def _typed_in(self, sheet: str) -> list[VersionEntry]:
        """What is typed in one sheet of a return that is only thought of, where it speaks for it."""
        if self._brought is None or not streams_of(self.holding[self.versions[-1].number], sheet):
            return []
        return [(self.versions[-1], entry) for entry in self._brought.entries if plain(entry.sheet) == plain(sheet)]

    def spoken(self, sheet: str) -> TypedRows:
        """The rows of one sheet, returned or written on screen, in order of time: what came later counts. What was written
        on screen speaks in every workstream."""
        held = self.held(sheet)
        found = [(version.accepted_at, held[version.number], tuple(rows)) for version, rows in self.rows(sheet)]
        here = [each for each in wordings_standing(self.wordings) if each.sheet == sheet]
        found += [(each.at, frozenset(workstreams()), (each.row,)) for each in here]
        return tuple((streams, rows) for _, streams, rows in sorted(found, key=lambda each: each[0]))
