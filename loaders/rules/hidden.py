"""Stage 3, what cannot be seen: hidden sheets, rows and columns, and ranges that were merged over several cells."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import groupby

from loaders.forms.layouts import standard
from loaders.parsing.unread import ReadSheet
from loaders.reading.open_document import letters
from loaders.reading.workbook import Sheet, Typed, column_called
from loaders.rules.case import Case
from loaders.rules.rule import Fault, Stage, rule
from loaders.rules.words import said
from plumbing.listed import named_list
from programme.finding import Severity

LABELS, ANSWERS = 1, 2  # the columns of the cover
MOST_RUNS = 6  # of hidden rows that are named one by one


@rule(Stage.COMPLETENESS, Severity.QUERY)
def words_hidden(case: Case) -> Iterator[Fault]:
    """Words on a hidden sheet were perhaps never meant to be sent, and nobody proof-read them."""
    cover = case.parsed.workbook.sheet(standard.COVER)
    sheets = [*([cover] if cover else []), *(each.headed.sheet for each in case.words_read)]
    for sheet in sheets:
        if sheet.hidden and sheet.cells:
            yield Fault(sheet.name, "", said(f"{sheet.name} must be a sheet that can be seen", "a hidden sheet"))


@rule(Stage.COMPLETENESS, Severity.QUERY)
def rows_hidden(case: Case) -> Iterator[Fault]:
    """What was filtered out of sight was not looked at before it was sent, and is read like everything else."""
    for sheet in case.read:
        hidden = sheet.headed.sheet.hidden_rows
        cells = [cell for place in sheet.places for cell in sheet.below(place) if cell.row in hidden] if hidden else []
        if cells:
            yield _hidden_rows(sheet.name, cells)
    cover = case.parsed.workbook.sheet(standard.COVER)
    answers = [field.typed for field in case.parsed.fields.values() if field.typed]
    hidden = [cell for cell in answers if cover and cell.row in cover.hidden_rows]
    if hidden:
        yield _hidden_rows(cover.name, hidden)


def _hidden_rows(sheet: str, cells: list[Typed]) -> Fault:
    rows = sorted({cell.row for cell in cells})
    got = f"{len(rows)} hidden {'row' if len(rows) == 1 else 'rows'}, {_runs(rows)}"
    return Fault(
        sheet, min(cells, key=lambda cell: cell.row).ref, said(f"{sheet} must have no hidden rows that are read", got)
    )


def _runs(numbers: list[int]) -> str:
    """`15, 20 to 25 and more`."""
    runs = [[row for _, row in run] for _, run in groupby(enumerate(numbers), key=lambda each: each[1] - each[0])]
    told = [f"{run[0]} to {run[-1]}" if len(run) > 1 else str(run[0]) for run in runs]
    return named_list([*told[:MOST_RUNS], *(["more"] if len(told) > MOST_RUNS else [])])


@rule(Stage.COMPLETENESS, Severity.QUERY)
def columns_hidden(case: Case) -> Iterator[Fault]:
    """A hidden column of values is read, although whoever sent it may not know that it is there."""
    for sheet in case.read:
        hidden = sheet.headed.sheet.hidden_columns
        for place in sorted(hidden & sheet.places & set(sheet.by_place)) if hidden else ():
            heading = sheet.headed.headings[place]
            holds = f"{sheet.name} must have no hidden columns that are read"
            yield Fault(sheet.name, heading.ref, said(holds, f"{heading.text.strip()}, hidden"))
    cover = case.parsed.workbook.sheet(standard.COVER)
    if cover and cover.hidden_columns & {LABELS, ANSWERS} and cover.cells:
        yield Fault(cover.name, "", said(f"{cover.name} must have no hidden columns that are read", _letters(cover)))


def _letters(cover: Sheet) -> str:
    return named_list(f"{letters(place)}, hidden" for place in sorted(cover.hidden_columns & {LABELS, ANSWERS}))


@rule(Stage.COMPLETENESS, Severity.ERROR)
def figures_merged(case: Case) -> Iterator[Fault]:
    """Of merged cells only the first holds anything: the measure, area or value of the rows below is not there."""
    yield from _merged(case.figures_read)


@rule(Stage.COMPLETENESS, Severity.QUERY)
def words_merged(case: Case) -> Iterator[Fault]:
    """One role merged over three actions is the role of the first: the other two have none."""
    yield from _merged(case.words_read)
    cover = case.parsed.workbook.sheet(standard.COVER)
    lines = {int(field.ref[1:]) for field in case.parsed.fields.values()}
    for merged in cover.merged if cover else ():
        cells = cells_merged(merged)
        answers = [row for row in lines if (row, ANSWERS) in cells]
        if len(answers) > 1 or (answers and (answers[0], LABELS) in cells):
            yield _merged_into_one(cover.name, merged)


def _merged(sheets: tuple[ReadSheet, ...]) -> Iterator[Fault]:
    for sheet in sheets:
        for merged in sheet.headed.sheet.merged:
            cells = _covered(sheet, merged)
            if len(cells) > 1:
                yield _merged_into_one(sheet.name, merged)


def _merged_into_one(sheet: str, merged: str) -> Fault:
    holds = f"{sheet} must have one cell for each answer"
    return Fault(sheet, merged.partition(":")[0], said(holds, f"{merged} merged into one"))


_CELL = r"\$?([A-Za-z]{1,3})\$?(\d{1,4300})"  # Python reads no number of more digits
_RANGE = re.compile(f"{_CELL}(?::{_CELL})?")


@dataclass(frozen=True)
class _Range:
    """A merged range, as rows and columns."""

    rows: range
    places: range

    def __contains__(self, cell: tuple[int, int]) -> bool:
        return cell[0] in self.rows and cell[1] in self.places


def cells_merged(merged: str) -> _Range:
    """The cells of a merged range; none of one that is no range, in a file that other programmes wrote.

    openpyxl says the same; every form of ours has merged cells, and whoever checks one need not wait for all of openpyxl.
    """
    named = _RANGE.fullmatch(merged)
    if named is None:
        return _Range(range(0), range(0))
    left, top, right, bottom = named.groups()
    places = range(column_called(left), column_called(right or left) + 1)
    return _Range(range(int(top), int(bottom or top) + 1), places)


def _covered(sheet: ReadSheet, merged: str) -> list[tuple[int, int]]:
    """The cells of a merged range that are read: those below the headings, under one of them."""
    cells = cells_merged(merged)
    body = range(max(cells.rows.start, sheet.headed.body.start), min(cells.rows.stop, sheet.headed.body.stop + 1))
    return [(row, place) for place in sheet.places if place in cells.places for row in body]
