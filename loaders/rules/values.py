"""Stage 4, values: what stands in each cell is a number of the right kind, or a symbol that is allowed."""

import re
from collections.abc import Iterator

from loaders.forms.layouts.standard import FIGURE_NOTE, FIGURE_STATUS
from loaders.parsing.parsed import FigureRow
from loaders.reading.workbook import Kind
from loaders.rules.case import Case, number_in, symbol_in
from loaders.rules.meant import number_meant
from loaders.rules.rule import Fault, Stage, rule
from loaders.rules.words import CALCULATE, nearest, said, symbols_offered, written
from plumbing.listed import named_list
from programme.aliases import Thing
from programme.finding import Severity
from programme.symbols import MEANING, Status, Symbol, symbol_typed

LARGEST = 1e12  # the schools grant is 1.6 thousand million pounds; beyond this, whole numbers lose their last digits

NUMBER_AS_TEXT = re.compile(r"[-+(]?£?\s*\d[\d,\s]*(\.\d+)?\)?")
PERCENT_AS_TEXT = re.compile(r"[-+]?\s*\d[\d,\s]*(\.\d+)?\s*%")
COUNTED = {"count": "a count", "weeks": "a number of weeks", "thousand pounds": "thousands of pounds"}
OTHER_PRODUCERS = {
    "n/a": Symbol.NOT_APPLICABLE,
    "na": Symbol.NOT_APPLICABLE,
    "not applicable": Symbol.NOT_APPLICABLE,
    "-": Symbol.NOT_APPLICABLE,
    ":": Symbol.NOT_AVAILABLE,
    "..": Symbol.NOT_AVAILABLE,
    "not available": Symbol.NOT_AVAILABLE,
    "tbc": Symbol.NOT_AVAILABLE,
    "not known": Symbol.NOT_AVAILABLE,
    "nil return": Symbol.NOT_AVAILABLE,
    "*": Symbol.SUPPRESSED,
    "<5": Symbol.SUPPRESSED,
    "suppressed": Symbol.SUPPRESSED,
    "~": Symbol.ROUNDS_TO_ZERO,
}


def _number_or_symbol(case: Case, row: FigureRow) -> str:
    return f"{case.subject(row)} must be a number, or {symbols_offered(row.measure)}"


def _fault(row: FigureRow, message: str) -> Fault:
    return Fault(row.sheet, row.value_ref, message)


def _understood_of_kind(case: Case, *kinds: Kind) -> Iterator[FigureRow]:
    return (row for row in case.understood.values() if row.value_cell and row.value_cell.kind in kinds)


def _text(row: FigureRow) -> str:
    return row.value_cell.text.replace("\xa0", " ").strip()


def _as_text(row: FigureRow) -> str | None:
    """Which of `percent` and `number` the text looks like."""
    if PERCENT_AS_TEXT.fullmatch(_text(row)):
        return "percent"
    return "number" if NUMBER_AS_TEXT.fullmatch(_text(row)) else None


@rule(Stage.VALUES, Severity.ERROR)
def error_cell(case: Case) -> Iterator[Fault]:
    """A cell that shows `#DIV/0!` or `#N/A` has no value; other readers take it for a blank."""
    for row in _understood_of_kind(case, Kind.ERROR):
        yield _fault(
            row, said(f"{case.subject(row)} must be a number or a symbol and not an Excel error", row.value_cell.text)
        )


@rule(Stage.VALUES, Severity.ERROR)
def uncalculated_formula(case: Case) -> Iterator[Fault]:
    """A formula that was never calculated has no value yet; other readers take it for a blank."""
    for row in _understood_of_kind(case, Kind.UNCALCULATED):
        holds = f"{case.subject(row)} must hold a calculated value: {CALCULATE}"
        yield _fault(row, said(holds, row.value_cell.text))


@rule(Stage.VALUES, Severity.ERROR)
def number_as_text(case: Case) -> Iterator[Fault]:
    """A number stored as text is left out of every sum in Excel, so the sender's own totals are wrong too."""
    for row in _understood_of_kind(case, Kind.TEXT):
        if _as_text(row) == "number":
            holds = f"{case.subject(row)} must be a number and not text that looks like one: type it again as a number"
            yield _fault(row, said(holds, f"the text “{row.value_cell.value}”", number_meant(_text(row))))


@rule(Stage.VALUES, Severity.ERROR)
def percent_typed(case: Case) -> Iterator[Fault]:
    """With a % sign Excel stores 41% as 0.41: the same cell can mean 41 or 0.41, so it is refused either way."""
    for row in _understood_of_kind(case, Kind.TEXT, Kind.NUMBER):
        if not (row.value_cell.percent or (row.value_cell.kind is Kind.TEXT and _as_text(row) == "percent")):
            continue
        wanted = (
            "41.5 and not 41.5%" if row.measure.unit == "percent" else f"{COUNTED[row.measure.unit]} and not a percentage"
        )
        yield _fault(
            row, said(f"{case.subject(row)} must be typed as {wanted}, in a cell that is not formatted as %", _text(row))
        )


@rule(Stage.VALUES, Severity.ERROR)
def value_not_a_number(case: Case) -> Iterator[Fault]:
    """Words, dates and ticks cannot be added up; a figure that is missing has a symbol that says why."""
    for row in _understood_of_kind(case, Kind.TEXT, Kind.DATE, Kind.BOOLEAN, Kind.NUMBER):
        if number_in(row) is not None or symbol_in(row) or (row.value_cell.kind is Kind.TEXT and _as_text(row)):
            continue
        meant = OTHER_PRODUCERS.get(_text(row).casefold()) or symbol_typed(_text(row).strip("[]()*. "))
        hint = f"{meant} ({MEANING[meant]})" if meant in row.measure.symbols else None
        yield _fault(row, said(_number_or_symbol(case, row), _text(row), hint))


@rule(Stage.VALUES, Severity.ERROR)
def symbol_not_allowed(case: Case) -> Iterator[Fault]:
    """Each measure says which reasons for a missing figure can apply to it: a count cannot be of low reliability."""
    for row in case.understood.values():
        symbol = symbol_in(row)
        if symbol and symbol not in row.measure.symbols:
            yield _fault(row, said(_number_or_symbol(case, row), f"{symbol} ({MEANING[symbol]})"))


def _plain_numbers(case: Case) -> Iterator[tuple[FigureRow, float]]:
    """Rows with a number that is not shown as a percentage: `percent_typed` has spoken about those."""
    return ((row, number_in(row)) for row in case.numbers.values() if not row.value_cell.percent)


@rule(Stage.VALUES, Severity.ERROR)
def negative_value(case: Case) -> Iterator[Fault]:
    """Nothing that is counted or waited for is below zero; only money can be."""
    for row, number in _plain_numbers(case):
        if number < 0 and not row.measure.negative:
            yield _fault(row, said(f"{case.subject(row)} must be 0 or more", written(number)))


@rule(Stage.VALUES, Severity.ERROR)
def number_too_large(case: Case) -> Iterator[Fault]:
    """No count and no sum of the programme comes near it, and nothing could be worked out with it or drawn beside it."""
    for row, number in _plain_numbers(case):
        if abs(number) >= LARGEST:
            yield _fault(row, said(f"{case.subject(row)} must be a number below {written(LARGEST)}", written(number)))


@rule(Stage.VALUES, Severity.ERROR)
def not_a_whole_number(case: Case) -> Iterator[Fault]:
    """There is no half child: a fraction here is a percentage, an average or thousands in the wrong row."""
    for row, number in _plain_numbers(case):
        if row.measure.whole and number != round(number):
            yield _fault(row, said(f"{case.subject(row)} must be a whole number", written(number)))


@rule(Stage.VALUES, Severity.ERROR)
def percent_outside_range(case: Case) -> Iterator[Fault]:
    """A share lies between 0 and 100 per cent."""
    for row, number in _plain_numbers(case):
        if row.measure.unit == "percent" and number > 100:
            yield _fault(row, said(f"{case.subject(row)} must lie between 0 and 100", written(number)))


@rule(Stage.VALUES, Severity.QUERY)
def percent_as_fraction(case: Case) -> Iterator[Fault]:
    """0.41 where 41 was meant. A true share below 1 per cent is rare enough to be worth a tick."""
    for row, number in _plain_numbers(case):
        if row.measure.unit == "percent" and 0 < number <= 1:
            holds = f"{case.subject(row)} must be typed as a percentage from 0 to 100 and not as a fraction"
            yield _fault(row, said(holds, written(number), written(number * 100)))


@rule(Stage.VALUES, Severity.ERROR)
def note_not_calculated(case: Case) -> Iterator[Fault]:
    """A note that shows `#REF!` would stand beside its figure for good."""
    for row in case.rows:
        cell = row.note_cell
        if cell and cell.kind in (Kind.ERROR, Kind.UNCALCULATED):
            yield Fault(row.sheet, cell.ref, said(f"{FIGURE_NOTE} must be words, or a value: {CALCULATE}", cell.text))


@rule(Stage.VALUES, Severity.ERROR)
def status_unknown(case: Case) -> Iterator[Fault]:
    """A figure is provisional or final; blank means the same as the cover says."""
    for row in case.rows:
        if row.status_cell and case.parsed.naming.one(Thing.STATUS, row.status_cell.text) is None:
            typed = row.status_cell.text
            holds = f"{FIGURE_STATUS} must be {named_list(Status, 'or')}, or blank for what the cover says"
            yield Fault(row.sheet, row.status_cell.ref, said(holds, typed, nearest(typed, Status)))
