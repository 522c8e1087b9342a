"""Which sheets of a workbook are the tables of a layout, told by their words, and how much of the layout is there."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property

from loaders.layouts.heading_periods import period_over, typed_period
from loaders.layouts.layout import Layout
from loaders.layouts.sender_sheet import LOOKED_FOR_IN, Headed, HeadingBand, SenderSheet
from loaders.layouts.spoken import exactly, same, says
from loaders.reading.workbook import Kind, Typed, Workbook
from programme.finding import FINDINGS
from programme.sheets.typed import plain

STACKED = " / "
"""Between two words of a layout that stand over one column, one under the other."""
ENOUGH = 0.5  # of a layout's words, for a file to look like one of its kind


@dataclass(frozen=True, slots=True)
class ValueColumn:
    """A column that holds figures: the layout's word over it (empty where any column of a period does) and its headings."""

    column: int
    word: str
    headed: Headed

    @property
    def cell(self) -> Typed:
        """The heading nearest to the figures."""
        return self.headed[-1]


@dataclass(frozen=True)
class FoundTable:
    """A sheet that is one of the layout's tables. `word` is the layout's for it, `titled` the cell or name that says it."""

    sender: SenderSheet
    layout: Layout
    word: str
    band: HeadingBand
    columns: tuple[ValueColumn, ...]

    @cached_property
    def title_cells(self) -> tuple[Typed, ...]:
        """What stands above the headings, from top to bottom."""
        rows = (self.sender.row(row) for row in self.sender.by_row if row < self.band.first)
        return tuple(cell for row in rows for cell in row.values() if cell.kind in (Kind.TEXT, Kind.DATE))

    @cached_property
    def words_found(self) -> frozenset[str]:
        """The layout's heading words that stand over a column."""
        return frozenset(column.word for column in self.columns)


@dataclass(frozen=True)
class Likeness:
    """How far a workbook looks like one of a layout's kind. `tables` holds every sheet that may be each of its tables."""

    layout: Layout
    tables: Mapping[str, tuple[FoundTable, ...]]

    @cached_property
    def share(self) -> float:
        """The share of the layout's words that are there, from 0 to 1."""
        words = [(table, word) for table in self.tables for word in (*self.layout.headings, *self.layout.rows)]
        found = sum(any(_has(each, word, self.layout) for each in self.tables[table]) for table, word in words)
        tables = sum(bool(found) for found in self.tables.values())
        return round((found + tables) / (len(words) + len(self.tables)), 2)

    @property
    def several(self) -> dict[str, tuple[str, ...]]:
        """The names of the sheets that may be one table, by its word, where only one of several can be meant."""
        if self.layout.each_sheet:
            return {}
        return {word: tuple(each.sender.name for each in found) for word, found in self.tables.items() if len(found) > 1}

    @property
    def looks_like(self) -> bool:
        """Whether enough of its words are there, and one of its tables."""
        return self.share >= ENOUGH and any(self.tables.values())


def _has(table: FoundTable, word: str, layout: Layout) -> bool:
    if word in layout.headings:
        return word in table.words_found
    return any(same(word, cell.text) for row in table.sender.by_row.values() for cell in row.values())


def likeness(workbook: Workbook, layout: Layout) -> Likeness:
    """How far the visible sheets of a workbook look like the tables of a layout."""
    seen = (sheet for sheet in workbook.sheets if not sheet.hidden and sheet.cells and plain(sheet.name) != plain(FINDINGS))
    sheets = [SenderSheet(sheet) for sheet in seen]
    found: dict[str, list[FoundTable]] = {word: [] for word in layout.table_words}
    for sender in sheets:
        if _may_be_one(sender, layout) and (band := best_band(sender, layout)):
            table = FoundTable(sender, layout, "", band, value_columns(band, layout))
            for word in found:
                if not word or says(word, sender.name) or any(says(word, cell.text) for cell in table.title_cells):
                    found[word].append(FoundTable(sender, layout, word, band, table.columns))
    return Likeness(layout, {word: tuple(tables) for word, tables in found.items()})


def _may_be_one(sender: SenderSheet, layout: Layout) -> bool:
    """Whether one of the layout's words for its tables stands near the top at all: looking for headings takes longer."""
    if not layout.tables:
        return True
    near = (cell.text for row in sender.by_row if row <= LOOKED_FOR_IN for cell in sender.row(row).values())
    return any(says(word, text) for text in (sender.name, *near) for word in layout.tables)


def best_band(sender: SenderSheet, layout: Layout) -> HeadingBand | None:
    """The rows whose headings say most of the layout's words, the fewest and first of them; None where too few do."""
    if layout.value != "crossing":
        first = min((label.row for label in _labels(sender, layout)), default=0)
        return HeadingBand(first, first - 1, {}) if first else None
    best, most = None, (0, 0, 0)
    for band in sender.bands(lambda cell: _heads(cell, layout)):
        columns = value_columns(band, layout)
        dated = layout.period != "heading" or any(typed_period(cell) for column in columns for cell in column.headed)
        count = len({(column.word, period_over(column.headed)[0].readings) for column in columns}) if dated else 0
        if count >= most[0]:
            score = count, count - len(columns), _numbers_below(sender, band, columns)
            best, most = (band, score) if score > most else (best, most)
    least = max(1, len(layout.headings) / 2)
    return best if most[0] >= least else None


def _numbers_below(sender: SenderSheet, band: HeadingBand, columns: tuple[ValueColumn, ...]) -> int:
    """How many numbers stand in these columns, soon below the headings: a title that says a heading has none."""
    places, rows = {column.column for column in columns}, range(band.last + 1, band.last + LOOKED_FOR_IN)
    cells = (sender.row(row).get(place) for row in rows for place in places)
    return sum(cell is not None and cell.kind is Kind.NUMBER for cell in cells)


def _labels(sender: SenderSheet, layout: Layout) -> Iterator[Typed]:
    for row in sender.by_row.values():
        yield from (cell for cell in row.values() if any(same(word, cell.text) for word in layout.rows))


def _heads(cell: Typed, layout: Layout) -> bool:
    """Whether a cell may be a heading over figures."""
    words = [part for word in (*layout.headings, *layout.quarters) for part in (word, *word.split(STACKED))]
    if words:
        return any(_said(word, cell, layout) for word in words)
    return bool(layout.period == "heading" and typed_period(cell))


def value_columns(band: HeadingBand, layout: Layout) -> tuple[ValueColumn, ...]:
    """The columns under the layout's words, from left to right; where it has none, those under a period."""
    words = (*layout.headings, *layout.quarters)
    found = []
    for column, headed in band.over.items():
        if words:
            said = [word for word in words if _over(word, headed, layout)]
            exact = [word for word in said if any(exactly(word, cell.text) for cell in headed)] or said
            found += [ValueColumn(column, word, headed) for word in exact]
        elif any(typed_period(cell) for cell in headed):
            found.append(ValueColumn(column, "", headed))
    return tuple(found)


def _over(word: str, headed: Headed, layout: Layout) -> bool:
    """Whether a word of the layout, or each of its words that stand one under the other, is over a column."""
    if any(_said(word, cell, layout) for cell in headed):
        return True
    parts = word.split(STACKED)
    return len(parts) > 1 and all(any(_said(part, cell, layout) for cell in headed) for part in parts)


def _said(word: str, cell: Typed, layout: Layout) -> bool:
    """Whether a heading is this word; where the period stands in the headings, also beside it in one cell."""
    if same(word, cell.text):
        return True
    return layout.period == "heading" and says(word, cell.text) and bool(typed_period(cell))
