"""What accepting a return, or taking one back, would do to the sheets of words: rows that come, change and go."""

from dataclasses import dataclass
from enum import StrEnum
from typing import Any

from programme.impact import Foreseen
from programme.sheets.book import WRITTEN
from programme.sheets.form import FormColumn, FormSheet
from record.logs import words_counted


class WordTurn(StrEnum):
    """What becomes of a row."""

    COMES = "comes"
    CHANGES = "changes"
    GOES = "goes"


@dataclass(frozen=True, slots=True)
class WordChange:
    """One row of a sheet before and after; None where there is none. `columns` are those that say another thing."""

    sheet: FormSheet
    before: Any
    after: Any
    columns: tuple[FormColumn, ...] = ()

    @property
    def turn(self) -> WordTurn:
        """What becomes of it."""
        if self.before is None:
            return WordTurn.COMES
        return WordTurn.GOES if self.after is None else WordTurn.CHANGES

    @property
    def row(self) -> Any:
        """The row as it would be, or as it was."""
        return self.before if self.after is None else self.after


def word_changes(foreseen: Foreseen) -> list[WordChange]:
    """Every row that would come, change or go, sheet by sheet, by quarter."""
    before, after = words_counted(foreseen.words_before), words_counted(foreseen.words_after)
    found = []
    for form in WRITTEN:
        old, new = before[form.name], after[form.name]
        pairs = ((old.get(key), new.get(key)) for key in dict.fromkeys([*new, *old]))
        changes = [_change(form, *pair) for pair in pairs]
        found += sorted((each for each in changes if _matters(each)), key=lambda each: each.row.quarter)
    return found


def _change(form: FormSheet, before: Any, after: Any) -> WordChange:
    both = before is not None and after is not None
    other = tuple(each for each in form.columns if both and getattr(before, each.name) != getattr(after, each.name))
    return WordChange(form, before, after, other)


def _matters(change: WordChange) -> bool:
    return change.turn is not WordTurn.CHANGES or bool(change.columns)
