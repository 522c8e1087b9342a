"""Makes a layout of figures in blocks down a sheet: a person points at the figures of one, and at the cell that opens it."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from loaders.layouts.heading_periods import period_over, typed_period
from loaders.layouts.layout import Layout
from loaders.layouts.learning import (
    Pointed,
    Spot,
    kind_said,
    measures_beside,
    period_elsewhere,
    spot_at,
    word_kept,
    words_over,
)
from loaders.layouts.pointing import PointedAtNothingError, corners, with_its_sheet
from loaders.layouts.spoken import words_said
from loaders.naming import naming
from loaders.reading.workbook import Kind, Typed, Workbook
from programme.aliases import Thing
from programme.measures import measures
from programme.names import Naming

LONGEST_OPENER = 80  # signs; a longer text is a note
_TOTAL = re.compile(r"(?:sub|grand)?\W*totals?\b", re.IGNORECASE)


@dataclass(frozen=True)
class _Blocks:
    """The cells that open a block, the one that was pointed at before the others, and what the rows inside are called."""

    spot: Spot
    pointed: Pointed
    opener: Typed
    others: tuple[Typed, ...]
    named: Typed

    @property
    def dated(self) -> bool:
        """Whether periods stand over the figures."""
        at = self.spot.at
        return any(period_over(self.spot.headings.over.get(column, ()))[0] for column in range(at.left, at.right + 1))

    def layout(self, measure: str, area: str, period: str, rows: dict[str, str], blocks: dict[str, str]) -> Layout:
        """The layout with these words; the names that open nothing of ours end a block, and so do totals."""
        over = words_over(self.spot.headings.over.get(self.spot.at.left, ()))
        known = {words_said(word) for word in (*rows, *blocks)}
        ends = dict.fromkeys(word_kept(cell.text) for cell in (*self.others, *self._totals))
        return Layout(
            self.pointed.name,
            measure,
            area,
            period,
            headings={} if self.dated or not over else {over: ""},
            rows=rows,
            blocks=blocks,
            block_ends=tuple(word for word in ends if words_said(word) not in known),
            kind=kind_said(self.pointed),
        )

    @property
    def _totals(self) -> Iterator[Typed]:
        rows = self.spot.sender.by_row.values()
        beside = (row.get(self.named.column) for row in rows)
        return (cell for cell in beside if cell is not None and _TOTAL.match(cell.text.strip()))

    @property
    def meant(self) -> dict[str, str]:
        """The area or the measure that each opener names, all of them of one kind: that of the one pointed at."""
        names, every = self.spot.names, (self.opener, *self.others)
        kind = Thing.AREA if names.one(Thing.AREA, self.opener.text) else Thing.MEASURE
        found = {word_kept(cell.text): names.one(kind, cell.text) for cell in every}
        return {word: names.called(kind, of) if kind is Thing.AREA else of for word, of in found.items() if of}


def in_blocks(workbook: Workbook, pointed: Pointed, opener: str, names: Naming | None = None) -> Layout:
    """The layout that reads what was pointed at, and the same in every block that is opened as the cell `opener` opens one.

    Raises PointedAtNothingError.
    """
    spot = spot_at(workbook, pointed, names or naming())
    blocks = _blocks(spot, pointed, opener)
    if spot.names.one(Thing.AREA, blocks.opener.text):
        layout = _of_areas(blocks)
    elif spot.names.one(Thing.AREA, blocks.named.text) or typed_period(blocks.named):
        layout = _of_measures(blocks)
    else:
        layout = _of_parts(blocks)
    return with_its_sheet(workbook, layout, pointed.sheet)


def _blocks(spot: Spot, pointed: Pointed, ref: str) -> _Blocks:
    place = corners(ref, ref)
    opener, named = spot.sender.sheet.cell(place.top, place.left), spot.row_names.get(spot.at.top)
    if opener is None or opener.kind is not Kind.TEXT or place.top >= spot.at.top:
        raise PointedAtNothingError(f"A text above the figures must open their block, got: {ref.upper()}.")
    if named is None:
        raise PointedAtNothingError(f"Left of {pointed.first.upper()} must stand what the row is called, got: nothing.")
    others = tuple(cell for cell in _openers(spot, opener) if cell is not opener)
    return _Blocks(spot, pointed, opener, others, named)


def _openers(spot: Spot, opener: Typed) -> Iterator[Typed]:
    """Every text in the column of the opener, from it on, in a row without figures."""
    places = range(spot.at.left, spot.at.right + 1)
    for number, row in spot.sender.by_row.items():
        cell = row.get(opener.column)
        bare = number >= opener.row and all(_heads(spot, row[column]) for column in places if column in row)
        if bare and cell and cell.kind is Kind.TEXT and len(cell.text) <= LONGEST_OPENER:
            yield cell


def _heads(spot: Spot, cell: Typed) -> bool:
    """Whether a cell in a column of figures is its heading, perhaps once more."""
    over = spot.headings.over.get(cell.column, ())
    return words_said(cell.text) in [words_said(each.text) for each in over]


def _of_areas(blocks: _Blocks) -> Layout:
    """Each block is an area, and the name of a row its measure."""
    rows = {word_kept(blocks.named.text): blocks.pointed.measure} | measures_beside(blocks.spot, blocks.named)
    return blocks.layout("row", "block", _period(blocks), rows, blocks.meant)


def _of_measures(blocks: _Blocks) -> Layout:
    """Each block is a measure, and the name of a row its area, or its period."""
    area = f"= {blocks.pointed.area}" if blocks.pointed.area else "row"
    period = "row" if typed_period(blocks.named) else _period(blocks)
    opened = blocks.meant | {word_kept(blocks.opener.text): blocks.pointed.measure}
    return blocks.layout("block", area, period, {}, opened)


def _of_parts(blocks: _Blocks) -> Layout:
    """The names of row and block make the measure's together: `tokens` in `adult` is `tokens_adult`."""
    row, block = _part(blocks.named), _part(blocks.opener)
    template = {f"{row}_{block}": "{row}_{block}", f"{block}_{row}": "{block}_{row}"}.get(blocks.pointed.measure)
    if template is None:
        raise PointedAtNothingError(
            "What opens a block must be the name of an area, or stand over rows of areas or periods, "
            f"got: {blocks.opener.text.strip()[:60]}."
        )
    opened = {word_kept(cell.text): _part(cell) for cell in (blocks.opener, *blocks.others)}
    beside = (each[blocks.named.column] for each in blocks.spot.sender.by_row.values() if blocks.named.column in each)
    rows = {word_kept(cell.text): _part(cell) for cell in beside if words_said(cell.text)}
    made = {(a, b) for a in rows for b in opened if template.format(row=rows[a], block=opened[b]) in measures()}
    area = f"= {blocks.pointed.area}" if blocks.pointed.area else "sheet"
    kept = {word: part for word, part in rows.items() if word in {a for a, _ in made}}
    return blocks.layout(template, area, _period(blocks), kept, {b: opened[b] for b in opened if b in {b for _, b in made}})


def _part(cell: Typed) -> str:
    return "_".join(words_said(cell.text))


def _period(blocks: _Blocks) -> str:
    return "heading" if blocks.dated else period_elsewhere(blocks.spot, blocks.spot.headings)
