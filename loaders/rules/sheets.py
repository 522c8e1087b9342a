"""Stage 4, the sheets of words: what is typed in a column of dates, numbers or fixed answers can be understood."""

from collections.abc import Iterator

from kpis.ids import kpi_ids
from loaders.forms.layouts import standard
from loaders.reading.workbook import Kind
from loaders.rules.case import Case
from loaders.rules.meant import number_meant, two_numbers, weaknesses_meant
from loaders.rules.rule import Fault, Stage, rule
from loaders.rules.words import CALCULATE, nearest, said, written
from loaders.rules.written_row import WrittenRow
from plumbing.listed import named_list
from programme.finding import Severity
from programme.sheets.common import QUARTER
from programme.sheets.form import FormColumn
from programme.sheets.holds import (
    ANSWER,
    EVIDENCE,
    KPI_ID,
    KPI_IDS,
    LIST,
    NUMBER,
    PROMISES,
    REF,
    REFS,
    ROLE,
    TEXT,
    WEAKNESSES,
    WHOLE,
    Holds,
)
from programme.sheets.typed import number_typed
from programme.workstreams import weaknesses

MAY_HOLD: dict[Holds, tuple[Kind, ...]] = {
    REF: (Kind.TEXT, Kind.NUMBER),
    REFS: (Kind.TEXT,),
    LIST: (Kind.TEXT,),
    ROLE: (Kind.TEXT,),
    ANSWER: (Kind.TEXT,),
    EVIDENCE: (Kind.TEXT, Kind.NUMBER),
    TEXT: (Kind.TEXT, Kind.NUMBER, Kind.DATE),
}
"""What kinds of cells columns of words may hold; where a date, a number or a fixed answer is asked for, other rules look."""
NOT_WORDS = {
    Kind.NUMBER: "a number",
    Kind.DATE: "a date, which Excel makes of what looks like one",
    Kind.BOOLEAN: "TRUE or FALSE",
}

OF_DICTIONARY = "that the Dictionary lists (Data, Dictionary)"

TypedCell = tuple[WrittenRow, FormColumn, str]
"""A row, a column of its sheet, and what is typed there."""


def fault(row: WrittenRow, column: FormColumn, message: str) -> Fault:
    """A fault in the cell of `row` in `column`, blank or not; in the sheet where there is no such column."""
    return Fault(row.typed.sheet, row.ref(column), message)


def must(row: WrittenRow, column: FormColumn, do: str, got: object, meant: str | None = None) -> Fault:
    """`APP-6.01: Forecast must be a date, got: spring`, in its cell."""
    return fault(row, column, said(f"{row.name}: {column} must {do}", got, meant))


def typed_cells(case: Case, *kinds: Holds) -> Iterator[TypedCell]:
    """The cells of the sheets of words that can be read; of columns of these kinds only, where any are named."""
    return (each for each in case.words if not kinds or each[1].holds in kinds)


@rule(Stage.VALUES, Severity.ERROR)
def words_not_calculated(case: Case) -> Iterator[Fault]:
    """`#REF!` is no evidence, and a formula that was never calculated says nothing yet: both would be shown as words."""
    for row, column, cell in case.words_typed:
        if cell.kind is Kind.ERROR:
            yield must(row, column, "hold what is meant and not an Excel error", cell.text)
        elif cell.kind is Kind.UNCALCULATED:
            yield must(row, column, f"hold a calculated value: {CALCULATE}", cell.text)


@rule(Stage.VALUES, Severity.QUERY)
def kind_unlikely(case: Case) -> Iterator[Fault]:
    """A ref that Excel turned into a date is another ref, and a ticked box names no role and proves nothing."""
    for row, column, text in typed_cells(case, *MAY_HOLD):
        kind = row.cell(column).kind
        if kind not in MAY_HOLD[column.holds] and not column.choices:
            yield must(row, column, f"be words and not {NOT_WORDS[kind]}", text)


@rule(Stage.VALUES, Severity.ERROR)
def number_not_understood(case: Case) -> Iterator[Fault]:
    """“About 80” cannot be added up, and `7,5` must not become 75; a number that is not known is left blank."""
    for row, column, text in typed_cells(case, NUMBER, WHOLE):
        number = number_typed(text)
        if column.choices:
            continue
        if "%" in text and column.unit != "%":
            yield must(row, column, "be a number, 0 or more, in a cell that is not formatted as %", text)
        elif row.cell(column).kind is Kind.TEXT and two_numbers(text):
            yield must(row, column, "be typed again as a number, because this text may be two", text, number_meant(text))
        elif row[column] is None or number < 0:
            kind = "number" if number is None or number < 0 else "whole number"
            yield must(row, column, f"be a {kind}, 0 or more", text, number_meant(text))


@rule(Stage.VALUES, Severity.QUERY)
def percent_in_words_as_fraction(case: Case) -> Iterator[Fault]:
    """0.75 where 75 was meant: Excel takes one for the other as soon as a cell is formatted as %."""
    for row, column, text in typed_cells(case, NUMBER):
        number = row[column]
        if column.unit == "%" and "%" not in text and number is not None and 0 < number <= 1:
            meant = written(number * 100)
            yield must(row, column, "be typed as a percentage from 0 to 100 and not as a fraction", text, meant)


@rule(Stage.VALUES, Severity.ERROR)
def answer_not_offered(case: Case) -> Iterator[Fault]:
    """These columns have fixed answers, because pages count them: a score is 1 to 5, an assessment one of two."""
    for row, column, text in typed_cells(case):
        if not column.offers(text):
            yield must(row, column, f"be {named_list(column.choices, 'or')}", text, nearest(text, column.choices))


@rule(Stage.VALUES, Severity.ERROR)
def weakness_unknown(case: Case) -> Iterator[Fault]:
    """There are nine weaknesses; what is written for a tenth would stand on no page."""
    for row, column, text in typed_cells(case, WEAKNESSES):
        if not set(row[column] or (0,)) <= set(weaknesses()):
            yield must(row, column, "be numbers from 1 to 9, like 1; 3", text, weaknesses_meant(row.cell(column)))


@rule(Stage.VALUES, Severity.ERROR)
def kpi_unknown(case: Case) -> Iterator[Fault]:
    """What is written about a misspelt KPI would stand under none, and a red would look as if nobody had acted."""
    for row, column, text in typed_cells(case, KPI_ID):
        if text not in kpi_ids():
            yield fault(row, column, said(f"{column} must be an id {OF_DICTIONARY}", text, nearest(text, kpi_ids())))
    for row, column, _ in typed_cells(case, KPI_IDS):
        for name in (each for each in row[column] if each not in kpi_ids()):
            holds = f"{column} must be ids {OF_DICTIONARY}, with a comma between two"
            yield fault(row, column, said(holds, name, nearest(name, kpi_ids())))


@rule(Stage.VALUES, Severity.ERROR)
def row_without_ref(case: Case) -> Iterator[Fault]:
    """An action or risk without a ref cannot be found again next quarter."""
    for row in case.written(*standard.WRITTEN):
        for column in row.form.needed:
            if column.holds is REF and not row[column]:
                holds = f"Every row of {row.typed.sheet} must have a ref, like APP-6.01"
                yield fault(row, column, said(holds, row.text(column)))


@rule(Stage.VALUES, Severity.ERROR)
def needed_answer_missing(case: Case) -> Iterator[Fault]:
    """A comment on no KPI, an event without its day: such a row would stand on no page, and nobody would miss it."""
    for row in case.written(*standard.WRITTEN):
        for group in row.form.needs if any(map(row.text, row.form.columns)) else ():
            is_ref = len(group) == 1 and group[0].holds is REF
            if not is_ref and not any(row.typed.answers(column) for column in group) and not _said_otherwise(row, group):
                holds = f"Every row of {row.typed.sheet} must have something under {named_list(group, 'or')}"
                yield fault(row, group[0], said(holds, row.text(group[0])))


def _said_otherwise(row: WrittenRow, group: tuple[FormColumn, ...]) -> bool:
    """Whether something stands there that another rule speaks of: a day that is none, say."""
    return any(row.text(column) and column.holds not in PROMISES for column in group)


@rule(Stage.VALUES, Severity.ERROR)
def ref_repeated(case: Case) -> Iterator[Fault]:
    """Two rows with one ref, or that say the same without one, are read as one: nobody can say which of them counts."""
    first: dict[tuple, WrittenRow] = {}
    for row in case.written(*standard.WRITTEN):
        columns, told = row.typed.told_apart(row.form)
        if not columns or not all(row.typed.answers(column) for column in columns if column.needed):
            continue
        earlier = first.setdefault((row.form.name, row.typed.quarter, columns, told), row)
        if earlier is not row:
            at = next(column for column in columns if row.text(column))
            apart = row.form.named(*row.form.apart)
            unless = "" if columns == apart else f", unless each has a {named_list(apart)} of its own"
            holds = f"{named_list(columns)} must stand in one row only{unless}: it is in {earlier.place(at)} too"
            yield fault(row, at, said(holds, ", ".join(filter(None, map(row.text, columns)))))


@rule(Stage.VALUES, Severity.ERROR)
def row_without_quarter(case: Case) -> Iterator[Fault]:
    """A history workbook spans many quarters: a row of words that does not name its own belongs to none."""
    for row in case.written(*standard.WRITTEN) if case.many_quarters else ():
        if row.form.quarterly and row.typed.quarter is None:
            yield must(row, QUARTER, "be written like 2021/22 Q3, in a column of its own", row.text(QUARTER))
