"""A figure as it is kept in columns: value, version and sign at hand; cell, sheet and note are read when somebody looks."""

from collections.abc import Callable
from typing import NamedTuple

from programme.areas import Area
from programme.figure import Figure, FigureKey, Source
from programme.symbols import Status, Symbol

SYMBOLS: tuple[Symbol | None, ...] = (None, *Symbol)
STATUSES: tuple[Status, ...] = tuple(Status)


class StoredCell(NamedTuple):
    """Where a figure was typed, and what was noted beside it."""

    sheet: str
    ref: str
    note: str


CellOf = Callable[[int, FigureKey], StoredCell]
"""Reads the cell of a figure in the version that set it. Raises StoreError where the store cannot be read any more."""


def sign_of(symbol: Symbol | None, status: Status) -> int:
    """Symbol and status in one small number."""
    return STATUSES.index(status) * len(SYMBOLS) + SYMBOLS.index(symbol)


def holds_symbol(sign: int) -> bool:
    """Whether that small number is of a figure without a number."""
    return sign % len(SYMBOLS) > 0


_keep = object.__setattr__


class StoredSource(Source):
    """A source whose sheet and cell are read when somebody first looks: until then their places are empty."""

    __slots__ = ("_cell", "_key")

    def __getattr__(self, name: str) -> str:
        if name not in ("sheet", "ref"):
            raise AttributeError(name)
        cell = self.cell
        _keep(self, "sheet", cell.sheet)
        _keep(self, "ref", cell.ref)
        return getattr(cell, name)

    @property
    def cell(self) -> StoredCell:
        """Everything that is read at once."""
        return self._cell(self.version, self._key)


class StoredFigure(Figure):
    """A figure whose note is read when somebody first looks."""

    __slots__ = ()

    def __getattr__(self, name: str) -> str:
        if name != "note":
            raise AttributeError(name)
        _keep(self, "note", self.source.cell.note)
        return self.note


def stored_source(file: str, version: int, key: FigureKey, cell: CellOf) -> StoredSource:
    """The source of a figure as it stands in the store."""
    source = object.__new__(StoredSource)
    _keep(source, "file", file)
    _keep(source, "version", version)
    _keep(source, "_key", key)
    _keep(source, "_cell", cell)
    return source


def stored_figure(key: FigureKey, area: Area, value: float, sign: int, source: StoredSource) -> StoredFigure:
    """The figure with this key, of the value and `sign_of` its columns."""
    figure, (status, symbol) = object.__new__(StoredFigure), divmod(sign, len(SYMBOLS))
    _keep(figure, "measure", key[0])
    _keep(figure, "area", area)
    _keep(figure, "quarter", key[2])
    _keep(figure, "value", None if symbol else value)
    _keep(figure, "symbol", SYMBOLS[symbol])
    _keep(figure, "status", STATUSES[status])
    _keep(figure, "source", source)
    return figure
