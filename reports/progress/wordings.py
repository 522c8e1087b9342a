"""What is said of a thing that was written about on screen: what counts, what else stands beside it, what stood before."""

from dataclasses import dataclass
from datetime import datetime
from typing import Any

from programme.quarter import Quarter
from programme.sheets.assessments import ASSESSMENT
from programme.sheets.commentary import COMMENTARY
from programme.sheets.form import FormColumn, FormSheet
from programme.sheets.letters import LETTERS
from programme.sheets.summary import SAID_AS, SUMMARY
from programme.sheets.written import WordingSource
from programme.submission import Version
from programme.wordings import Wording
from reports.progress.readings import Progress, once_per_progress


@dataclass(frozen=True, slots=True)
class Telling:
    """What one return, or somebody on screen, says of a thing: the row, and who brought it."""

    row: Any
    by: Version | Wording

    @property
    def here(self) -> bool:
        """Whether it was written on screen."""
        return isinstance(self.by, Wording)

    @property
    def at(self) -> datetime:
        """When it came."""
        return self.by.at if isinstance(self.by, Wording) else self.by.accepted_at


@dataclass(frozen=True, slots=True)
class Worded:
    """What is said of one thing: `counting` came last; `others` stand beside it and `former` count no more, newest first.

    `counting` is None where everything that was written was withdrawn and no return speaks of it.
    """

    form: FormSheet
    counting: Telling | None
    others: tuple[Telling, ...]
    former: tuple[Wording, ...]

    @property
    def standing(self) -> Wording | None:
        """The words written on screen that stand, whether they count or a later return does."""
        return next((each.by for each in (self.counting, *self.others) if each and each.here), None)

    def differing(self, other: Telling) -> tuple[FormColumn, ...]:
        """The columns in which another says another thing than what counts."""
        return tuple(each for each in self.form.columns if self._value(other, each) != self._value(self.counting, each))

    @staticmethod
    def _value(telling: Telling | None, column: FormColumn) -> Any:
        return getattr(telling.row, column.name) if telling else None


@once_per_progress
def words_beside(progress: Progress, form: FormSheet, quarter: Quarter, apart: tuple) -> Worded | None:
    """What is said of the thing that `apart` tells from others, by what its columns hold; None where nothing was ever
    written about it on screen."""
    logs, about = progress.records.logs, (form.name, quarter, apart)
    written = [each for each in logs.wordings if each.about == about]
    if not written:
        return None
    returned = [each for each in _rows(progress, form) if _about(form, each) == about]
    told = [_telling(progress, row) for row in logs.told.get(about, returned)]
    *others, counting = told or [None]
    standing = {each.by.number for each in told if each.here}
    former = tuple(each for each in reversed(written) if each.number not in standing)
    return Worded(form, counting, tuple(reversed(others)), former)


def said_now(progress: Progress, form: FormSheet, quarter: Quarter, apart: tuple) -> Any | None:
    """The row that counts of a thing, returned or written on screen; None where nothing is said of it."""
    return next((each for each in _rows(progress, form) if _about(form, each) == (form.name, quarter, apart)), None)


def summary_words(progress: Progress, quarter: Quarter, weakness: int | None) -> tuple[tuple[str, int, Worded], ...]:
    """What was written on screen of a quarter's sentences, of one weakness or the whole: the kind and the place of each, in
    the order of the form."""
    about = {each.about for each in progress.records.logs.wordings}
    own = {apart for sheet, when, apart in about if (sheet, when, apart[0]) == (SUMMARY.name, quarter, weakness)}
    ordered = sorted(own, key=lambda apart: (SAID_AS.index(apart[1]), apart[2]))
    return tuple(
        (kind, place, words_beside(progress, SUMMARY, quarter, (weakness, kind, place))) for _, kind, place in ordered
    )


def _rows(progress: Progress, form: FormSheet) -> tuple:
    logs = progress.records.logs
    return {COMMENTARY: logs.commentary, ASSESSMENT: logs.assessments, SUMMARY: logs.summary, LETTERS: logs.letters}[form]


def _about(form: FormSheet, row: Any) -> tuple:
    return form.name, row.quarter, tuple(getattr(row, name) for name in form.apart)


def _telling(progress: Progress, row: Any) -> Telling:
    source = row.source
    if isinstance(source, WordingSource):
        return Telling(row, progress.records.logs.wording(source))
    return Telling(row, progress.records.version(source.version))
