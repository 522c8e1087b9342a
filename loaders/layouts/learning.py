"""Makes a layout of what a person points at: the first and the last figure of one measure; everything else is proposed."""

import re
from collections.abc import Callable
from dataclasses import dataclass

from loaders.layouts.heading_periods import period_over, typed_period
from loaders.layouts.layout import Layout
from loaders.layouts.matching import STACKED
from loaders.layouts.pointing import (
    Corners,
    PointedAtNothingError,
    corners,
    likeliest_place,
    period_places,
    sheet_pointed_at,
    with_its_sheet,
)
from loaders.layouts.sender_sheet import MOST_STACKED, HeadingBand, SenderSheet
from loaders.layouts.spoken import distinct, without_notes, words_said
from loaders.naming import naming
from loaders.reading.open_document import letters
from loaders.reading.workbook import Kind, Typed, Workbook
from programme.aliases import Thing
from programme.names import Naming


@dataclass(frozen=True, slots=True)
class Pointed:
    """What a person points at and says: a sheet, the first and the last figure of one measure, and what it is.

    `area` is the name of the area that all of them are of; empty where each row, or column, names its own.
    """

    sheet: str
    first: str
    last: str
    measure: str
    area: str = ""
    name: str = ""
    reported: bool = False


@dataclass(frozen=True)
class Spot:
    """The figures that were pointed at, within their sheet."""

    workbook: Workbook
    sender: SenderSheet
    at: Corners
    names: Naming

    @property
    def headings(self) -> HeadingBand:
        """The rows above the first figure that hold no figures, at most three, down to the one next above."""
        last = max((row for row in self.sender.by_row if row < self.at.top), default=0)
        while last > 1 and self.at.left not in self.sender.band(last, last).over and last in self.sender.by_row:
            last -= 1
        stacked = [self.sender.band(first, last) for first in range(max(1, last - MOST_STACKED + 1), last + 1)]
        full = [
            band
            for band in stacked
            if all(self.at.left in self.sender.band(row, row).over for row in range(band.first, last + 1))
        ]
        dated = [band for band in full if any(typed_period(cell) for cell in band.over.get(self.at.left, ()))]
        return (dated[-1:] or full[-1:] or stacked[-1:])[0]

    @property
    def row_names(self) -> dict[int, Typed]:
        """The name of each row of figures: the last text left of them that is a name of ours, or else the nearest text."""
        return {row: cell for row in range(self.at.top, self.at.bottom + 1) if (cell := self._name_of(row))}

    def _name_of(self, row: int) -> Typed | None:
        beside = (cell for column, cell in self.sender.row(row).items() if column < self.at.left)
        left = [cell for cell in beside if cell.kind is not Kind.NUMBER]
        known = [cell for cell in left if any(self.names.meant(kind, cell.text) for kind in _OF_ROWS) or typed_period(cell)]
        return (known or left or [None])[-1]


_QUARTERS = {"this quarter": 0, "current quarter": 0, "last quarter": -1, "previous quarter": -1}
_OF_FIGURES = (Thing.MEASURE, Thing.KPI)
_OF_ROWS = (Thing.AREA, Thing.MEASURE, Thing.KPI)


def proposed(workbook: Workbook, pointed: Pointed, names: Naming | None = None) -> Layout:
    """The layout that reads what was pointed at, and whatever else of the sheet has names of ours.

    Raises PointedAtNothingError.
    """
    spot = spot_at(workbook, pointed, names or naming())
    downwards = spot.at.bottom > spot.at.top or spot.at.left == spot.at.right
    layout = _each_row_by_itself(spot, pointed) or (_by_rows if downwards else _by_columns)(spot, pointed)
    return with_its_sheet(workbook, layout, pointed.sheet)


def spot_at(workbook: Workbook, pointed: Pointed, names: Naming) -> Spot:
    """The figures from one cell to another. Raises PointedAtNothingError where one of them is blank, or nothing is above."""
    sender, at = sheet_pointed_at(workbook, pointed.sheet), corners(pointed.first, pointed.last)
    for row, column in ((at.top, at.left), (at.bottom, at.right)):
        if sender.sheet.cell(row, column) is None:
            raise PointedAtNothingError(f"A figure must stand in {letters(column)}{row}, got: a blank cell.")
    if at.top == 1:
        raise PointedAtNothingError(f"Above {pointed.first.upper()} must stand a heading, got: nothing.")
    return Spot(workbook, sender, at, names)


def _each_row_by_itself(spot: Spot, pointed: Pointed) -> Layout | None:
    """Each row says its measure in a column with a heading, and perhaps its area and period: a long file, or a scorecard,
    whose columns are this quarter and the last. None where it does not."""
    band, relative = spot.headings, _relative(spot)
    measure = _under(spot, lambda cell: pointed.measure in (spot.names.one(kind, cell.text) for kind in _OF_FIGURES))
    named = spot.row_names.get(spot.at.top)
    if not (relative or (measure and spot.at.left == spot.at.right)) or not (measure or named):
        return None
    over = band.over.get(spot.at.left, ())
    dated = bool(period_over(over)[0])
    area = (
        f"= {pointed.area}" if pointed.area else _under(spot, lambda cell: spot.names.one(Thing.AREA, cell.text)) or "sheet"
    )
    period = "heading" if dated else _under(spot, lambda cell: typed_period(cell).period) or period_elsewhere(spot, band)
    rows = {} if measure else {word_kept(named.text): pointed.measure} | measures_beside(spot, named)
    return Layout(
        pointed.name,
        measure or "row",
        area,
        period,
        headings={} if relative or dated or not words_over(over) else {words_over(over): ""},
        rows=rows,
        quarters=relative,
        kind=kind_said(pointed),
    )


def _relative(spot: Spot) -> dict[str, int]:
    """Columns such as *This quarter* and *Last quarter*, if the first figure stands in one."""
    words = {column: words_over(headed) for column, headed in spot.headings.over.items()}
    told = {
        word: _QUARTERS[" ".join(words_said(word))] for word in words.values() if " ".join(words_said(word)) in _QUARTERS
    }
    return told if words.get(spot.at.left) in told else {}


def _under(spot: Spot, holds: Callable[[Typed], object]) -> str:
    """`under Area`: the heading of the first column whose cell beside the first figure `holds`; empty where none does."""
    places = range(spot.at.left, spot.at.right + 1)
    for column, cell in spot.sender.row(spot.at.top).items():
        heading = words_over(spot.headings.over.get(column, ()))
        if column not in places and heading and STACKED not in heading and holds(cell):
            return f"under {heading}"
    return ""


def _by_rows(spot: Spot, pointed: Pointed) -> Layout:
    """Figures down a column: each row is an area, or a period; the heading over them is the measure."""
    band, rows = spot.headings, spot.row_names
    dated = {column: period_over(headed)[0] for column, headed in band.over.items()}
    periods_over = bool(dated.get(spot.at.left))
    words = _words(spot, band, pointed) if not (periods_over and spot.at.right > spot.at.left) else {}
    areas_in_rows = any(spot.names.meant(Thing.AREA, cell.text) for cell in rows.values())
    periods_in_rows = not areas_in_rows and all(typed_period(cell) for cell in rows.values()) and bool(rows)
    area = f"= {pointed.area}" if pointed.area else "row"
    period = "heading" if periods_over else "row" if periods_in_rows else period_elsewhere(spot, band)
    measure = "heading" if words else f"= {pointed.measure}"
    headings = words or {}
    return Layout(pointed.name, measure, area, period, headings=headings, kind=kind_said(pointed))


def _by_columns(spot: Spot, pointed: Pointed) -> Layout:
    """Figures along a row: the row's name is the measure; each column is a period, or an area."""
    band, name = spot.headings, spot.row_names.get(spot.at.top)
    if name is None:
        raise PointedAtNothingError(f"Left of {pointed.first.upper()} must stand what the row is called, got: nothing.")
    headed = [band.over.get(column, ()) for column in range(spot.at.left, spot.at.right + 1)]
    dated = any(period_over(each)[0] for each in headed)
    areas = {
        each[-1].text.strip(): spot.names.called(Thing.AREA, code)
        for each in band.over.values()
        if each and (code := spot.names.one(Thing.AREA, each[-1].text))
    }
    rows = {word_kept(name.text): pointed.measure} | measures_beside(spot, name)
    if areas and not pointed.area:
        period = "heading" if dated else period_elsewhere(spot, band)
        return Layout(pointed.name, "row", "heading", period, headings=areas, rows=rows, kind=kind_said(pointed))
    area = f"= {pointed.area}" if pointed.area else "sheet"
    return Layout(pointed.name, "row", area, "heading", rows=rows, kind=kind_said(pointed))


def kind_said(pointed: Pointed) -> str:
    """The kind of figures, as a layout says it."""
    return "reported" if pointed.reported else "count"


def _words(spot: Spot, band: HeadingBand, pointed: Pointed) -> dict[str, str]:
    """The heading over the figures with its measure, and every other heading that is the name of a measure of ours."""
    own = words_over(band.over.get(spot.at.left, ()))
    if not own:
        raise PointedAtNothingError(f"Above {pointed.first.upper()} must stand a heading, got: nothing.")
    others = {}
    for column, headed in band.over.items():
        word = words_over(headed)
        meant = spot.names.one(Thing.MEASURE, headed[-1].text)
        if meant and column != spot.at.left and meant != pointed.measure:
            others[word] = meant
    words = {own: pointed.measure} | others
    return words if distinct(words) else {own: pointed.measure}


def measures_beside(spot: Spot, own: Typed) -> dict[str, str]:
    """The other names in the column of a row's name that are of measures of ours, each with its measure."""
    names = [cell for row in spot.sender.by_row.values() for cell in row.values() if cell.column == own.column]
    found = {word_kept(cell.text): spot.names.one(Thing.MEASURE, cell.text) for cell in names if cell is not own}
    return {word: measure for word, measure in found.items() if measure}


def words_over(headed: tuple[Typed, ...]) -> str:
    """The words over a column, without periods, one above the other."""
    return STACKED.join(word_kept(cell.text) for cell in headed if not _is_period(cell) and words_said(cell.text))


def _is_period(cell: Typed) -> bool:
    read = typed_period(cell)
    return bool(read) and len(words_said(cell.text)) <= 4


def word_kept(text: str) -> str:
    """A word as the layout keeps it: without line ends, and without footnotes glued to it."""
    plain = " ".join(text.split())
    bare = re.sub(r"(?<=[^\W\d_]{3})\d{1,2}\b", "", plain)
    return bare if words_said(bare) == without_notes(words_said(plain)) else plain


def period_elsewhere(spot: Spot, band: HeadingBand) -> str:
    """Where the period stands if over no column and in no row."""
    return likeliest_place(period_places(spot.workbook, spot.sender, band.first))
