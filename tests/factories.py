"""Builds real workbooks in memory: clean returns and histories. Files that are no good are built in `wrong_files.py`."""

from collections.abc import Callable, Iterable
from functools import cache, lru_cache
from io import BytesIO

import openpyxl

from loaders.forms.template import fill, history_form, save, standard_form
from loaders.reading.workbook import Workbook
from programme.areas import DISTRICTS, Area
from programme.figure import Figure, Source
from programme.measures import Measure, due_measures, measures
from programme.quarter import Quarter
from programme.submission import Cover
from programme.symbols import Status, Symbol
from tests.sleeping import CleanForm, workbook_read

FIRST = Quarter(2018, 4)
QUARTER = Quarter(2024, 4)
BEFORE = Quarter(2023, 3)
ALL = (1, 2, 3, 4, 5)
NOWHERE = Source("", "", "")
FURTHEST = 20  # columns: no sheet of figures has more, and to ask openpyxl for its last one goes through every cell


@cache
def amount(measure: Measure, area: Area, quarter: Quarter) -> float:
    """A believable value: parts stay below their wholes, districts add up to Kent, no two rows or quarters are alike."""
    if area not in DISTRICTS and set(DISTRICTS) <= set(measure.areas):
        return sum(amount(measure, district, quarter) for district in DISTRICTS)
    place = list(measures()).index(measure.id)
    if measure.at_most:
        whole = amount(measures()[measure.at_most], area, quarter)
        return int(whole * (0.40 + place % 37 / 100) + (quarter - FIRST) % 3)
    if measure.unit == "percent":
        return 12.5 + (quarter - FIRST) / 4
    scale = 100 + 9 * DISTRICTS.index(area) if area in DISTRICTS else 1_500
    return scale + 3 * place + 2 * (quarter - FIRST) + 5 * ((quarter - FIRST) % 2)


def figure(
    measure: str,
    area: Area,
    quarter: Quarter = QUARTER,
    typed: float | str = 0,
    status: Status = Status.FINAL,
    note: str = "",
) -> Figure:
    """One figure; `typed` is a number or a symbol."""
    symbol = Symbol(typed) if isinstance(typed, str) else None
    return Figure(measure, area, quarter, None if symbol else float(typed), symbol, NOWHERE, status, note)


def figures(quarter: Quarter = QUARTER, streams: tuple[int, ...] = (3,)) -> list[Figure]:
    """A figure for every row that a clean return of `streams` for `quarter` must carry."""
    return [
        figure(measure.id, area, quarter, amount(measure, area, quarter))
        for measure in due_measures(quarter, streams)
        for area in measure.areas
    ]


Change = Callable[[openpyxl.Workbook], object]
"""Something done to a form before it is saved."""


def standard_return(
    quarter: Quarter = QUARTER,
    streams: tuple[int, ...] = (3,),
    *,
    typed: Iterable[Figure] | None = None,
    answers: Cover | None = None,
    change: Change | None = None,
) -> bytes:
    """A standard return as a file: clean unless `typed` replaces its figures or `change` spoils it."""
    if typed is None:
        clean = _clean_return(quarter, streams, answers)
        return clean.changed(change) if change else clean.file
    form = _form(quarter, streams, answers, typed)
    if change:
        change(form)
    return save(form)


@cache
def _clean_return(quarter: Quarter, streams: tuple[int, ...], answers: Cover | None) -> CleanForm:
    return CleanForm(_form(quarter, streams, answers, figures(quarter, streams)))


def _form(quarter: Quarter, streams: tuple[int, ...], answers: Cover | None, typed: Iterable[Figure]) -> openpyxl.Workbook:
    return fill(standard_form(quarter, streams, answers=answers), typed)


def history(
    first: Quarter = FIRST,
    last: Quarter = BEFORE,
    *,
    of: Iterable[str] | None = None,
    typed: Iterable[Figure] | None = None,
    change: Change | None = None,
) -> bytes:
    """A history workbook as a file, of all returned measures or of those named."""
    names = tuple(of or measures())
    if typed is None:
        clean = _clean_history(first, last, names)
        return clean.changed(change) if change else clean.file
    form = _history(first, last, names, typed)
    if change:
        change(form)
    return save(form)


@cache
def _clean_history(first: Quarter, last: Quarter, names: tuple[str, ...]) -> CleanForm:
    return CleanForm(_history(first, last, names, None))


def _history(first: Quarter, last: Quarter, names: tuple[str, ...], typed: Iterable[Figure] | None) -> openpyxl.Workbook:
    quarters = first.to(last)
    form = history_form(quarters, [measures()[name] for name in names])
    if typed is None:
        typed = (each for quarter in quarters for each in figures(quarter, ALL) if each.measure in names)
    return fill(form, typed)


def cell_of(form: openpyxl.Workbook, measure: str, area: str, heading: str = "Value"):
    """The cell of a standard form under `heading`, in the row of a measure and area."""
    sheet = form["Figures"]
    (headings,) = sheet.iter_rows(max_row=1, max_col=FURTHEST)
    column = next(cell.column for cell in headings if cell.value == heading)
    rows = sheet.iter_rows(2, max_col=3)
    row = next(one.row for one, _, other in rows if (one.value, other.value) == (measure, area))
    return sheet.cell(row, column)


def answer_of(form: openpyxl.Workbook, label: str):
    """The cell of the Cover that answers `label`."""
    return next(row[1] for row in form["Cover"].iter_rows(max_col=2) if row[0].value == label)


def saved(form: openpyxl.Workbook) -> bytes:
    """Any openpyxl workbook as a file."""
    written = BytesIO()
    form.save(written)
    return written.getvalue()


@lru_cache(64)
def read_here(content: bytes, file_name: str = "return.xlsx") -> Workbook:
    """The workbook, read in this process and once: quicker than in a child, for tests of what comes after reading."""
    return workbook_read(content, file_name)
