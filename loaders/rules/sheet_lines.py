"""Stage 2, the lines of the Cover that say what becomes of each sheet: one of three answers, and none against its rows."""

from collections.abc import Iterator

from loaders.forms.layout import CoverLine
from loaders.forms.layouts import standard
from loaders.parsing.parsed import Field
from loaders.parsing.speaking import line_says, parts_spoken, rows_typed
from loaders.rules.case import Case
from loaders.rules.cover import answer_must
from loaders.rules.rule import Fault, Stage, rule
from loaders.rules.words import nearest
from plumbing.listed import named_list
from programme.finding import Severity
from programme.parts import FIGURES, Says
from programme.sheets.typed import plain

FIGURE_GONE = "a figure that is not there has a symbol that says why"
HISTORY_ADDS = "a history workbook adds row by row, and the return of a quarter can empty its sheet"


def _lines(case: Case) -> Iterator[tuple[CoverLine, Field]]:
    """The lines that are answered, each labelled with the name of its sheet."""
    for line in standard.PARTS:
        field = case.parsed.fields.get(line.label)
        if field and field.text:
            yield line, field


@rule(Stage.COVER, Severity.ERROR)
def sheet_line_unknown(case: Case) -> Iterator[Fault]:
    """Another answer would leave it open whether what was accepted before goes or stays."""
    for line, field in _lines(case):
        if plain(field.text) not in set(Says):
            yield answer_must(field, f"be {named_list(line.choices, 'or')}", field.text, nearest(field.text, line.choices))


@rule(Stage.COVER, Severity.ERROR)
def sheet_line_against_rows(case: Case) -> Iterator[Fault]:
    """Rows on a sheet that is left as it is, or of which there are none any more, would be lost without a word."""
    for line, field in _lines(case):
        told, rows = line_says(case.parsed, line.label), _filled(case, line.label)
        if told in (Says.LEFT, Says.NONE) and rows:
            counted = f"{rows:,} {'row' if rows == 1 else 'rows'}"
            what = f"be {Says.REPLACED}, because the sheet has {counted}: choose that, or take the rows out"
            yield answer_must(field, what, field.text)


def _filled(case: Case, sheet: str) -> int:
    """How many rows of the sheet say something."""
    if sheet == FIGURES:
        return 0 if case.many_quarters else sum(row.value_cell is not None for row in case.parsed.rows)
    form = next(form for form in standard.WRITTEN if form.name == sheet)
    return len(rows_typed(case.parsed, form))


@rule(Stage.COVER, Severity.ERROR)
def sheet_line_not_offered(case: Case) -> Iterator[Fault]:
    """A figure is never taken back by its absence, and a history workbook adds to what is there and empties nothing."""
    for line, field in _lines(case):
        figures = line is standard.FIGURES_LINE
        if line_says(case.parsed, line.label) is Says.NONE and (figures or case.many_quarters):
            instead = FIGURE_GONE if figures else HISTORY_ADDS
            yield answer_must(field, f"be {Says.LEFT} or {Says.REPLACED}: {instead}", field.text)


@rule(Stage.COVER, Severity.ERROR)
def nothing_said(case: Case) -> Iterator[Fault]:
    """A return that leaves everything as it is changes nothing: the wrong file was sent, or the wrong line chosen."""
    field = case.parsed.fields.get(FIGURES)
    left = line_says(case.parsed, FIGURES) is Says.LEFT
    if case.parsed.cover and not case.many_quarters and left and not parts_spoken(case.parsed):
        yield answer_must(field, "not be left as it is where no sheet of words says anything", field.text)
