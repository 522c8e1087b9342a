"""Numbers of a file that may mean two things, of which somebody must be asked before a layout of it is kept."""

import re
from collections.abc import Iterator

from loaders.layouts.mapped import MappedFile, MappedValue
from loaders.reading.workbook import Kind, Typed
from programme.measures import measures

_SCALES = {
    1_000: re.compile(r"(?<![\d.,])000(?:['’]?s)?\b|\bthousands?\b|£k\b", re.IGNORECASE),
    1_000_000: re.compile(r"\bmillions?\b|£m\b", re.IGNORECASE),
}


def scale_in(mapped: MappedFile) -> tuple[Typed, int] | None:
    """The cell above the figures that speaks of thousands or millions, and which: a figure may be so many times more."""
    found = ((cell, times) for cell in _above(mapped) for times, said in _SCALES.items() if said.search(cell.text))
    return next(found, None)


def _above(mapped: MappedFile) -> Iterator[Typed]:
    for sheet in mapped.workbook.sheets:
        first = min((each.row for each in mapped.values if each.sheet == sheet.name), default=0)
        yield from (cell for (row, _), cell in sorted(sheet.cells.items()) if row < first and cell.kind is Kind.TEXT)


def zero_in(mapped: MappedFile) -> Typed | None:
    """The first 0 among the figures: it may be a figure, or a cell that nobody filled in."""
    return next((each.value_cell for each in mapped.values if each.value == 0), None)


def fraction_in(mapped: MappedFile) -> Typed | None:
    """The first figure that may be a share of 1, where every figure may be one: no count, no percentage, none above 1."""
    numbers = [each for each in mapped.values if each.value]
    return numbers[0].value_cell if numbers and all(map(_may_be_a_share, numbers)) else None


def _may_be_a_share(each: MappedValue) -> bool:
    known, cell = measures().get(each.measure), each.value_cell
    counted = known is not None and known.unit != "percent"
    return cell.kind is Kind.NUMBER and not cell.percent and not counted and 0 < cell.value <= 1
