"""What is hidden from readers: the numbers they could see, which of them they may not, and who decides so, and when."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import datetime
from enum import StrEnum
from typing import NamedTuple

from programme.access import DoneBy
from programme.areas import area_coded
from programme.figure import FigureKey
from programme.measures import measures
from programme.published import Published
from programme.quarter import Quarter
from programme.symbols import Symbol

HIDDEN_SIGN = "c"
HIDDEN_WORDS = "Hidden so that no child can be recognised, directly or by subtraction"
WITHHELD = (
    "Readers keep the state before: whatever else is hidden, “{figure}” could be narrowed from what they have seen already. "
    "Correct what it is worked out from, or withdraw this version. Nothing was lost."
)


class Item(NamedTuple):
    """One number that a reader can see: a measure added up for an area over `span` quarters that end with `quarter`."""

    measure: str
    area: str
    quarter: Quarter
    span: int

    @property
    def cells(self) -> tuple[FigureKey, ...]:
        """The returned figures it is the sum of."""
        return tuple((self.measure, self.area, self.quarter - back) for back in range(self.span))

    @property
    def told(self) -> str:
        """What it counts, where and over which quarters, without saying how many: `Plans issued, Ashford, 2024/25 Q3`."""
        over = f"the {self.span} quarters to " if self.span > 1 else ""
        return f"{measures()[self.measure].description}, {area_coded(self.area).name}, {over}{self.quarter}"


class WhyHidden(StrEnum):
    """WhyHidden a number is hidden: for analysts alone."""

    SMALL = "a count of 1 to 4"
    DIFFERENCE = "what it leaves of another count is 1 to 4"
    FEW = "fewer than 10 replies"
    THIN = "a district of 1 to 4 in a total below 60"
    BESIDE = "it would narrow a count of 1 to 4"
    COLUMN = "beside a count of 1 to 4, by the rule without a solver"
    PRINTED = "a publisher's total with which a count of 1 to 4 could be worked out from what was seen before"

    @property
    def needed(self) -> bool:
        """Whether it is hidden for what it is, and not to cover another."""
        return self in (WhyHidden.SMALL, WhyHidden.DIFFERENCE, WhyHidden.FEW)


Stated = float | Symbol
"""What a returned cell says: a number, or the symbol that says why there is none."""


class MomentCells(NamedTuple):
    """What one change to the store did to the cells: what they say from then on; None where none counts any more.

    `published` are figures of publishers that everybody knows from then on; `released` numbers are hidden no longer.
    """

    change: int
    cells: Mapping[FigureKey, Stated | None]
    published: tuple[Published, ...] = ()
    released: frozenset[Item] = frozenset()


@dataclass(frozen=True, slots=True)
class Decided:
    """What was decided about one change: what is hidden from then on, each with its reason; what was let go again.

    `withheld` says which figure stands against it where readers keep the state before, or, where something is to be
    released, what else could then be worked out. `solver` is empty where the rule without one decided.
    """

    change: int
    hidden: Mapping[Item, WhyHidden] = field(default_factory=dict)
    released: frozenset[Item] = frozenset()
    withheld: str = ""
    protected: int = 0
    seconds: float = 0.0
    solver: str = ""

    @property
    def kept_back(self) -> tuple[Item, ...]:
        """The totals of which readers do not get what a publisher prints."""
        return tuple(sorted(item for item, why in self.hidden.items() if why is WhyHidden.PRINTED))


@dataclass(frozen=True, slots=True)
class Decider:
    """Who decides, by which `rules`: what was decided by other rules is decided anew.

    `decide` takes every change from the first, what was decided about the first of them, what an earlier round had hidden
    by then (by its own rules, and readers have seen the rest), and a secret of the store; it gives the decisions left.
    """

    rules: str
    decide: Callable[[Sequence[MomentCells], Sequence[Decided], Sequence[Decided], bytes], list[Decided]]


@dataclass(frozen=True, slots=True)
class HiddenThen:
    """What was hidden from readers at a moment, and what ever had been until then, released or not.

    `withheld` says which figure stands against showing what was accepted last: readers keep the state of `before` (None:
    there was none). `kept_back` are totals of which readers did not get what a release printed, with the release's change.
    """

    items: frozenset[Item] = frozenset()
    ever: frozenset[Item] = frozenset()
    withheld: str = ""
    before: datetime | None = None
    kept_back: frozenset[tuple[int, Item]] = frozenset()


@dataclass(frozen=True, slots=True)
class Ruling(DoneBy):
    """What an administrator said to what was asked: granted or refused, when, by whom and why."""

    granted: bool
    at: datetime
    by: str
    reason: str
    account: str = ""

    @property
    def word(self) -> str:
        """What was said."""
        return "granted" if self.granted else "refused"


@dataclass(frozen=True, slots=True)
class Asking(DoneBy):
    """That an analyst asked for a hidden number to be shown: when, why, and what became of it (None: it is open)."""

    number: int
    item: Item
    at: datetime
    by: str
    reason: str
    account: str = ""
    ruling: Ruling | None = None

    def then(self, as_at: datetime) -> "Asking":
        """The same as it stood at a moment."""
        return self if self.ruling is None or self.ruling.at <= as_at else replace(self, ruling=None)


def withheld_text(figure: str) -> str:
    """Why readers keep the state before what was stored last, because of a figure; empty where they do not."""
    return WITHHELD.format(figure=figure) if figure else ""
