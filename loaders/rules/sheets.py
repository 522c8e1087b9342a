"""Stage 4, the sheets of words: what is typed in a column of dates, numbers or fixed answers can be understood."""

from collections.abc import Iterator

from kpis.ids import kpi_ids
from loaders.forms.layout import Column, plain
from loaders.forms.layouts import standard
from loaders.rules.case import Case
from loaders.rules.lines import KEYS, Line
from loaders.rules.rule import Fault, Stage, rule
from loaders.rules.words import listed, nearest, said
from programme.finding import Severity
from programme.quarter import Quarter
from programme.sheets.assessments import sufficient_typed
from programme.sheets.written import QUARTER
from programme.workstreams import weaknesses


def fault(line: Line, heading: str, message: str) -> Fault:
    """A fault in the cell of `line` under `heading`, blank or not; in the sheet where there is no such column."""
    return Fault(line.row.sheet, line.ref(heading), message)


def _typed(case: Case) -> Iterator[tuple[Line, Column, str]]:
    """Every cell of the sheets of words that stands under a heading of the form."""
    for line in case.lines(*standard.WRITTEN):
        for column in line.layout.columns:
            text = line.text(column.heading)
            if text:
                yield line, column, text


@rule(Stage.VALUES, Severity.ERROR)
def date_not_understood(case: Case) -> Iterator[Fault]:
    """A date that cannot be read is no date: nobody could say whether it has passed."""
    for line, column, text in _typed(case):
        if column.holds == "date" and line.row.day(column.heading) is None:
            yield fault(
                line, column.heading, said(f"{line.name}: {column.heading} must be a date, like 31 March 2025", text)
            )


@rule(Stage.VALUES, Severity.ERROR)
def number_not_understood(case: Case) -> Iterator[Fault]:
    """“About 80” cannot be added up; a number that is not known is left blank."""
    for line, column, text in _typed(case):
        number = line.row.number(column.heading)
        if column.holds == "number" and not column.choices and (number is None or number < 0):
            yield fault(line, column.heading, said(f"{line.name}: {column.heading} must be a number, 0 or more", text))


@rule(Stage.VALUES, Severity.ERROR)
def answer_not_offered(case: Case) -> Iterator[Fault]:
    """These columns have fixed answers, because pages count them: a score is 1 to 5, an assessment one of two."""
    for line, column, text in _typed(case):
        known = {plain(choice) for choice in column.choices}
        accepted = column.heading == "Assessment" and sufficient_typed(text) is not None
        if known and plain(text) not in known and not accepted:
            holds = f"{line.name}: {column.heading} must be {listed(column.choices, 'or')}"
            yield fault(line, column.heading, said(holds, text, nearest(text, column.choices)))


@rule(Stage.VALUES, Severity.ERROR)
def weakness_unknown(case: Case) -> Iterator[Fault]:
    """There are nine weaknesses; what is written for a tenth would stand on no page."""
    for line, column, text in _typed(case):
        if column.heading == "Weaknesses" and not set(line.row.numbers("Weaknesses") or (0,)) <= set(weaknesses()):
            yield fault(line, "Weaknesses", said(f"{line.name}: Weaknesses must be numbers from 1 to 9, like 1; 3", text))


@rule(Stage.VALUES, Severity.ERROR)
def kpi_unknown(case: Case) -> Iterator[Fault]:
    """What is written about a misspelt KPI would stand under none, and a red would look as if nobody had acted."""
    for line, column, text in _typed(case):
        if column.heading == "KPI" and text not in kpi_ids():
            yield fault(line, "KPI", said("KPI must be an id of the KPI dictionary", text, nearest(text, kpi_ids())))


@rule(Stage.VALUES, Severity.ERROR)
def row_without_ref(case: Case) -> Iterator[Fault]:
    """An action or risk without a ref cannot be found again next quarter."""
    for line in case.lines(standard.ACTIONS, standard.RISKS):
        if not line.text("Ref"):
            yield fault(line, "Ref", said(f"Every row of {line.row.sheet} must have a ref, like APP-6.01", ""))


@rule(Stage.VALUES, Severity.ERROR)
def ref_repeated(case: Case) -> Iterator[Fault]:
    """Two rows with one ref: nobody can say which of them counts."""
    first: dict[tuple[str, Quarter | None, str], Line] = {}
    for line in case.lines(*standard.WRITTEN):
        key = line.layout.name, line.row.quarter, plain(line.text(KEYS[line.layout.name]))
        if not key[2] or line.layout is standard.PARTICIPATION:
            continue
        earlier = first.setdefault(key, line)
        if earlier is not line:
            heading = KEYS[line.layout.name]
            place = f"{earlier.row.sheet}!{earlier.row.ref(heading)}"
            yield fault(line, heading, said(f"{heading} must stand in one row only: it is in {place} too", line.name))


@rule(Stage.VALUES, Severity.ERROR)
def row_without_quarter(case: Case) -> Iterator[Fault]:
    """A history workbook spans many quarters: a row of words that does not name its own belongs to none."""
    for line in case.lines(*standard.WRITTEN) if case.many_quarters else ():
        if line.row.quarter is None:
            holds = f"{line.name}: {QUARTER} must be written like 2021/22 Q3, in a column of its own"
            yield fault(line, QUARTER, said(holds, line.text(QUARTER)))
