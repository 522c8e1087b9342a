"""Changes a file that a layout reads in 500 ways, and counts the wrong numbers: `python -m benchmarks.mapped FILE…`.

Rows and columns are moved, inserted and taken out, words renamed, sheets put in another order, copied and renamed. After
each the layout is asked for the same figures: every one that it gives must come from the cell that the figure moved to.
"""

import random
import sys
from collections.abc import Callable
from dataclasses import dataclass, replace
from pathlib import Path

from loaders.layouts.layout import Layout
from loaders.layouts.mapped import MappedFile
from loaders.layouts.matching import ENOUGH, likeness
from loaders.layouts.sender_sheet import merged_ranges
from loaders.layouts.shipped import shipped_layouts
from loaders.layouts.taking import taken
from loaders.reading.open_document import letters
from loaders.reading.reader import read_workbook
from loaders.reading.workbook import Kind, Sheet, Typed, Workbook

TIMES = 500
NEAR_THE_TOP = 8  # rows in which titles and headings stand

Places = dict[tuple[str, str], tuple[str, str]]
"""Where each cell went, by the sheet and reference it had: its sheet and reference now."""


@dataclass(frozen=True)
class MovedFile:
    """A changed workbook: what was done, and where the cells are now that had others' places."""

    workbook: Workbook
    places: Places
    what: str


@dataclass(frozen=True)
class MappedCount:
    """What came of the changes: figures that were right, wrong, and not given; changes without a word although some were
    not given."""

    right: int = 0
    wrong: tuple[str, ...] = ()
    refused: int = 0
    silent: tuple[str, ...] = ()


def _at(cell: Typed, row: int, column: int) -> Typed:
    return replace(cell, ref=f"{letters(column)}{row}", row=row, column=column)


def _with(
    workbook: Workbook, sheet: Sheet, rows: Callable[[int], int], columns: Callable[[int], int], what: str
) -> MovedFile:
    """The workbook with the rows and columns of a sheet elsewhere; 0 is nowhere. Merged ranges go with their first cell."""
    cells, places = {}, {}
    for (row, column), cell in sheet.cells.items():
        to = rows(row), columns(column)
        if all(to):
            cells[to] = _at(cell, *to)
            places[sheet.name, cell.ref] = (sheet.name, cells[to].ref)
        else:
            places[sheet.name, cell.ref] = ("", "")
    merged = tuple(filter(None, (_moved_range(each, rows, columns) for each in sheet.merged)))
    return _exchanged(workbook, sheet, replace(sheet, cells=cells, merged=merged), places, f"{sheet.name}: {what}")


def _moved_range(merged: str, rows: Callable[[int], int], columns: Callable[[int], int]) -> str:
    found = merged_ranges((merged,))
    if not found:
        return ""
    top, bottom, left, right = found[0]
    corners = [rows(top), rows(bottom), columns(left), columns(right)]
    whole = all(corners) and corners[1] - corners[0] == bottom - top and corners[3] - corners[2] == right - left
    return f"{letters(corners[2])}{corners[0]}:{letters(corners[3])}{corners[1]}" if whole else ""


def _exchanged(workbook: Workbook, old: Sheet, new: Sheet, places: Places, what: str) -> MovedFile:
    sheets = tuple(new if sheet is old else sheet for sheet in workbook.sheets)
    return MovedFile(replace(workbook, sheets=sheets), places, what)


def _typed_over(workbook: Workbook, sheet: Sheet, cell: Typed, text: str) -> MovedFile:
    cells = {**sheet.cells, (cell.row, cell.column): replace(cell, kind=Kind.TEXT, value=text, percent=False)}
    told = f"{sheet.name}!{cell.ref}: {str(cell.value)[:40]!r} is {text[:40]!r}"
    return _exchanged(workbook, sheet, replace(sheet, cells=cells), {}, told)


def _moved_line(first: int, to: int) -> Callable[[int], int]:
    """One row or column put elsewhere, those between closing up."""

    def place(number: int) -> int:
        if number == first:
            return to
        if first < number <= to:
            return number - 1
        return number + 1 if to <= number < first else number

    return place


def moved_about(workbook: Workbook, sheet: Sheet, chance: random.Random) -> MovedFile:
    """One change, as somebody makes it from one month to the next."""
    last = max(row for row, _ in sheet.cells), max(column for _, column in sheet.cells)
    row, column = chance.randint(1, last[0]), chance.randint(1, last[1])
    top = chance.randint(1, NEAR_THE_TOP)
    row = chance.choice((row, top))
    same: Callable[[int], int] = lambda number: number  # noqa: E731
    heads = [cell for (at, _), cell in sorted(sheet.cells.items()) if at <= NEAR_THE_TOP]
    names = [cell for (_, at), cell in sorted(sheet.cells.items()) if at <= 3 and cell.kind is Kind.TEXT]
    words = [cell for cell in chance.choice((heads, names)) if cell.kind is not Kind.NUMBER] or heads
    cell = chance.choice(words)
    text = cell.text
    match chance.randrange(16):
        case 0:
            return _with(workbook, sheet, lambda at: at + (at >= row), same, f"a row inserted at {row}")
        case 1:
            return _with(workbook, sheet, same, lambda at: at + (at >= column), f"a column inserted at {column}")
        case 2:
            to = chance.randint(1, last[0])
            return _with(workbook, sheet, _moved_line(row, to), same, f"row {row} moved to {to}")
        case 3:
            to = chance.randint(1, last[1])
            return _with(workbook, sheet, same, _moved_line(column, to), f"column {column} moved to {to}")
        case 4:
            return _with(workbook, sheet, lambda at: 0 if at == row else at - (at > row), same, f"row {row} taken out")
        case 5:
            gone = f"column {column} taken out"
            return _with(workbook, sheet, same, lambda at: 0 if at == column else at - (at > column), gone)
        case 6:
            sheets = list(workbook.sheets)
            chance.shuffle(sheets)
            return MovedFile(replace(workbook, sheets=tuple(sheets)), {}, "sheets in another order")
        case 7:
            name = chance.choice((f"{sheet.name} (2)", "Sheet1", sheet.name.upper(), "Data"))
            places = {(sheet.name, cell.ref): (name, cell.ref) for cell in sheet.cells.values()}
            return _exchanged(workbook, sheet, replace(sheet, name=name), places, f"{sheet.name} is called {name}")
        case 8:
            copy = replace(sheet, name=f"{sheet.name} copy", hidden=chance.random() < 0.5)
            return MovedFile(
                replace(workbook, sheets=(*workbook.sheets, copy)), {}, f"{sheet.name} copied, hidden: {copy.hidden}"
            )
        case 9:
            return _typed_over(workbook, sheet, cell, text.upper())
        case 10:
            return _typed_over(workbook, sheet, cell, f"{text}{chance.randint(1, 9)}")
        case 11:
            return _typed_over(workbook, sheet, cell, text.replace(" ", "\u00a0 ").replace("-", "–"))
        case 12:
            return _typed_over(workbook, sheet, cell, chance.choice(("", " ", "Total", "n/a", "Renamed")))
        case 13:
            return _typed_over(
                workbook, sheet, cell, chance.choice((f"All {text}", f"{text} (revised)", text[: len(text) // 2]))
            )
        case 14:
            titled = [
                each for each in heads if any(word in each.text.casefold() for word in (", january", ", june"))
            ] or heads
            title = chance.choice(titled)
            return _typed_over(workbook, sheet, title, title.text.rpartition(",")[0] or title.text)
        case _:
            stray = Typed(f"{letters(column)}{last[0] + 300}", last[0] + 300, column, Kind.TEXT, chance.choice(("x", text)))
            cells = {**sheet.cells, (stray.row, stray.column): stray}
            return _exchanged(
                workbook, sheet, replace(sheet, cells=cells), {}, f"{sheet.name}: {stray.text[:20]!r} far below"
            )


def count_changes(workbook: Workbook, layout: Layout, times: int, chance: random.Random) -> MappedCount:
    """Change the workbook so often, one way each time, and count."""
    whole = taken(workbook, layout)
    sheets = [sheet for sheet in workbook.sheets if sheet.name in {value.sheet for value in whole.values}]
    count = MappedCount()
    for _ in range(times):
        count = _with_one_more(count, whole, moved_about(workbook, chance.choice(sheets), chance), layout)
    return count


def _with_one_more(count: MappedCount, whole: MappedFile, moved: MovedFile, layout: Layout) -> MappedCount:
    like = likeness(moved.workbook, layout)
    after = taken(moved.workbook, layout, like=like)
    true = {value.key: value for value in whole.values}
    wrong = list(count.wrong)
    for value in after.values:
        own = true.get(value.key)
        cell = (own.sheet, own.value_cell.ref) if own else ("", "")
        place = moved.places.get(cell, cell)
        if own is None or (value.sheet, value.value_cell.ref) != place or value.value != own.value:
            wrong.append(f"{moved.what}: {value.key} at {value.sheet}!{value.value_cell.ref}, not at {place}")
    lost = len(whole.values) - len(after.values)
    said = bool(after.findings) or like.share < ENOUGH
    silent = (*count.silent, moved.what) if lost > 0 and not said else count.silent
    return MappedCount(
        count.right + len(after.values) - len(wrong) + len(count.wrong), tuple(wrong), count.refused + max(lost, 0), silent
    )


def main(files: list[str]) -> None:
    """Say for each file what came of its share of the changes."""
    for path in map(Path, files):
        workbook = read_workbook(path.read_bytes(), path.name)
        layout = max(shipped_layouts(), key=lambda each: likeness(workbook, each).share)
        count = count_changes(workbook, layout, TIMES // len(files), random.Random(path.name))
        print(
            f"{path.name}, {layout.name}: {TIMES // len(files)} changes, {len(count.wrong)} wrong numbers, "
            f"{count.right:,} right, {count.refused:,} not given, of which {len(count.silent)} times without a sentence"
        )
        print(*(f"  {each}" for each in (*count.wrong, *count.silent)), sep="\n")


if __name__ == "__main__":
    main(sys.argv[1:])
