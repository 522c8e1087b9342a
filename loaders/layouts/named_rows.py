"""Which rows of a table hold figures, told by their names: those the layout names, or every one that is ours."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass

from loaders.layouts.matching import FoundTable
from loaders.layouts.origins import NamedRow, Said
from loaders.layouts.spoken import exactly, same, words_said
from loaders.reading.workbook import Kind, Typed

IsKnown = Callable[[Typed], bool]


@dataclass(frozen=True)
class NamedRows:
    """The rows of a table that hold figures; words of the layout that name none or several, and names that are not ours."""

    rows: tuple[NamedRow, ...]
    missing: tuple[str, ...] = ()
    several: tuple[tuple[str, tuple[Typed, ...]], ...] = ()
    strange: tuple[Typed, ...] = ()


def named_rows(table: FoundTable, known: IsKnown) -> NamedRows:
    """The rows of a table. `known` says whether a name is one of ours; it is asked where the layout names no rows."""
    body = [row for row in table.sender.by_row if row > table.band.last and not _headings_again(table, row)]
    inside = frozenset(body)
    blocks = {row: block for row, block in _blocks(table) if row in inside}
    if table.layout.rows:
        return _by_the_layout(table, body, blocks)
    if "row" in (table.layout.area, table.layout.period, *table.layout.measure_parts):
        return _by_our_names(table, body, blocks, known)
    return NamedRows(tuple(NamedRow(row, _first(table, row), "", blocks.get(row)) for row in body if _figures(table, row)))


def _aside(table: FoundTable, row: int) -> list[Typed]:
    """What stands in a row and not under a heading of figures."""
    columns = {column.column for column in table.columns}
    return [cell for column, cell in table.sender.row(row).items() if column not in columns]


def _figures(table: FoundTable, row: int) -> bool:
    return any(column.column in table.sender.row(row) for column in table.columns)


def _first(table: FoundTable, row: int) -> Typed:
    return next(iter(_aside(table, row) or table.sender.row(row).values()))


def _headings_again(table: FoundTable, row: int) -> bool:
    """Whether the headings are repeated there, as they are at the top of a printed page."""
    there = [table.sender.row(row).get(column.column) for column in table.columns]
    return any(there) and all(
        cell is not None and words_said(cell.text) == words_said(column.cell.text)
        for column, cell in zip(table.columns, there, strict=True)
    )


def _blocks(table: FoundTable) -> Iterator[tuple[int, Said]]:
    """The block that each row stands in: the words that opened it, until the next or until what ends it.

    A block may be opened in the row of its headings, and the first one above them.
    """
    layout, standing = table.layout, None
    for row in table.sender.by_row:
        cells = [cell for cell in _aside(table, row) if cell.kind is Kind.TEXT]
        opened = [(word, cell) for word in layout.blocks for cell in cells if same(word, cell.text)]
        if opened:
            standing = Said(layout.blocks[opened[0][0]], opened[0][1])
        elif any(same(word, cell.text) for word in layout.block_ends for cell in cells):
            standing = None
        if standing:
            yield row, standing


def _by_the_layout(table: FoundTable, body: list[int], blocks: dict[int, Said]) -> NamedRows:
    rows, missing, several = [], [], []
    wanted = bool(table.layout.blocks)
    for word, part in table.layout.rows.items():
        found = [(row, cell) for row in body for cell in _aside(table, row) if same(word, cell.text)]
        exact = [each for each in found if exactly(word, each[1].text)] or found
        inside = {row: cell for row, cell in exact if row in blocks or not wanted}
        kept: dict[Typed | None, list[int]] = {}
        for row in inside:
            kept.setdefault(blocks[row].cell if row in blocks else None, []).append(row)
        if not inside:
            missing.append(word)
        for found_rows in kept.values():
            if len(found_rows) > 1:
                several.append((word, tuple(inside[row] for row in found_rows)))
            else:
                rows.append(NamedRow(found_rows[0], inside[found_rows[0]], part, blocks.get(found_rows[0])))
    return NamedRows(tuple(sorted(rows, key=lambda row: row.number)), tuple(missing), tuple(several))


def _by_our_names(table: FoundTable, body: list[int], blocks: dict[int, Said], known: IsKnown) -> NamedRows:
    """Rows by the column in which most names are ours; of two columns with as many, the first."""
    columns = {column.column for column in table.columns}
    names: dict[int, list[tuple[int, Typed]]] = {}
    for row in body:
        for column, cell in table.sender.row(row).items():
            if column not in columns and _figures(table, row):
                names.setdefault(column, []).append((row, cell))
    count = {column: sum(known(cell) for _, cell in cells) for column, cells in names.items()}
    place = max(count, key=lambda column: (count[column], -column), default=None)
    own = names.get(place, []) if place else []
    rows = [NamedRow(row, cell, cell.text, blocks.get(row)) for row, cell in own if known(cell)]
    return NamedRows(tuple(rows), strange=tuple(cell for _, cell in own if not known(cell)))
