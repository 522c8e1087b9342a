"""One clean return, one change at a time: what the rule tests are made of."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass, replace
from datetime import date
from functools import cache

import openpyxl

from loaders.parsing.parse import parse
from loaders.rules import RULES, KnownBefore, check
from programme.figure import Figure, Source
from programme.finding import Finding
from programme.quarter import Quarter
from tests import factories
from tests.loaders.well_said import badly_said

TODAY = date(2025, 6, 1)
QUARTER = factories.QUARTER
BEFORE = Quarter(2022, 4).to(QUARTER - 1)

Change = Callable[[openpyxl.Workbook], object]


@dataclass(frozen=True)
class Row:
    """A change to a clean return, and every finding there must be: the rule, its place, its words."""

    name: str
    change: Change
    expected: tuple[tuple[str, str, str], ...]
    streams: tuple[int, ...] = (3,)
    known: KnownBefore | None = None
    file_name: str = "return.xlsx"
    history: tuple[str, ...] = ()
    quarter: Quarter = QUARTER

    @property
    def content(self) -> bytes:
        """The changed return, or history workbook where measures for one are named."""
        if self.history:
            return factories.history(Quarter(2021, 1), Quarter(2023, 3), of=self.history, change=self.change)
        return factories.standard_return(self.quarter, self.streams, change=self.change)

    @property
    def found(self) -> tuple[tuple[str, str, str], ...]:
        """What the rules find."""
        return said(findings(self.content, known=self.known, file_name=self.file_name))


def findings(
    content: bytes, *, known: KnownBefore | None = None, file_name: str = "return.xlsx", today=TODAY
) -> list[Finding]:
    return check(parse(factories.read_here(content, file_name)), known=known, today=today)


def said(found: Iterable[Finding]) -> tuple[tuple[str, str, str], ...]:
    for finding in found:
        assert finding.severity is RULES[finding.rule].severity
        assert badly_said(finding.message) == []
    return tuple((finding.rule, finding.place, finding.message) for finding in found)


def known_from(figures: Iterable[Figure], version: int = 1, sheet: str = "History", ref: str = "C2") -> KnownBefore:
    """What a database would know if it held these figures."""
    placed = [replace(each, source=Source("history.xlsx", sheet, ref, version)) for each in figures]
    return KnownBefore({each.key: each for each in placed})


@cache
def known_before(streams: tuple[int, ...] = (3,)) -> KnownBefore:
    """Two years of clean figures before the return's quarter."""
    return known_from(each for quarter in BEFORE for each in factories.figures(quarter, streams))


def typed(measure: str, area: str, value: object, heading: str = "Value", number_format: str | None = None) -> Change:
    def change(form):
        cell = factories.cell_of(form, measure, area, heading)
        cell.value = value
        if number_format:
            cell.number_format = number_format

    return change


def answered(label: str, value: object) -> Change:
    def change(form):
        factories.answer_of(form, label).value = value

    return change


def labelled(label: str, new: str) -> Change:
    def change(form):
        form["Cover"].cell(factories.answer_of(form, label).row, 1).value = new

    return change


def headed(sheet: str, old: str, new: str) -> Change:
    def change(form):
        next(cell for cell in form[sheet][1] if cell.value == old).value = new

    return change


def renamed(old: str, new: str) -> Change:
    def change(form):
        form[old].title = new

    return change


def dropped(measure: str, area: str) -> Change:
    def change(form):
        form["Figures"].delete_rows(factories.cell_of(form, measure, area).row)

    return change


def added(measure: str, area: str, value: object) -> Change:
    def change(form):
        form["Figures"].append([measure, "", area, value])

    return change


def in_history(ref: str, value: object) -> Change:
    def change(form):
        form["History"][ref].value = value

    return change


def all_of(*changes: Change) -> Change:
    """These changes one after another."""

    def change(form):
        for each in changes:
            each(form)

    return change


def written(sheet: str, ref: str, value: object) -> Change:
    """Something typed into one cell."""

    def change(form):
        form[sheet][ref].value = value

    return change


def without_heading(sheet: str, heading: str) -> Change:
    """The column of that heading taken out."""

    def change(form):
        place = next(cell.column for cell in form[sheet][1] if cell.value == heading)
        form[sheet].delete_cols(place)

    return change


def without_sheet(name: str) -> Change:
    def change(form):
        form.remove(form[name])

    return change


def new_sheet(name: str, *rows: list) -> Change:
    def change(form):
        page = form.create_sheet(name)
        for row in rows:
            page.append(row)

    return change


def hidden(sheet: str, *, rows: Iterable[int] = (), columns: str = "", whole: bool = False) -> Change:
    """A sheet, or some of its rows or columns, put out of sight."""

    def change(form):
        for row in rows:
            form[sheet].row_dimensions[row].hidden = True
        for letter in columns:
            form[sheet].column_dimensions[letter].hidden = True
        if whole:
            form[sheet].sheet_state = "hidden"

    return change


def merged(sheet: str, cells: str) -> Change:
    def change(form):
        form[sheet].merge_cells(cells)

    return change


def nothing(form) -> None:
    """The clean return itself."""
