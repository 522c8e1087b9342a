"""What a rule may look at: the parsed return, what the database already knows, and today's date."""

from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, field, replace
from datetime import date
from functools import cached_property
from math import isfinite
from typing import TypeVar

from loaders.forms.layouts import standard
from loaders.forms.layouts.history import HISTORY
from loaders.parsing.cover import Answers
from loaders.parsing.parsed import FigureRow, ParsedReturn
from loaders.parsing.speaking import line_says, speaks
from loaders.parsing.unread import ReadSheet, sheets_read, unknown_sheets
from loaders.reading.workbook import Kind, Sheet, Typed
from loaders.rules.words import quoted
from loaders.rules.written_row import UNREADABLE, WrittenRow, written_rows
from plumbing.unchanging import Unchanging
from programme.aliases import Alias
from programme.columns import given_in, number_given
from programme.figure import Facts, FigureKey, Source
from programme.measures import Measure, due_measures, measures, owed_by
from programme.names import title_of
from programme.parts import Says
from programme.period_figure import PeriodFigure
from programme.quarter import Quarter
from programme.sheets.actions import ACTIONS, Action, actions_in
from programme.sheets.form import FormColumn, FormSheet
from programme.standing_words import StandingRows
from programme.submission import Cover, Version
from programme.symbols import Symbol, symbol_typed
from programme.wordings import Wording

LONGEST_TITLE = 70

Each = TypeVar("Each")
RowKey = tuple[str, str, Quarter | None]
"""What a row is about, as a `FigureKey`; the quarter is None while the cover cannot be understood."""


@dataclass(frozen=True)
class KnownBefore:
    """What has been accepted already: figures by key, every version and every action returned, oldest first.

    `words` are the rows that count on each sheet of words, by the sheet's name, version by version; `written` are the words
    written on screen that stand, oldest first; `aliases` the names that people added; `months` the
    figures of months and years, and reported values, that count.
    """

    facts: Facts = field(default_factory=dict)
    versions: tuple[Version, ...] = ()
    actions: tuple[Action, ...] = ()
    words: Mapping[str, tuple[StandingRows, ...]] = field(default_factory=dict)
    written: tuple[Wording, ...] = ()
    aliases: tuple[Alias, ...] = ()
    months: tuple[PeriodFigure, ...] = ()

    def number(self, measure: str, area: str, quarter: Quarter) -> float | None:
        """The accepted number, or None where there is none or only a symbol."""
        return number_given(self.facts, (measure, area, quarter))

    @cached_property
    def makers(self) -> dict[int, str]:
        """The organisation that returned each version."""
        return {version.number: version.cover.organisation for version in self.versions}

    @cached_property
    def series(self) -> "AcceptedSeries":
        """The accepted numbers by measure and area and then by quarter, each with where it stands."""
        return AcceptedSeries(self.facts)


class AcceptedSeries(Mapping[tuple[str, str], dict[Quarter, tuple[float, "Accepted"]]]):
    """Accepted numbers by measure and area and then by quarter. Those of one are gone through once a rule asks for them: a
    return speaks of few of all that was ever accepted."""

    def __init__(self, facts: Facts):
        self._facts, self._known = facts, {}
        self._quarters: dict[tuple[str, str], list[Quarter]] = defaultdict(list)
        for measure, area, quarter in facts:
            self._quarters[measure, area].append(quarter)

    def __getitem__(self, key: tuple[str, str]) -> dict[Quarter, tuple[float, "Accepted"]]:
        if key not in self._known:
            figures = ((*key, quarter) for quarter in self._quarters.get(key, ()))
            given = ((each, number_given(self._facts, each)) for each in figures)
            self._known[key] = {
                each[2]: (number, Accepted(self._facts, each)) for each, number in given if number is not None
            }
        if not self._known[key]:
            raise KeyError(key)
        return self._known[key]

    def __iter__(self) -> Iterator[tuple[str, str]]:
        return (key for key in self._quarters if self.get(key))

    def __len__(self) -> int:
        return sum(1 for _ in self)


@dataclass(frozen=True, slots=True)
class Accepted:
    """Where an accepted figure stands, in words: it is looked up once they are said, and few are."""

    facts: Facts
    key: FigureKey

    def __str__(self) -> str:
        return accepted_at(self.facts[self.key].source)


def accepted_at(source: Source) -> str:
    """`version 7, History!C2`: where something accepted stands, in words."""
    return f"version {source.version}, {source}"


@dataclass(frozen=True)
class Case(Unchanging):
    """A return under examination. `rows` are those that no earlier stage has found an error in.

    `faulty` are the lines of the Cover, by their labels, in which one was found; `cover` where no line bears it.
    """

    parsed: ParsedReturn
    today: date
    known: KnownBefore | None = None
    rows: tuple[FigureRow, ...] = ()
    faulty: frozenset[str] = frozenset()

    @property
    def cover(self) -> Cover | None:
        """The cover, or None while it cannot be understood or a rule has found an error on it."""
        return None if self.faulty else self.parsed.cover

    @cached_property
    def answers(self) -> Answers:
        """The answers of the Cover that can be understood, one by one, but for those in which an error was found."""
        fields = self.parsed.fields
        sound = {label: field for label, field in fields.items() if label not in self.faulty}
        return Answers(sound, naming=self.parsed.naming)

    @cached_property
    def quarter(self) -> Quarter | None:
        """The quarter of the return, whatever else is wrong with its cover; None of a history workbook."""
        return None if self.many_quarters else self.answers.quarter

    @cached_property
    def understood(self) -> dict[RowKey, FigureRow]:
        """The rows whose measure and area are known; of rows that repeat one another the first."""
        found: dict[RowKey, FigureRow] = {}
        for row in self.rows:
            if row.measure and row.area:
                found.setdefault(key_of(row), row)
        return found

    @cached_property
    def numbers(self) -> dict[RowKey, FigureRow]:
        """The rows that hold a number."""
        return {key: row for key, row in self.understood.items() if number_in(row) is not None}

    @cached_property
    def series(self) -> dict[tuple[str, str], dict[Quarter, FigureRow]]:
        """The rows that hold a number, by measure and area and then by quarter in order of time."""
        found: dict[tuple[str, str], dict[Quarter, FigureRow]] = {}
        dated = [key for key in self.numbers if key[2]]
        for measure, area, quarter in sorted(dated, key=lambda key: key[2]):
            found.setdefault((measure, area), {})[quarter] = self.numbers[measure, area, quarter]
        return found

    def once(self, found: Callable[["Case"], Iterable[Each]]) -> tuple[Each, ...]:
        """All that several rules ask of the case, found by the first of them that asks."""
        return self.worked_out(_all_found, found)

    @property
    def read(self) -> tuple[ReadSheet, ...]:
        """The sheets of the form that the workbook has, the figures first."""
        return self.parsed.worked_out(sheets_read)

    @property
    def figures_read(self) -> tuple[ReadSheet, ...]:
        """The sheet of figures, where there is one."""
        return tuple(each for each in self.read if each.form in (standard.FIGURES, HISTORY))

    @property
    def words_read(self) -> tuple[ReadSheet, ...]:
        """The sheets of words."""
        return tuple(each for each in self.read if each.form not in (standard.FIGURES, HISTORY))

    @cached_property
    def unknown_sheets(self) -> tuple[Sheet, ...]:
        """The sheets that the form does not have."""
        return unknown_sheets(self.parsed, self.read)

    @property
    def words_typed(self) -> tuple[tuple[WrittenRow, FormColumn, Typed], ...]:
        """Every cell of the sheets of words that is not blank, under a heading of the form, with its row and column."""
        return self.parsed.worked_out(_words_typed)

    @property
    def words(self) -> tuple[tuple[WrittenRow, FormColumn, str], ...]:
        """Those that can be read, no Excel error and no formula without a value: each with its row, column and text."""
        return self.parsed.worked_out(_words)

    def written(self, *sheets: FormSheet) -> Iterator[WrittenRow]:
        """The rows of these sheets of words, in order; a row of a history workbook names its own quarter."""
        return _written(self.parsed, *sheets)

    @property
    def actions(self) -> tuple[tuple[WrittenRow, Action], ...]:
        """The rows of the Actions sheet that can be followed, each as it was understood."""
        return self.parsed.worked_out(_actions)

    def without(self, faulty: set[tuple[str, str]]) -> "Case":
        """The same case less the rows that stand in any of these cells (sheet and reference)."""
        return replace(self, rows=tuple(row for row in self.rows if faulty.isdisjoint(self._cells(row))))

    def _cells(self, row: FigureRow) -> list[tuple[str, str]]:
        """The cells a row is made of; in a standard return its quarter stands on the Cover and is no part of it."""
        quarter = row.quarter_cell if self.many_quarters else None
        typed = (row.measure_cell, row.area_cell, quarter, row.status_cell)
        return [(row.sheet, row.value_ref), *((row.sheet, cell.ref) for cell in typed if cell)]

    @cached_property
    def words_alone(self) -> bool:
        """Whether it carries words and no figure, and may: the Cover leaves the figures as they are, or those that the
        organisation owes are there."""
        if self.many_quarters or any(row.value_cell for row in self.parsed.rows):
            return False
        said_so = line_says(self.parsed, standard.FIGURES.name) is Says.LEFT
        telling = any(speaks(self.parsed, form) for form in standard.WRITTEN)
        return said_so or (telling and self._figures_are_there)

    @property
    def _figures_are_there(self) -> bool:
        cover = self.parsed.cover
        if cover is None or self.known is None:
            return cover is not None
        owed = due_measures(cover.quarter, cover.workstreams, cover.organisation)
        return {measure.workstream for measure in owed} <= self.streams_given

    @cached_property
    def streams_given(self) -> frozenset[int]:
        """The workstreams of which a figure that the organisation owes was accepted for the quarter."""
        cover = self.parsed.cover
        given = given_in(self.known.facts) if self.known and cover else ()
        return frozenset(
            measures()[measure].workstream
            for _, measure, quarter in given
            if quarter == cover.quarter and owed_by(measure) == cover.organisation and measure in measures()
        )

    @property
    def many_quarters(self) -> bool:
        """Whether each row stands under a quarter of its own: a history workbook."""
        return self.parsed.kind == "history"

    def subject(self, row: FigureRow) -> str:
        """What the row is about, for people: `Plans issued, Ashford`, with the quarter where the sheet has many."""
        named = f"{titled(row.measure)}, {row.area.name}"
        return f"{named}, {row.quarter}" if self.many_quarters and row.quarter else named


def _all_found(case: Case, found: Callable[[Case], Iterable[Each]]) -> tuple[Each, ...]:
    return tuple(found(case))


def _written(parsed: ParsedReturn, *sheets: FormSheet) -> Iterator[WrittenRow]:
    return (row for sheet in sheets for row in parsed.worked_out(written_rows, sheet))


def _words_typed(parsed: ParsedReturn) -> tuple[tuple[WrittenRow, FormColumn, Typed], ...]:
    cells = ((row, column, row.cell(column)) for row in _written(parsed, *standard.WRITTEN) for column in row.form.columns)
    return tuple((row, column, cell) for row, column, cell in cells if cell)


def _words(parsed: ParsedReturn) -> tuple[tuple[WrittenRow, FormColumn, str], ...]:
    typed = parsed.worked_out(_words_typed)
    cells = ((row, column, row.text(column)) for row, column, cell in typed if cell.kind not in UNREADABLE)
    return tuple((row, column, text) for row, column, text in cells if text)


def _actions(parsed: ParsedReturn) -> tuple[tuple[WrittenRow, Action], ...]:
    return tuple((row, action) for row in _written(parsed, ACTIONS) for action in actions_in([row.typed]))


def titled(measure: Measure) -> str:
    """What a measure counts, in as few words as its form says it with: what stands behind a colon or in brackets is left."""
    return quoted(title_of(measure.description), LONGEST_TITLE)


def key_of(row: FigureRow) -> RowKey:
    """What an understood row is about."""
    return row.measure.id, row.area.code, row.quarter


def number_in(row: FigureRow) -> float | None:
    """The number typed as the row's value, or None; an infinite one is none."""
    cell = row.value_cell
    return cell.value if cell and cell.kind is Kind.NUMBER and isfinite(cell.value) else None


def symbol_in(row: FigureRow) -> Symbol | None:
    """The symbol typed as the row's value, or None."""
    return symbol_typed(row.value_cell.value) if row.value_cell and row.value_cell.kind is Kind.TEXT else None
