"""Where a person points in a sheet, and the places outside what is pointed at that say its period."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace

from loaders.layouts.layout import Layout
from loaders.layouts.matching import likeness
from loaders.layouts.origins import title_period
from loaders.layouts.sender_sheet import SenderSheet
from loaders.reading.workbook import Kind, Workbook, place_called
from programme.period import Period
from programme.period_typed import period_in

ASKED = "asked"
_REF = re.compile(r"\$?([A-Za-z]{1,3})\$?([0-9]{1,6})")
_WHOLE_DAY = re.compile(r"\d{4}-?\d\d-?\d\d|\d{1,2}(?P<by>[ ._-])(?:\d{1,2}|[A-Za-z]{3,9})(?P=by)(?:\d{4}|\d\d)(?!\d)")


class PointedAtNothingError(Exception):
    """Somebody pointed at what cannot be read; the text says what must hold."""


@dataclass(frozen=True, slots=True)
class Corners:
    """The rows and columns, counted from 1, from one cell that was pointed at to another; both belong to it."""

    top: int
    left: int
    bottom: int
    right: int


def corners(first: str, last: str) -> Corners:
    """What lies between two cells, whichever is named first; of one cell where no other is. Raises PointedAtNothingError."""
    rows, columns = zip(_place(first), _place(last or first), strict=True)
    return Corners(min(rows), min(columns), max(rows), max(columns))


def _place(ref: str) -> tuple[int, int]:
    found = _REF.fullmatch(ref.strip())
    if found is None:
        raise PointedAtNothingError(f"A cell is named like C7, got: {ref.strip() or 'nothing'}.")
    return place_called(f"{found[1].upper()}{found[2]}")


def sheets_to_point_at(workbook: Workbook, holding: Kind) -> Iterator[str]:
    """The sheets that can be seen and hold cells of a kind."""
    for sheet in workbook.sheets:
        if not sheet.hidden and any(cell.kind is holding for cell in sheet.cells.values()):
            yield sheet.name


def sheet_pointed_at(workbook: Workbook, name: str) -> SenderSheet:
    """The sheet of this name. Raises PointedAtNothingError where there is none."""
    sheet = workbook.sheet(name)
    if sheet is None:
        raise PointedAtNothingError(f"A sheet of the file must be chosen, got: {name or 'none'}.")
    return SenderSheet(sheet)


def period_places(workbook: Workbook, sender: SenderSheet, top: int) -> dict[str, Period]:
    """Where a period is said outside a table whose first row is `top`, the likeliest place first: title, sheet, file.

    A day in the file's name says when the file was made, and is not taken for what it is about.
    """
    above = tuple(cell for row in sender.by_row if row < top for cell in sender.row(row).values())
    named = "" if _WHOLE_DAY.search(workbook.file_name) else workbook.file_name
    read = {"title": title_period(above)[0], "sheet": period_in(sender.name), "file": period_in(named)}
    return {place: each.period for place, each in read.items() if each.period}


def likeliest_place(places: dict[str, Period]) -> str:
    """The first place that says a period; where none does, it is asked for."""
    return next(iter(places), ASKED)


def with_its_sheet(workbook: Workbook, layout: Layout, sheet: str) -> Layout:
    """The layout with the name of its sheet, where others of the file have the same words."""
    found = [table for tables in likeness(workbook, layout).tables.values() for table in tables]
    return replace(layout, tables={sheet: ""}) if len(found) > 1 and not layout.each_sheet else layout
