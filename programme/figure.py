"""A figure: one measured value for one area and quarter, which knows the cell it came from."""

from collections.abc import Mapping
from dataclasses import dataclass

from programme.areas import Area
from programme.quarter import Quarter
from programme.symbols import Status, Symbol

FigureKey = tuple[str, str, Quarter]
"""What a figure is about: measure, area code, quarter."""


@dataclass(frozen=True, slots=True)
class Source:
    """Where a figure was read: the file, its sheet and cell, and the version it was accepted in (None before)."""

    file: str
    sheet: str
    ref: str
    version: int | None = None

    def __str__(self) -> str:
        return f"{self.sheet}!{self.ref}"


@dataclass(frozen=True, slots=True)
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

    @property
    def key(self) -> FigureKey:
        """What the figure is about: measure, area code, quarter."""
        return self.measure, self.area.code, self.quarter


Facts = Mapping[FigureKey, Figure]
"""The figures that count, each by what it is about."""
