"""Stage 3, headings and sheets: what the form has is there, and what it does not have is named before it is left unread."""

from collections.abc import Iterator
from typing import TypeVar

from loaders.forms.layouts import standard
from loaders.forms.layouts.history import HISTORY
from loaders.parsing.speaking import line_says
from loaders.parsing.unread import ReadSheet, above_headings, is_quarter
from loaders.reading.headed import headed
from loaders.reading.workbook import Sheet, Typed
from loaders.rules.case import Case
from loaders.rules.rule import Fault, Stage, rule
from loaders.rules.words import like, nearest, said
from plumbing.listed import named_list
from programme.finding import Severity
from programme.parts import Says
from programme.sheets.form import FormColumn, FormSheet
from programme.sheets.typed import plain

LIKE_A_FORM = 3  # headings of one of the form's sheets, from which on another sheet looks like a second one of it
Piece = TypeVar("Piece", FormColumn, FormSheet)
WORDS = frozenset(form.name for form in standard.WRITTEN)
FORMS: tuple[FormSheet, ...] = (*standard.SHEETS, HISTORY)


def _words(case: Case) -> list[ReadSheet]:
    """The sheets of words; the headings of figures are looked after by the stage before, without which nothing is read."""
    return [sheet for sheet in case.read if sheet.form.name in WORDS]


def _missing(sheet: ReadSheet) -> list[FormColumn]:
    """The form's columns that the sheet does not have; nobody needs a column to name the quarter of a row without rows."""
    return [column for column in sheet.form.columns if sheet.headed.place(column) is None]


def _of_this_edition(whole: tuple[Piece, ...], gone: list[Piece]) -> list[Piece]:
    """What is gone, less what an edition of the form brought where all of it is gone: such a form is an earlier one."""
    here = {part.since for part in whole if part not in gone}
    return [part for part in gone if part.since in here or part.since == 1]


def _renamed(sheet: ReadSheet) -> dict[FormColumn, Typed]:
    """The missing columns that stand there under a heading near to their own."""
    missing = _missing(sheet) if sheet.unknown else []
    found = ((column, like(column.heading, sheet.unknown)) for column in missing)
    return {column: sheet.unknown[name] for column, name in found if name}


@rule(Stage.COMPLETENESS, Severity.ERROR)
def heading_renamed(case: Case) -> Iterator[Fault]:
    """`Actual date` for `Actual`: a column is found by its heading, and all that stands under another would be lost."""
    for sheet in case.read:
        for column, cell in sheet.worked_out(_renamed).items() if sheet.headed.headings else ():
            if column not in sheet.form.needed or sheet in _words(case):
                holds = f"{sheet.name} must have the heading {column}"
                yield Fault(sheet.name, cell.ref, said(holds, cell.text.strip(), column.heading))


@rule(Stage.COMPLETENESS, Severity.QUERY)
def heading_left_out(case: Case) -> Iterator[Fault]:
    """A column that the form has and the sheet has not says nothing for any row, as if nobody had anything to say."""
    for sheet in case.read:
        renamed = sheet.worked_out(_renamed)
        gone = [column for column in _of_this_edition(sheet.form.columns, _missing(sheet)) if column not in renamed]
        if sheet.form in (standard.FIGURES, HISTORY):
            gone = [column for column in gone if column is standard.FIGURE_NOTE or column is standard.FIGURE_STATUS]
        if gone:
            yield Fault(
                sheet.name, "", said(f"{sheet.name} must have every heading of the form", f"none for {named_list(gone)}")
            )


@rule(Stage.COMPLETENESS, Severity.QUERY)
def heading_unknown(case: Case) -> Iterator[Fault]:
    """`Value (revised)`: whoever added a column thinks that somebody reads it."""
    for sheet in case.read:
        renamed = {cell.ref for cell in sheet.worked_out(_renamed).values()}
        for text, cell in sheet.unknown.items():
            below = len(sheet.below(cell.column))
            if cell.ref in renamed or (sheet.form is HISTORY and below):
                continue  # under a heading of a history that is no quarter, each figure is refused
            holds = f"{sheet.name} must have no headings but those of the form"
            got = f"{text}, with {_counted(below)} that nobody reads"
            yield Fault(sheet.name, cell.ref, said(holds, got, like(text, sheet.form.headings)))


@rule(Stage.COMPLETENESS, Severity.QUERY)
def cells_without_heading(case: Case) -> Iterator[Fault]:
    """What stands beside the columns, under no heading, belongs to none of them."""
    for sheet in case.read:
        for place, below in sheet.by_place.items() if sheet.form is not HISTORY else ():
            if place not in sheet.headed.headings:
                got = f"{_counted(len(below))} that nobody reads, first {below[0].text.strip()}"
                yield Fault(sheet.name, below[0].ref, said(f"{sheet.name} must have a heading over every column", got))


@rule(Stage.COMPLETENESS, Severity.QUERY)
def cells_above_headings(case: Case) -> Iterator[Fault]:
    """Rows above the headings are a title or a note; where they look like rows of the table, it was sorted with its head."""
    for sheet in case.read:
        above = above_headings(sheet)
        if above:
            holds = f"{sheet.name} must have its headings above all its rows"
            yield Fault(sheet.name, above[0].ref, said(holds, f"{_counted(len(above))} above them that nobody reads"))


@rule(Stage.COMPLETENESS, Severity.ERROR)
def heading_of_words_repeated(case: Case) -> Iterator[Fault]:
    """Of two columns for one thing, under one heading or under one that means the same, only the first would be read."""
    for sheet in _words(case):
        first: dict[FormColumn, Typed] = {}
        for cell in sheet.headed.headings.values():
            column = sheet.column_under(cell)
            if column and first.setdefault(column, cell) is not cell:
                holds = f"{column} must stand over one column only: {sheet.name}!{first[column].ref} is one too"
                yield Fault(sheet.name, cell.ref, said(holds, cell.text.strip()))


@rule(Stage.COMPLETENESS, Severity.ERROR)
def sheet_renamed(case: Case) -> Iterator[Fault]:
    """`Action log` for `Actions`: a sheet is found by its name, and a whole plan would be gone."""
    for sheet, form in _meant_sheets(case).items():
        name = case.parsed.workbook.sheets[sheet].name
        yield Fault(name, "", said(f"A return must have a sheet named {form.name}", name, form.name))


@rule(Stage.COMPLETENESS, Severity.QUERY)
def sheets_left_out(case: Case) -> Iterator[Fault]:
    """A sheet of the form that is not there says nothing; whoever took it out should know that nothing is what it says."""
    meant = set(_meant_sheets(case).values())
    here = _of_this_edition(standard.WRITTEN, _gone(case))
    gone = [form.name for form in here if form not in meant and line_says(case.parsed, form.name) is not Says.LEFT]
    if gone and not case.many_quarters:
        yield Fault("", "", said("A return must have every sheet of the form", f"none named {named_list(gone, 'or')}"))


@rule(Stage.COMPLETENESS, Severity.QUERY)
def sheet_unknown(case: Case) -> Iterator[Fault]:
    """A second sheet of figures, or one of notes: whoever filled it in thinks that somebody reads it."""
    renamed = {case.parsed.workbook.sheets[place].name for place in _meant_sheets(case)}
    names = [standard.COVER, *(form.name for form in FORMS)]
    for sheet in case.unknown_sheets:
        if sheet.name in renamed or _same_name(case, sheet):
            continue
        form = _form_like(sheet)
        hidden = "hidden, " if sheet.hidden else ""
        got = f"{sheet.name}, {hidden}with {_counted(len(sheet.cells))} that nobody reads"
        got += f", under the headings of {form.name}" if form else ""
        yield Fault(
            sheet.name, "", said("A sheet must be one of the form", got, form.name if form else like(sheet.name, names))
        )


@rule(Stage.COMPLETENESS, Severity.ERROR)
def sheet_repeated(case: Case) -> Iterator[Fault]:
    """Of two sheets whose names differ by a space or a colon only the first would be read."""
    for sheet in case.unknown_sheets:
        if _same_name(case, sheet):
            first = case.parsed.workbook.sheet(sheet.name)
            holds = f"A sheet must be there once: one is named {first.name}"
            yield Fault(sheet.name, "", said(holds, f"another with {_counted(len(sheet.cells))}"))


def _same_name(case: Case, sheet: Sheet) -> bool:
    first = case.parsed.workbook.sheet(sheet.name)
    return first is not sheet and any(plain(sheet.name) == plain(name) for name in (standard.COVER, *_names_of(case)))


def _names_of(case: Case) -> list[str]:
    return [each.form.name for each in case.read]


def _gone(case: Case) -> list[FormSheet]:
    """The sheets of words that the workbook does not have."""
    return [form for form in standard.WRITTEN if case.parsed.workbook.sheet(form.name) is None]


def _meant_sheets(case: Case) -> dict[int, FormSheet]:
    """The unknown sheets that are meant as one of those that are gone, by their place in the workbook."""
    gone, found = _gone(case), {}
    for place, sheet in enumerate(case.parsed.workbook.sheets):
        if any(sheet is each for each in case.unknown_sheets):
            by_headings, by_name = _form_like(sheet), nearest(sheet.name, [form.name for form in gone])
            form = by_headings if by_headings in gone else next((each for each in gone if each.name == by_name), None)
            if form and form not in found.values():
                found[place] = form
    return found


def _form_like(sheet: Sheet) -> FormSheet | None:
    """The form's sheet whose headings most of its own are, where they are more than a coincidence."""
    best, most = None, LIKE_A_FORM - 1
    for form in FORMS:
        seen = headed(sheet, form.columns)
        count = sum(plain(cell.text) in form.keys for cell in seen.headings.values())
        if form is HISTORY and count == len(form.columns):
            count += sum(is_quarter(cell.text) for cell in seen.headings.values())
        if count > most:
            best, most = form, count
    return best


def _counted(cells: int) -> str:
    return f"{cells:,} {'cell' if cells == 1 else 'cells'}"
