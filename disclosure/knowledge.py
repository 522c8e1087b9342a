"""What a reader can know of returned counts: every number seen at any moment, and how the counts hang together.

A *cell* here is one returned count with what it said; where a correction made it say something else, it is another cell.
"""

from collections.abc import Iterable, Iterator, Mapping, Set
from copy import copy
from dataclasses import dataclass, field, fields
from functools import lru_cache
from math import inf

from disclosure.items import MOST_KEPT, items_seen, items_with, seeings_of
from disclosure.ties import ties_of
from disclosure.totals import totals_of, totals_shipped
from programme.areas import area_coded, parts_of, whole_of
from programme.figure import FigureKey
from programme.hidden import Item, MomentCells, Stated, WhyHidden
from programme.measures import measures
from programme.quarter import Quarter
from programme.symbols import Symbol

SMALLEST, LARGEST = 1, 4  # the counts that nobody may narrow
THIN = 60  # a total from which on districts of 1 to 4 can be hidden among others: 12 districts of 5
FEW = 10  # replies

Expression = tuple[tuple[int, int], ...]
"""Cells, each with +1 or -1: what they come to together."""

MeasureQuarter = tuple[str, Quarter]
"""A measure in one quarter: its districts and their whole."""


def small(count: float | None) -> bool:
    """Whether a count could point to a child."""
    return count is not None and SMALLEST <= count <= LARGEST


@dataclass(slots=True)
class ReturnedCount:
    """One returned count: what it says (None where that is not known) and between which numbers a reader knows it to be.

    A reader who knows the rule can tell a small count from one that covers it, and knows a hidden 0: so small counts stay
    small, covers stay 5 or more and 0 stays 0, but for whole columns that are hidden: there nothing tells.
    """

    key: FigureKey
    said: Stated | None
    value: float | None
    low: float
    high: float


@dataclass(frozen=True, slots=True)
class Seen:
    """A number that can be seen: the cells it is the sum of, and what it says."""

    cells: tuple[int, ...]
    value: float


@dataclass(slots=True)
class Knowledge:
    """What readers know after the changes taken in so far.

    `rows` say between which numbers sums of cells lie; `seen` are the numbers seen at any moment, by their cells; `items`
    are the numbers there are now; `targets` are what nobody may narrow: small counts and small differences.
    `seen_before` are numbers, by what their cells said, that were seen while other rules held; `totals` are what publishers
    print; `in_print` are those of them that the newest change prints and nobody knew; `released` are numbers let go while
    they were made of these cells; `fresh` are the cells, `opened` the columns, that came since readers were last shown
    something; `kept_back` are totals that readers did not get; `worked_out` are cells hidden in vain.
    """

    cells: list[ReturnedCount] = field(default_factory=list)
    now: dict[FigureKey, int] = field(default_factory=dict)
    rows: dict[Expression, tuple[float, float]] = field(default_factory=dict)
    seen: dict[tuple[int, ...], float] = field(default_factory=dict)
    items: dict[Item, Seen] = field(default_factory=dict)
    hidden: dict[Item, WhyHidden] = field(default_factory=dict)
    targets: dict[Expression, float | None] = field(default_factory=dict)
    open_columns: set[MeasureQuarter] = field(default_factory=set)
    touched: set[int] = field(default_factory=set)
    affected: set[Item] = field(default_factory=set)
    restated: set[MeasureQuarter] = field(default_factory=set)
    seen_before: frozenset[frozenset] = frozenset()
    totals: dict[Item, float] = field(default_factory=dict)
    in_print: dict[Item, tuple[int, ...]] = field(default_factory=dict)
    kept_back: dict[Item, float | None] = field(default_factory=dict)
    fresh: set[int] = field(default_factory=set)
    opened: set[MeasureQuarter] = field(default_factory=set)
    released: dict[Item, tuple[int, ...]] = field(default_factory=dict)
    worked_out: set[int] = field(default_factory=set)
    _known: dict[tuple[FigureKey, Stated | None], int] = field(default_factory=dict)

    def copied(self) -> "Knowledge":
        """The same, of its own: what is taken in here or there is not known to the other."""
        own = {each.name: copy(getattr(self, each.name)) for each in fields(self)}
        own["cells"] = [ReturnedCount(each.key, each.said, each.value, each.low, each.high) for each in self.cells]
        return Knowledge(**own)

    def take_in(self, moment: MomentCells) -> None:
        """What one change did. What it `touched` and which items it `affected` gather until they were `shown`."""
        changed = {key: said for key, said in moment.cells.items() if measures()[key[0]].protected}
        columns = {(measure, quarter) for measure, _, quarter in changed}
        self.restated |= {(key[0], key[2]) for key in changed if key in self.now}
        self._open(columns, changed)
        for key, what in changed.items():
            self._set(key, what)
        self._forget_what_nobody_saw()
        for column in columns:
            self._add_areas(column)
        for key in changed:
            self._add_ties(key)
        self._update_items(changed)
        self._add_totals(totals_of(moment.published), changed)
        for item in moment.released:
            self._let_go(item)

    def hide(self, items: Mapping[Item, WhyHidden]) -> None:
        """Hide these. A publisher's total that is kept from readers is not seen here."""
        self.hidden |= items
        for item in (item for item, why in items.items() if why is WhyHidden.PRINTED):
            self.unsee(item)
            self.kept_back[item] = self.totals.get(item)

    def see(self, item: Item) -> None:
        """A publisher's total that the newest change prints is seen."""
        self.seen[self.in_print[item]] = self.totals[item]

    def unsee(self, item: Item) -> None:
        """As if nobody had printed this total, which told something new with the newest change."""
        cells = self.in_print.get(item) or (self.cells_in_print(item) if item in self.totals else ())
        self.seen.pop(cells, None)

    def cells_in_print(self, item: Item) -> tuple[int, ...]:
        """The cells that a publisher's total is the sum of, where that is known; none where it is of something else."""
        found = self._sum(item)
        return found.cells if found and found.value == self.totals[item] and found.cells in self.seen else ()

    def mark(self) -> tuple:
        """What looking for something to hide can change, to `go_back` to."""
        bounds = {at: (self.cells[at].low, self.cells[at].high) for at in self.touched}
        return dict(self.hidden), set(self.open_columns), set(self.worked_out), bounds

    def go_back(self, mark: tuple) -> None:
        """Undo what was changed since the mark, when nothing that was hidden was enough."""
        self.hidden, self.open_columns, self.worked_out, bounds = mark
        for at, (low, high) in bounds.items():
            self.cells[at].low, self.cells[at].high = low, high

    def visible(self, item: Item) -> bool:
        """Whether some reading shows this number."""
        return item in self.items and any(
            all(each not in self.hidden and each in self.items for each in items_seen(seeing)) for seeing in seeings_of(item)
        )

    def new_items(self) -> Iterator[tuple[Item, Seen]]:
        """The numbers that can still be hidden: nobody has seen them, and everybody will."""
        for item in sorted(self.affected):
            if self.visible(item) and (found := self.items[item]).cells not in self.seen:
                yield item, found

    def show(self) -> None:
        """Everything that is not hidden has been seen from now on."""
        for item in self.affected:
            if self.visible(item):
                found = self.items[item]
                self.seen[found.cells] = found.value
        self.touched.clear()
        self.affected.clear()
        self.restated.clear()
        self.in_print.clear()
        self.fresh.clear()
        self.opened.clear()

    def seen_cells(self) -> frozenset[frozenset]:
        """Every number seen, by what its cells said."""
        return frozenset(frozenset((self.cells[at].key, self.cells[at].said) for at in cells) for cells in self.seen)

    def told(self, target: Expression) -> str:
        """What a small count or difference is of, in words for an analyst."""
        return " less ".join(
            f"{measures()[name].description}, {area_coded(area).name}, {quarter}"
            for name, area, quarter in (self.cells[at].key for at, _ in target)
        )

    def open_up(self, columns: Iterable[MeasureQuarter]) -> None:
        """Nothing tells small counts from others in those of these columns of which no district is seen."""
        for column in columns:
            keys = column_keys(column)
            if any(self.visible(Item(*key, 1)) for key in keys if whole_of(area_coded(key[1])) is not None):
                continue
            self.open_columns.add(column)
            for at in (self.now[key] for key in keys if self.now.get(key) in self.touched):
                self.cells[at].low, self.cells[at].high = 0.0, inf

    def let_go(self, item: Item) -> bool:
        """Whether a number was released as it is now."""
        return item in self.released and item in self.items and self.released[item] == self.items[item].cells

    def value_of(self, expression: Expression) -> float | None:
        """What cells come to; None where one of them is not known."""
        values = [(self.cells[at].value, sign) for at, sign in expression]
        return None if any(value is None for value, _ in values) else sum(value * sign for value, sign in values)

    def _column(self, column: MeasureQuarter, changed: Mapping[FigureKey, Stated | None]) -> dict[FigureKey, Stated]:
        """What the cells of a column say once `changed` is taken in."""
        said = {key: self.cells[self.now[key]].said for key in column_keys(column) if key in self.now}
        said |= {key: changed[key] for key in column_keys(column) if key in changed}
        return {key: each for key, each in said.items() if each is not None}

    def _open(self, columns: Set[MeasureQuarter], changed: Mapping[FigureKey, Stated | None]) -> None:
        """Open the columns that are thin now; close those that were opened while nothing was shown and are so no more."""
        thin = {column for column in columns if _thin(self._column(column, changed))}
        closed = (self.opened & columns) - thin
        self.opened = (self.opened | (thin - self.open_columns)) - closed
        self.open_columns = (self.open_columns | thin) - closed
        for cell in (self.cells[at] for at in self.fresh):
            if (cell.key[0], cell.key[2]) in closed and cell.value is not None:
                cell.low, cell.high = _kind(cell.value)

    def _forget_what_nobody_saw(self) -> None:
        """What came while readers kept the state before, and was corrected or taken back since, was never shown."""
        gone = {at for at in self.fresh if self.cells[at].said is not None and self.now.get(self.cells[at].key) != at}
        if not gone:
            return
        self.targets = {each: value for each, value in self.targets.items() if gone.isdisjoint(at for at, _ in each)}
        self.rows = {each: bounds for each, bounds in self.rows.items() if gone.isdisjoint(at for at, _ in each)}
        self.seen = {cells: value for cells, value in self.seen.items() if gone.isdisjoint(cells)}
        self.in_print = {item: cells for item, cells in self.in_print.items() if gone.isdisjoint(cells)}
        self.touched -= gone
        self.fresh -= gone
        for at in gone:
            del self._known[self.cells[at].key, self.cells[at].said]

    def _set(self, key: FigureKey, said: Stated | None) -> None:
        if said is None:
            self.now.pop(key, None)
            return
        at = self.now[key] = self._cell(key, said)
        protected = small(self.cells[at].value) or said is Symbol.SUPPRESSED
        if protected and (at,) not in self.released.values():
            self.targets[((at, 1),)] = self.cells[at].value

    def _cell(self, key: FigureKey, said: Stated | None) -> int:
        """The cell that says this; one that nobody returned, or whose symbol is no number, may say anything."""
        if (key, said) not in self._known:
            is_open = (key[0], key[2]) in self.open_columns
            value = None if said is None or isinstance(said, Symbol) else float(said)
            low, high = (1.0, 4.0) if said is Symbol.SUPPRESSED else (0.0, inf) if value is None or is_open else _kind(value)
            self._known[key, said] = len(self.cells)
            self.touched.add(len(self.cells))
            self.fresh.add(len(self.cells))
            self.cells.append(ReturnedCount(key, said, value, low, high))
        return self._known[key, said]

    def _add_areas(self, column: MeasureQuarter) -> None:
        """Kent is the sum of its districts, where it is."""
        measure, quarter = column
        if measures()[measure].combine != "sum":
            return
        for whole in {whole for area in measures()[measure].areas if (whole := whole_of(area)) is not None}:
            at = self.now.get((measure, whole.code, quarter))
            if at is None or self.cells[at].value is None:
                continue
            keys = [(measure, part.code, quarter) for part in parts_of(whole) if part in measures()[measure].areas]
            parts = [self.now.get(key, None) for key in keys]
            if all(part is None for part in parts):
                continue
            own = [self._cell(key, None) if part is None else part for key, part in zip(keys, parts, strict=True)]
            self._add_sum(at, own)

    def _add_sum(self, whole: int, parts: list[int]) -> None:
        expression = (*((part, 1) for part in sorted(parts)), (whole, -1))
        unknown = [self.cells[part] for part in parts if self.cells[part].value is None]
        left = self.cells[whole].value - sum(self.cells[part].value or 0 for part in parts)
        if not sum(cell.low for cell in unknown) <= left <= sum(cell.high for cell in unknown):
            return
        self.rows[expression] = (0.0, 0.0)
        for part in parts:
            rest = self.value_of(((whole, 1), (part, -1)))
            if small(rest):
                self._add_difference(((whole, 1), (part, -1)), rest)

    def _add_ties(self, key: FigureKey) -> None:
        for tie in ties_of().get(key[0], ()):
            whole, *parts = (self.now.get((name, *key[1:])) for name in (tie.whole, *tie.parts))
            if whole is not None and None not in parts:
                self._add_tie(whole, parts)

    def _add_tie(self, whole: int, parts: list[int]) -> None:
        expression = ((whole, 1), *((part, -1) for part in sorted(parts)))
        left = self.value_of(expression)
        if left is None:
            self.rows[expression] = (0.0, inf)
        elif left >= 0:
            self._add_difference(expression, left)

    def _add_difference(self, expression: Expression, left: float) -> None:
        self.rows[expression] = (0.0, inf)
        if small(left):
            self.targets[expression] = left

    def _add_totals(self, new: Mapping[Item, float], changed: Iterable[FigureKey]) -> None:
        """A published total of the same count, where it says the same: everybody knows it."""
        self.totals |= new
        keys = set(changed)
        for item in self.totals if keys else new:
            if item in new or not keys.isdisjoint(_keys(item)):
                self._know_total(item, item in new)

    def _know_total(self, item: Item, is_new: bool) -> None:
        if is_new:
            self.kept_back.pop(item, None)
        found, total = self._sum(item), self.totals[item]
        if not found or found.value != total or found.cells in self.seen or self.kept_back.get(item) == total:
            return
        if is_new:
            self.in_print[item] = found.cells
        self.seen[found.cells] = found.value
        self.touched.update(found.cells)

    def _let_go(self, item: Item) -> None:
        """Hide a number no longer. Where it is a small count itself, that one is protected no longer."""
        self.hidden.pop(item, None)
        if self.kept_back.pop(item, None) is not None:
            self._know_total(item, False)
        if (now := self.items.get(item)) is None:
            return
        self.released[item] = now.cells
        if len(now.cells) == 1:
            self.targets.pop(((now.cells[0], 1),), None)
        self.affected |= {each for seeing in seeings_of(item) for each in items_seen(seeing) if each in self.items}

    def _update_items(self, changed: Iterable[FigureKey]) -> None:
        found = set()
        for measure, area, quarter in changed:
            found.update(items_with(measure, area, quarter))
            whole = whole_of(area_coded(area))
            if whole is not None and (measure, whole.code, quarter) not in self.now:
                found.update(items_with(measure, whole.code, quarter))
        for item in found:
            if (now := self._sum(item)) is None:
                self.items.pop(item, None)
                self.affected.discard(item)
            else:
                self.items[item] = now
                if (
                    self.seen_before
                    and frozenset((self.cells[at].key, self.cells[at].said) for at in now.cells) in self.seen_before
                ):
                    self.seen[now.cells] = now.value
        beside = {each for item in found for seeing in seeings_of(item) for each in items_seen(seeing)}
        self.affected |= {item for item in found | beside if item in self.items}

    def _sum(self, item: Item) -> Seen | None:
        """The cells that a number is the sum of, as a KPI adds them up; None where there is no number."""
        own: list[int] = []
        for measure, area, quarter in item.cells:
            if (at := self.now.get((measure, area, quarter))) is not None:
                own.append(at)
                continue
            parts = [self.now.get((measure, part.code, quarter)) for part in parts_of(area_coded(area))]
            if not parts or None in parts or measures()[measure].combine != "sum":
                return None
            own += parts
        if any(self.cells[at].value is None for at in own):
            return None
        return Seen(tuple(sorted(own)), sum(self.cells[at].value for at in own))


def public_knowledge() -> Knowledge:
    """What readers know before anything is returned: what publishers print, as it comes with the system."""
    return Knowledge(totals=dict(totals_shipped()))


def column_keys(column: MeasureQuarter) -> list[FigureKey]:
    """The cells of a measure in one quarter."""
    measure, quarter = column
    return [(measure, area.code, quarter) for area in measures()[measure].areas]


@lru_cache(MOST_KEPT)
def _keys(item: Item) -> frozenset[FigureKey]:
    """The cells that a number can be the sum of: the area's own, or those of its parts."""
    codes = (item.area, *(part.code for part in parts_of(area_coded(item.area))))
    return frozenset((measure, code, quarter) for measure, _, quarter in item.cells for code in codes)


def _kind(value: float) -> tuple[float, float]:
    """Between which numbers whoever knows what kind of count it is knows it to be."""
    if value <= 0:
        return value, value
    return (float(SMALLEST), float(LARGEST)) if value <= LARGEST else (float(LARGEST + 1), inf)


def _thin(said: Mapping[FigureKey, Stated]) -> bool:
    """Whether a district of 1 to 4, known or not, stands in a total below 60."""
    numbers = {key: 0 if isinstance(each, Symbol) else each for key, each in said.items()}
    parts = [key for key in said if whole_of(area_coded(key[1])) is not None]
    wholes = [numbers[key] for key in said if key[1] in {whole_of(area_coded(part[1])).code for part in parts}]
    total = max([sum(numbers[part] for part in parts), *wholes], default=0)
    return total < THIN and any(small(numbers[part]) or said[part] is Symbol.SUPPRESSED for part in parts)
