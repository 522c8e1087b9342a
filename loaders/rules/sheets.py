"""Stage 4, the sheets of words: what is typed in a column of dates, numbers or fixed answers can be understood."""

from collections.abc import Iterator

from kpis.ids import kpi_ids
from loaders.forms.layouts import standard
from loaders.rules.case import Case
from loaders.rules.rule import Fault, Stage, rule
from loaders.rules.words import named_list, nearest, said
from loaders.rules.written_row import WrittenRow
from programme.finding import Severity
from programme.sheets.common import QUARTER
from programme.sheets.form import FormColumn
from programme.sheets.holds import DATE, KPI_ID, NUMBER, REF, WEAKNESSES, WHOLE, Holds
from programme.sheets.typed import number_typed, plain
from programme.workstreams import weaknesses

Cell = tuple[WrittenRow, FormColumn, str]
"""A row, a column of its sheet, and what is typed there."""


def fault(row: WrittenRow, column: FormColumn, message: str) -> Fault:
    """A fault in the cell of `row` in `column`, blank or not; in the sheet where there is no such column."""
    return Fault(row.typed.sheet, row.ref(column), message)


def must(row: WrittenRow, column: FormColumn, do: str, got: object, meant: str | None = None) -> Fault:
    """`APP-6.01: Forecast must be a date, got: spring`, in its cell."""
    return fault(row, column, said(f"{row.name}: {column} must {do}", got, meant))


def _typed(case: Case, *kinds: Holds) -> Iterator[Cell]:
    """Every cell of the sheets of words that stands in a column of the form; of these kinds, where any are named."""
    for row in case.written(*standard.WRITTEN):
        for column in row.form.columns:
            text = row.text(column)
            if text and (not kinds or column.holds in kinds):
                yield row, column, text


@rule(Stage.VALUES, Severity.ERROR)
def date_not_understood(case: Case) -> Iterator[Fault]:
    """A date that cannot be read is no date: nobody could say whether it has passed."""
    for row, column, text in _typed(case, DATE):
        if row[column] is None:
            yield must(row, column, "be a date, like 31 March 2025", text)


@rule(Stage.VALUES, Severity.ERROR)
def number_not_understood(case: Case) -> Iterator[Fault]:
    """“About 80” cannot be added up; a number that is not known is left blank."""
    for row, column, text in _typed(case, NUMBER, WHOLE):
        number = number_typed(text)
        if not column.choices and (row[column] is None or number < 0):
            kind = "number" if number is None or number < 0 else "whole number"
            yield must(row, column, f"be a {kind}, 0 or more", text)


@rule(Stage.VALUES, Severity.ERROR)
def answer_not_offered(case: Case) -> Iterator[Fault]:
    """These columns have fixed answers, because pages count them: a score is 1 to 5, an assessment one of two."""
    for row, column, text in _typed(case):
        if not column.offers(text):
            yield must(row, column, f"be {named_list(column.choices, 'or')}", text, nearest(text, column.choices))


@rule(Stage.VALUES, Severity.ERROR)
def weakness_unknown(case: Case) -> Iterator[Fault]:
    """There are nine weaknesses; what is written for a tenth would stand on no page."""
    for row, column, text in _typed(case, WEAKNESSES):
        if not set(row[column] or (0,)) <= set(weaknesses()):
            yield must(row, column, "be numbers from 1 to 9, like 1; 3", text)


@rule(Stage.VALUES, Severity.ERROR)
def kpi_unknown(case: Case) -> Iterator[Fault]:
    """What is written about a misspelt KPI would stand under none, and a red would look as if nobody had acted."""
    for row, column, text in _typed(case, KPI_ID):
        if text not in kpi_ids():
            yield fault(row, column, said(f"{column} must be an id of the KPI dictionary", text, nearest(text, kpi_ids())))


@rule(Stage.VALUES, Severity.ERROR)
def row_without_ref(case: Case) -> Iterator[Fault]:
    """An action or risk without a ref cannot be found again next quarter."""
    for row in case.written(*standard.WRITTEN):
        for column in row.form.needed:
            if column.holds is REF and not row.text(column):
                yield fault(row, column, said(f"Every row of {row.typed.sheet} must have a ref, like APP-6.01", ""))


@rule(Stage.VALUES, Severity.ERROR)
def needed_answer_missing(case: Case) -> Iterator[Fault]:
    """A comment on no KPI, an event without its day: such a row would stand on no page, and nobody would miss it."""
    for row in case.written(*standard.WRITTEN):
        for group in row.form.needs if any(map(row.text, row.form.columns)) else ():
            is_ref = len(group) == 1 and group[0].holds is REF
            if not is_ref and not any(map(row.text, group)):
                holds = f"Every row of {row.typed.sheet} must have something under {named_list(group, 'or')}"
                yield fault(row, group[0], said(holds, ""))


@rule(Stage.VALUES, Severity.ERROR)
def ref_repeated(case: Case) -> Iterator[Fault]:
    """Two rows with one ref: nobody can say which of them counts."""
    first: dict[tuple, WrittenRow] = {}
    for row in case.written(*standard.WRITTEN):
        columns = row.form.named(*row.form.apart)
        typed = tuple(plain(row.text(column)) for column in columns)
        if not all(typed) or not columns:
            continue
        earlier = first.setdefault((row.form.name, row.typed.quarter, typed), row)
        if earlier is not row:
            holds = f"{named_list(columns)} must stand in one row only: it is in {earlier.place(columns[0])} too"
            yield fault(row, columns[0], said(holds, ", ".join(map(row.text, columns))))


@rule(Stage.VALUES, Severity.ERROR)
def row_without_quarter(case: Case) -> Iterator[Fault]:
    """A history workbook spans many quarters: a row of words that does not name its own belongs to none."""
    for row in case.written(*standard.WRITTEN) if case.many_quarters else ():
        if row.form.quarterly and row.typed.quarter is None:
            yield must(row, QUARTER, "be written like 2021/22 Q3, in a column of its own", row.text(QUARTER))
