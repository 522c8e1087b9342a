"""Words that were written on screen: one row of a sheet, who wrote it, when and why, and who took it back."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from datetime import datetime
from types import MappingProxyType
from typing import Any

from programme.access import Deed, DoneBy, TakenBack
from programme.quarter import Quarter
from programme.sheets.assessments import ASSESSMENT
from programme.sheets.commentary import COMMENTARY
from programme.sheets.form import FormSheet
from programme.sheets.letters import LETTERS
from programme.sheets.summary import SUMMARY
from programme.sheets.typed import plain
from programme.sheets.written import WRITTEN_HERE, Row
from programme.submission import Answered, Entry

LONGEST_WORDS = 10_000  # signs under one heading

ON_SCREEN: Mapping[str, FormSheet] = MappingProxyType(
    {form.name: form for form in (COMMENTARY, ASSESSMENT, SUMMARY, LETTERS)}
)
"""The sheets whose rows can be written on screen, by their names."""

TO_WRITE: Mapping[str, Deed] = MappingProxyType(
    {form.name: Deed.ASSESS if form is ASSESSMENT else Deed.WRITE_WORDS for form in ON_SCREEN.values()}
)
"""What whoever writes such a row must be allowed to do."""

AboutRow = tuple[str, Quarter, tuple[Any, ...]]
"""What words are about: the sheet, the quarter, and what tells its rows apart, as understood."""


@dataclass(frozen=True, slots=True)
class WordsTyped:
    """One row as it was typed on screen, ready to be stored: `cells` by heading, without those that are blank.

    `stream` is the workstream that speaks for what it is about (None: any), `answered` are the queries about it, each with
    the reason given.
    """

    form: FormSheet
    quarter: Quarter
    cells: Mapping[str, str]
    stream: int | None = None
    answered: tuple[Answered, ...] = ()
    illustrative: bool = False

    @property
    def row(self) -> Row:
        """The row, before it has a number."""
        return _row(self.form.name, self.quarter, self.cells.items(), 0)

    @property
    def about(self) -> AboutRow:
        """What it is about."""
        return about_of(self.form, self.row)


@dataclass(frozen=True, slots=True)
class WordingWithdrawal(TakenBack):
    """Who took words back, when and why. `change` is its place among everything that was ever stored."""

    change: int


@dataclass(frozen=True, slots=True)
class Wording(DoneBy):
    """Words as they stand in the store. `change` is their place among everything that was ever stored."""

    number: int
    change: int
    sheet: str
    quarter: Quarter
    cells: tuple[tuple[str, str], ...]
    at: datetime
    by: str
    account: str
    reason: str
    illustrative: bool = False
    withdrawal: WordingWithdrawal | None = None

    @property
    def form(self) -> FormSheet:
        """The sheet whose row it is."""
        return ON_SCREEN[self.sheet]

    @property
    def row(self) -> Row:
        """What it says, as a row of a return would say it."""
        return _row(self.sheet, self.quarter, self.cells, self.number)

    @property
    def about(self) -> AboutRow:
        """What it is about."""
        return about_of(self.form, self.row)

    def then(self, as_at: datetime) -> "Wording":
        """The same as it was known at a moment, before which it was written."""
        gone = self.withdrawal
        return replace(self, withdrawal=None) if gone and gone.at > as_at else self

    def after(self, change: int) -> "Wording":
        """The same as it was known after a change, before which it was written."""
        gone = self.withdrawal
        return replace(self, withdrawal=None) if gone and gone.change > change else self


def about_of(form: FormSheet, row: Row) -> AboutRow:
    """What a row is about."""
    return form.name, quarter_told(form, row), tuple(row[column] for column in form.named(*form.apart))


def quarter_told(form: FormSheet, row: Row) -> Quarter:
    """The quarter that a row is about: of a letter that of its own day, whichever return or page brings it."""
    day = row[LETTERS.day] if form is LETTERS else None
    return Quarter.containing(day) if day else row.quarter


def wordings_standing(known: Iterable[Wording]) -> list[Wording]:
    """Of words in order of time those that count beside returns: the newest about each thing that nobody took back."""
    newest = {each.about: each for each in known if each.withdrawal is None}
    return sorted(newest.values(), key=lambda each: each.change)


def _row(sheet: str, quarter: Quarter, cells: Iterable[tuple[str, str]], number: int) -> Row:
    entries = {plain(heading): Entry(sheet, number, heading, str(number), text) for heading, text in cells}
    return Row(sheet, number, quarter, entries, WRITTEN_HERE, wording=number)
