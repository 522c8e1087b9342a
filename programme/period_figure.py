"""A figure as other people's workbooks give it: of any period, counted or as somebody reported it, with its own cell."""

from collections.abc import Iterable
from dataclasses import dataclass
from enum import StrEnum

from programme.areas import Area
from programme.figure import FigureKey, Source
from programme.period import Period, PeriodKind
from programme.symbols import Status, Symbol


class FigureKind(StrEnum):
    """Whether a figure is a count, which can be added and divided, or a value that somebody else worked out."""

    COUNT = "count"
    REPORTED = "reported"


AS_REPORTED = "as reported, not worked out here"
"""How a value is marked that somebody else worked out."""

PeriodKey = tuple[FigureKind, str, str, Period]
"""What such a figure is about: kind, measure (or KPI), area code, period."""


@dataclass(frozen=True, slots=True)
class PeriodFigure:
    """One value for one area and period. Exactly one of `value` and `symbol` is set: missing is never zero.

    `measure` is the id of a measure; of a reported value that of a KPI, or else of a measure. `as_printed` is what stands in
    the cell. `open_to_readers` says that its layout states why readers may see it: its source is published, or, of a
    reported value, its smallest base is 5 or more on both sides.
    """

    measure: str
    area: Area
    period: Period
    value: float | None
    symbol: Symbol | None
    as_printed: str
    source: Source
    kind: FigureKind = FigureKind.COUNT
    open_to_readers: bool = False
    status: Status = Status.FINAL
    note: str = ""

    def __post_init__(self):
        if (self.value is None) == (self.symbol is None):
            raise ValueError(f"A figure has a value or a symbol, got: {self.value!r} and {self.symbol!r} at {self.source}")

    @property
    def key(self) -> PeriodKey:
        """What the figure is about."""
        return self.kind, self.measure, self.area.code, self.period

    @property
    def quarter_key(self) -> FigureKey:
        """What the figure of the quarter that it falls in is about."""
        return self.measure, self.area.code, self.period.quarter

    @property
    def counted(self) -> bool:
        """Whether it is a count."""
        return self.kind is FigureKind.COUNT


def reported_for_quarters(figures: Iterable[PeriodFigure]) -> dict[FigureKey, PeriodFigure]:
    """The values that were reported of a quarter, by KPI, area code and quarter; where there is only a symbol, none."""
    of_quarters = (each for each in figures if not each.counted and each.period.kind is PeriodKind.QUARTER)
    return {each.quarter_key: each for each in of_quarters if each.value is not None}
