"""Where a figure's area and period stand in a file, as its layout says: in a heading, a row, the title, the file's name."""

from dataclasses import dataclass

from loaders.layouts.heading_periods import PeriodAt, agreed, period_over, typed_period
from loaders.layouts.matching import FoundTable, ValueColumn
from loaders.layouts.spoken import same, says, words_said
from loaders.reading.workbook import Kind, Typed, Workbook
from programme.period_typed import NO_PERIOD, period_in, read_period

_ABOUT_THE_FILE = {"published", "publication", "revised", "updated", "extracted", "printed", "produced", "next"}
"""Words beside which a date says when the file was made, and not what it is about."""


@dataclass(frozen=True, slots=True)
class Said:
    """What stands in a place: its text, and the cell that holds it (None for a name, or what the layout says itself)."""

    text: str
    cell: Typed | None = None


@dataclass(frozen=True, slots=True)
class NamedRow:
    """A row of figures: its name as it stands there, what the layout says it stands for, and the block that it is in."""

    number: int
    cell: Typed
    part: str
    block: Said | None = None


def said_at(origin: str, table: FoundTable, row: NamedRow, column: ValueColumn, workbook: Workbook) -> Said | None:
    """What stands where the layout says; None where there is nothing."""
    how, _, words = origin.partition(" ")
    match how:
        case "=":
            return Said(words.strip())
        case "sheet":
            return Said(table.sender.name)
        case "file":
            return Said(workbook.file_name)
        case "row":
            return Said(row.part, row.cell)
        case "block":
            return row.block
        case "table":
            return Said(table.layout.tables.get(table.word, ""))
        case "under":
            return _under(words, table, row.number)
        case "beside":
            found = right_of(words, workbook)
            return Said(found.text, found) if found else None
        case "heading":
            return Said(table.layout.headings.get(column.word, "") or column.cell.text, column.cell)
    return None


def _under(word: str, table: FoundTable, row: int) -> Said | None:
    columns = [column for column, headed in table.band.over.items() if any(same(word, cell.text) for cell in headed)]
    cell = table.sender.row(row).get(columns[0]) if len(columns) == 1 else None
    return Said(cell.text, cell) if cell else None


def right_of(label: str, workbook: Workbook) -> Typed | None:
    """The cell to the right of a label, wherever it stands in the sheets that can be seen; None where several do."""
    found = []
    for sheet in (each for each in workbook.sheets if not each.hidden):
        for (row, column), cell in sheet.cells.items():
            if same(label, cell.text):
                right = [each for (at, place), each in sorted(sheet.cells.items()) if at == row and place > column]
                found += right[:1]
    return found[0] if len(found) == 1 else None


def period_said(table: FoundTable, row: NamedRow, column: ValueColumn, workbook: Workbook) -> PeriodAt:
    """The period that a figure is of, as it stands where the layout says, and its cell."""
    layout = table.layout
    if layout.period == "heading":
        return period_over(column.headed)
    if layout.period == "title":
        return title_period(table.title_cells, table.word)
    said = said_at(layout.period, table, row, column, workbook)
    if said is None:
        return NO_PERIOD, None
    if said.cell is not None and said.cell.kind is Kind.DATE:
        return read_period(said.cell.value), said.cell
    return period_in(said.text), said.cell


def title_period(titles: tuple[Typed, ...], word: str = "") -> PeriodAt:
    """The period in the title that says the table's `word`, or else the only one of all `titles`."""
    said_there = (cell for cell in titles if cell.kind in (Kind.TEXT, Kind.DATE))
    texts = [cell for cell in said_there if not _ABOUT_THE_FILE & set(words_said(cell.text))]
    own = [cell for cell in texts if word and says(word, cell.text)]
    alone = [(read_period(cell.value if cell.kind is Kind.DATE else cell.text), cell) for cell in texts]
    within = [(typed_period(cell), cell) for cell in own or texts]
    return agreed([each for each in within if each[0]] or [each for each in alone if each[0]])
