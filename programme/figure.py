"""A figure: one measured value for one area and quarter, which knows the cell it came from."""

from collections.abc import Mapping
from dataclasses import dataclass

from programme.areas import Area
from programme.quarter import Quarter
from programme.symbols import Status, Symbol

FigureKey = tuple[str, str, Quarter]
"""What a figure is about: measure, area code, quarter."""


@dataclass(frozen=True, slots=True, eq=False)
class Source:
    """Where a figure was read: the file, its sheet and cell, and the version it was accepted in (None before)."""

    file: str
    sheet: str
    ref: str
    version: int | None = None

    def __str__(self) -> str:
        return f"{self.sheet}!{self.ref}"

    def __eq__(self, other: object) -> bool:
        """What may have to be read from the store is compared last, here and in a figure."""
        if not isinstance(other, Source) or (self.file, self.version) != (other.file, other.version):
            return False
        return (self.sheet, self.ref) == (other.sheet, other.ref)

    def __hash__(self) -> int:
        return hash((self.file, self.version))


@dataclass(frozen=True, slots=True, eq=False)
class Figure:
    """One value of one measure. Exactly one of `value` and `symbol` is set: missing is never zero."""

    measure: str
    area: Area
    quarter: Quarter
    value: float | None
    symbol: Symbol | None
    source: Source
    status: Status = Status.FINAL
    note: str = ""

    def __post_init__(self):
        if (self.value is None) == (self.symbol is None):
            raise ValueError(f"A figure has a value or a symbol, got: {self.value!r} and {self.symbol!r} at {self.source}")

    def __eq__(self, other: object) -> bool:
        if not isinstance(other, Figure) or self._said != other._said:
            return False
        return (self.source, self.note) == (other.source, other.note)

    def __hash__(self) -> int:
        return hash(self._said)

    @property
    def _said(self) -> tuple:
        return self.key, self.value, self.symbol, self.status

    @property
    def key(self) -> FigureKey:
        """What the figure is about: measure, area code, quarter."""
        return self.measure, self.area.code, self.quarter


Facts = Mapping[FigureKey, Figure]
"""The figures that count, each by what it is about."""
