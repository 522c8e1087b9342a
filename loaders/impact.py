"""What accepting a return would change, before anything is stored: figures new, changed, withdrawn and unchanged."""

from dataclasses import dataclass

from programme.figure import Facts, Figure
from programme.quarter import Quarter
from programme.submission import Submission
from store.database import Database
from store.snapshot import snapshot


@dataclass(frozen=True, slots=True)
class Change:
    """One figure before and after; `old` is None for a new one, `new` for one that is withdrawn."""

    old: Figure | None
    new: Figure | None

    @property
    def quarter(self) -> Quarter:
        """The quarter whose figure changes."""
        return (self.new or self.old).quarter


@dataclass(frozen=True, slots=True)
class Impact:
    """What would change. `seen` is to be handed to `accept`, so that nothing else is accepted than was shown.

    `before` and `after` are all the figures that count, for working out what becomes of the KPIs.
    """

    changes: tuple[Change, ...]
    unchanged: int
    before: Facts
    after: Facts
    seen: int

    @property
    def new(self) -> tuple[Change, ...]:
        """Figures that were not there."""
        return tuple(change for change in self.changes if change.old is None)

    @property
    def changed(self) -> tuple[Change, ...]:
        """Figures whose value, symbol or status becomes another."""
        return tuple(change for change in self.changes if change.old and change.new)

    @property
    def withdrawn(self) -> tuple[Change, ...]:
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


def impact(database: Database, submission: Submission) -> Impact:
    """What accepting `submission` now would change. Reads only. Raises StoreError."""
    with snapshot(database) as known:
        before, after = known.facts, known.facts_after(submission)
    return Impact(tuple(figures_changed(before, after)), _unchanged(before, after, submission), before, after, known.change)


def impact_of_withdrawal(database: Database, number: int) -> Impact:
    """What taking version `number` back now would change. Reads only. Raises StoreError."""
    with snapshot(database) as known:
        before, after = known.facts, known.facts_without(number)
    found = tuple(figures_changed(before, after))
    return Impact(found, len(before) - len(found), before, after, known.change)


def figures_changed(before: Facts, after: Facts) -> list[Change]:
    """Every figure that differs, in order of quarter, measure and area."""
    keys = sorted({*before, *after}, key=lambda key: (key[2], key[0], key[1]))
    pairs = (Change(before.get(key), after.get(key)) for key in keys)
    return [change for change in pairs if _shown(change.old) != _shown(change.new)]


def _unchanged(before: Facts, after: Facts, submission: Submission) -> int:
    """How many figures of the return say what was known already."""
    keys = {figure.key for figure in submission.figures}
    return sum(key in before and _shown(before[key]) == _shown(after[key]) for key in keys)


def _shown(figure: Figure | None) -> tuple | None:
    """What readers see of a figure; where it was typed and its note may change without it."""
    return figure and (figure.value, figure.symbol, figure.status)
