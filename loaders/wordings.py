"""Words typed on screen: held against the rules for a row of a return, and written where none of them forbids it."""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import date

from openpyxl.utils import get_column_letter

from loaders.forms.layouts import standard
from loaders.parsing.parse import parse
from loaders.reading.workbook import Kind, Sheet, Typed, Workbook
from loaders.rules.check import run
from loaders.rules.outside import stream_of
from loaders.rules.words import said
from loaders.rules.written_row import row_called
from plumbing.signs import as_seen
from programme.finding import Finding, Found, Severity
from programme.parts import Says
from programme.quarter import Quarter
from programme.sheets.assessments import ASSESSMENT, assessments_in
from programme.sheets.commentary import COMMENTARY, commentary_in
from programme.sheets.form import FormSheet
from programme.sheets.letters import LETTERS, letters_in
from programme.sheets.summary import SUMMARY, summary_in
from programme.submission import Acceptance, Answered
from programme.symbols import Status
from programme.wordings import LONGEST_WORDS, Wording, WordsTyped, quarter_told
from programme.workstreams import organisations
from store.database import Database
from store.returns.writing import write_words

ROW = 2
TAKE = {
    COMMENTARY.name: commentary_in,
    ASSESSMENT.name: assessments_in,
    SUMMARY.name: summary_in,
    LETTERS.name: letters_in,
}


@dataclass(frozen=True, slots=True)
class WordsChecked(Found):
    """Words with what the rules say about them. The `cell` of a finding is the heading that it is about."""

    typed: WordsTyped
    findings: tuple[Finding, ...]


@dataclass(frozen=True, slots=True)
class WordsWritten:
    """What became of words: a wording, or the sentence that says why there is none."""

    wording: Wording | None = None
    refusal: str = ""


def check_words(form: FormSheet, quarter: Quarter, values: Mapping[str, str], today: date | None = None) -> WordsChecked:
    """Words of one row, `values` by heading, with every finding that they would have in a return of the quarter.

    A letter is of the quarter of its own day.
    """
    cells = {heading: _kept(text) for heading, text in values.items() if _kept(text)}
    typed = WordsTyped(form, quarter, cells)
    typed = replace(typed, quarter=quarter_told(form, typed.row), stream=stream_of(typed.row, form.name))
    checked = WordsChecked(typed, (*_too_long(typed), *_of_rules(typed, today or date.today())))
    return checked if checked.errors else WordsChecked(typed, (*checked.findings, *_silent(typed)))


def write_checked_words(database: Database, checked: WordsChecked, acceptance: Acceptance) -> WordsWritten:
    """Write words, or say why not. Nothing is stored unless every query has a reason; the reasons are kept with the words.

    Raises StoreError and NotAllowed, as `store.returns.writing.write_words` does.
    """
    open_queries = [query for query in checked.queries if not acceptance.answer(query)]
    if checked.errors or open_queries:
        do = "must be put right" if checked.errors else "need a reason" if len(open_queries) > 1 else "needs a reason"
        count = len(checked.errors or open_queries)
        what = ("answer" if checked.errors else "query") if count == 1 else ("answers" if checked.errors else "queries")
        return WordsWritten(refusal=f"It was not stored: {count} {what} {do}. What you typed is not lost.")
    answered = tuple(Answered(query, acceptance.answer(query)) for query in checked.queries)
    return WordsWritten(write_words(database, replace(checked.typed, answered=answered), acceptance))


def _kept(text: str) -> str:
    """What is typed as a sheet would have it, of signs that any database can keep."""
    return as_seen(text.encode("utf-8", "ignore").decode()).strip()


def _of_rules(typed: WordsTyped, today: date) -> list[Finding]:
    """What the rules for returns find in the row, where it stands alone on its sheet."""
    found, _ = run(parse(_workbook(typed)), today=today)
    headings = {f"{get_column_letter(place)}{ROW}": heading for place, heading in enumerate(typed.form.headings, start=1)}
    own = [each for each in found if each.sheet == typed.form.name and each.cell in headings]
    return [replace(each, cell=headings[each.cell]) for each in own]


def _too_long(typed: WordsTyped) -> list[Finding]:
    told = f"Words must have at most {LONGEST_WORDS:,} signs"
    return [
        Finding("words_too_long", Severity.ERROR, typed.form.name, heading, said(told, f"{len(text):,}"))
        for heading, text in typed.cells.items()
        if len(text) > LONGEST_WORDS
    ]


def _silent(typed: WordsTyped) -> list[Finding]:
    """A row of a return that says nothing is passed over; whoever presses a button is told."""
    if TAKE[typed.form.name]([typed.row]) or not typed.row.has_needed(typed.form):
        return []
    holds = f"Something must be said of {row_called(typed.row, typed.form)}"
    return [Finding("nothing_said", Severity.ERROR, typed.form.name, "", said(holds, "nothing"))]


def _workbook(typed: WordsTyped) -> Workbook:
    """The row as a return of the quarter would bring it: every other sheet is there and left as it is."""
    answers = {
        standard.QUARTER.label: str(typed.quarter),
        standard.WORKSTREAM.label: standard.ALL,
        standard.ORGANISATION.label: organisations()[0],
        standard.STATUS.label: Status.FINAL.value,
        **{form.name: str(Says.LEFT) for form in standard.SHEETS if form is not typed.form},
    }
    cover = {(row, place): text for row, line in enumerate(answers.items(), start=2) for place, text in enumerate(line, 1)}
    sheets = [_sheet(standard.COVER, cover), *(_form_sheet(form, typed) for form in standard.SHEETS)]
    return Workbook("", "", tuple(sheets))


def _form_sheet(form: FormSheet, typed: WordsTyped) -> Sheet:
    cells = {(1, place): heading for place, heading in enumerate(form.headings, start=1)}
    if form is typed.form:
        cells |= {(ROW, place): typed.cells[each] for place, each in enumerate(form.headings, 1) if each in typed.cells}
    return _sheet(form.name, cells)


def _sheet(name: str, cells: Mapping[tuple[int, int], str]) -> Sheet:
    refs = {(row, place): f"{get_column_letter(place)}{row}" for row, place in cells}
    return Sheet(name, {(row, at): Typed(refs[row, at], row, at, Kind.TEXT, text) for (row, at), text in cells.items()})
