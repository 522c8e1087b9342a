"""What accepting a return, or taking one back, would change: foreseen before anything is stored."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from programme.figure import Facts, Figure, FigureKey
from programme.period_figure import PeriodFigure
from programme.quarter import Quarter
from programme.sheets.written import Row

TypedRows = Sequence[tuple[frozenset[int], Sequence[Row]]]
"""The rows of one sheet, return by return, oldest first, each with the workstreams that the return speaks for."""


WordsBySheet = Mapping[str, TypedRows]
"""The rows of each sheet of words, by its name."""


@dataclass(frozen=True, slots=True)
class FigureChange:
    """One figure before and after; `old` is None for a new one, `new` for one that is withdrawn."""

    old: Figure | None
    new: Figure | None

    @property
    def key(self) -> FigureKey:
        """What the figure is about."""
        return (self.new or self.old).key

    @property
    def quarter(self) -> Quarter:
        """The quarter whose figure changes."""
        return (self.new or self.old).quarter

    @property
    def only_status(self) -> bool:
        """Whether the value stays and only its status changes."""
        old, new = self.old, self.new
        return bool(old and new and (old.value, old.symbol) == (new.value, new.symbol))


@dataclass(frozen=True, slots=True)
class Foreseen:
    """What would change. `seen` is to be handed to the store, so that nothing else is accepted than was shown.

    `before` and `after` are all the figures that count, and `judged_before` and `judged_after` the rows of the
    commentary, in which leads judge ratings: all that is needed to work out what becomes of the KPIs. `words_before` and
    `words_after` are the rows of every sheet of words, `kept_before` and `kept_after` the figures of months and years
    and the reported values.
    """

    changes: tuple[FigureChange, ...]
    unchanged: int
    before: Facts
    after: Facts
    seen: int = 0
    judged_before: TypedRows = ()
    judged_after: TypedRows = ()
    words_before: WordsBySheet = field(default_factory=dict)
    words_after: WordsBySheet = field(default_factory=dict)
    kept_before: tuple[PeriodFigure, ...] = ()
    kept_after: tuple[PeriodFigure, ...] = ()

    @property
    def kept(self) -> tuple[PeriodFigure, ...]:
        """The figures of months and years, and reported values, that come or say something else."""
        before = {each.key: (each.value, each.symbol) for each in self.kept_before}
        return tuple(each for each in self.kept_after if before.get(each.key) != (each.value, each.symbol))

    @property
    def kept_gone(self) -> int:
        """How many of them go."""
        return len({each.key for each in self.kept_before} - {each.key for each in self.kept_after})

    @property
    def new(self) -> tuple[FigureChange, ...]:
        """Figures that were not there."""
        return tuple(change for change in self.changes if change.old is None)

    @property
    def changed(self) -> tuple[FigureChange, ...]:
        """Figures whose value, symbol or status becomes another."""
        return tuple(change for change in self.changes if change.old and change.new)

    @property
    def withdrawn(self) -> tuple[FigureChange, ...]:
        """Figures that the earlier return carried and this one does not."""
        return tuple(change for change in self.changes if change.new is None)

    @property
    def quarters(self) -> list[Quarter]:
        """The quarters touched, oldest first."""
        return sorted({change.quarter for change in self.changes})

    @property
    def restated_quarters(self) -> list[Quarter]:
        """The quarters in which a figure that readers have seen would change or go, oldest first."""
        return sorted({change.quarter for change in (*self.changed, *self.withdrawn)})
