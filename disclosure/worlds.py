"""Other worlds: counts that agree with everything a reader knows, in which a small count is another one from 1 to 4.

A count can be narrowed where there is no such world. The cheapest one says what else must be hidden so that there is one.
"""

import hmac
from collections import defaultdict
from dataclasses import dataclass
from hashlib import sha256
from math import inf

import numpy as np

from disclosure import solver
from disclosure.components import Component, components
from disclosure.items import items_seen, seeings_of
from disclosure.knowledge import LARGEST, SMALLEST, Expression, Knowledge, MeasureQuarter
from disclosure.ties import group_of
from programme.areas import area_coded
from programme.hidden import Item, WhyHidden

WHOLE, YEAR, QUARTER = 100.0, 6.5, 1.0  # what hiding Kent's or the NHS's figure, a district's year or quarter costs
TRIES = 3


class Impossible(Exception):  # noqa: N818 - what was found, not a fault
    """No world in which this count is another: whatever can still be hidden is not enough."""

    def __init__(self, wanted: "Wanted"):
        super().__init__(wanted)
        self.target, self.other = wanted.target, wanted.other


def price_of(item: Item) -> float:
    """What hiding a number costs: never more for a larger one."""
    base = WHOLE if area_coded(item.area).kind != "district" else QUARTER if item.span == 1 else YEAR
    return base * len(seeings_of(item))


def weight(item: Item, secret: bytes) -> float:
    """The same times 1 to 2, drawn by a secret, so that nobody can play the choice again."""
    drawn = int.from_bytes(hmac.new(secret, repr(item).encode(), sha256).digest()[:4]) / 2**32
    return price_of(item) * (1 + drawn)


@dataclass(frozen=True, slots=True, order=True)
class Wanted:
    """A count that must be able to be another: a small one each of 1 to 4, any `other` that is hidden less or more."""

    target: Expression
    value: int
    other: bool = False

    def met_by(self, value: int) -> bool:
        """Whether a world in which the count has this value is one that is wanted."""
        return (value != self.value) if self.other else (value == self.value)

    @property
    def ranges(self) -> tuple[tuple[float, float], ...]:
        """Between what the count must lie."""
        return ((0.0, self.value - 1.0), (self.value + 1.0, inf)) if self.other else ((self.value, self.value),)


class Worlds:
    """The worlds of one component. Each is found for one count and serves every other that is another in it."""

    def __init__(self, known: Knowledge, component: Component, secret: bytes, until: float):
        self._known, self._component = known, component
        self._at = {cell: place for place, cell in enumerate(component.cells)}
        self._weights = [weight(item, secret) for item, _ in component.new]
        self._place = {item: place for place, (item, _) in enumerate(component.new)}
        self._solver = solver.Solver(known, component, self._weights, until)
        self._wanted = [Wanted(target, value) for target in component.targets for value in range(SMALLEST, LARGEST + 1)]
        self._beside: list[Item] = []
        self.found: list[list[int]] = []

    def complete(self) -> None:
        """Hide what must be hidden for every count to have the worlds that are wanted. Raises Impossible."""
        truth = [self._known.cells[cell].value for cell in self._component.cells]
        if None not in truth:
            self.found.append([round(value) for value in truth])
        self._find_all()
        self._show_what_is_hidden_in_vain()
        self._want_the_hidden_to_be_others()
        self._find_all()
        if self._beside:
            self._show_again()

    def _find_all(self) -> None:
        missing = self._missing(self.found)
        while missing:
            self.found.append(self._cheapest(missing[0]))
            missing = self._still(missing, self.found[-1])

    def _show_what_is_hidden_in_vain(self) -> None:
        """A district that is hidden for its thin column alone, and that everybody can work out, is shown."""
        thin = [item for item in self._hidden_alone if self._known.hidden.get(item) is WhyHidden.THIN]
        if not thin:
            return
        for item, place in self._place.items():
            self._solver.keep(place, self._known.visible(item))
        for item in thin:
            if self._worked_out(item):
                self._show_with_what_is_worked_out(item)
        for place in self._place.values():
            self._solver.keep(place, False)

    def _show_with_what_is_worked_out(self, item: Item) -> None:
        why = self._known.hidden.pop(item)
        seeings = {each for seeing in seeings_of(item) for each in items_seen(seeing) if each != item}
        if not all(self._worked_out(each) for each in seeings if self._known.visible(each)):
            self._known.hidden[item] = why

    def _worked_out(self, item: Item) -> bool:
        """Whether a number of a single count can be no other, for all that is seen."""
        cells = self._known.items[item].cells if item in self._known.items else ()
        if len(cells) != 1 or (cells[0] in self._at and ((cells[0], 1),) in self._known.targets):
            return False
        if cells[0] not in self._at:
            return True
        wanted = Wanted(((cells[0], 1),), round(self._known.cells[cells[0]].value), other=True)
        if any(wanted.met_by(self._value(wanted.target, world)) for world in self.found):
            return False
        try:
            self.found.append(self._some(wanted))
        except Impossible:
            return True
        return False

    @property
    def _hidden_alone(self) -> list[Item]:
        """The hidden numbers that are a single count of this component as it is now."""
        cells = ((at, Item(*self._known.cells[at].key, 1)) for at in self._component.cells)
        return [
            item for at, item in cells if item in self._known.hidden and self._known.now.get(self._known.cells[at].key) == at
        ]

    def _want_the_hidden_to_be_others(self) -> None:
        """What is hidden and not small must not be known either, or it would be hidden in vain."""
        wanted = {each.target for each in self._wanted}
        for at in self._component.cells:
            cell = self._known.cells[at]
            item = Item(*cell.key, 1)
            if ((at, 1),) in wanted or at in self._known.worked_out or cell.value is None or not self._unseen(at, item):
                continue
            self._wanted.append(Wanted(((at, 1),), round(cell.value), other=True))

    def _unseen(self, at: int, item: Item) -> bool:
        return item in self._known.hidden and not self._known.visible(item)

    def _missing(self, found: list[list[int]]) -> list[Wanted]:
        had: dict[Expression, set[int]] = defaultdict(set)
        for target in {each.target for each in self._wanted}:
            had[target] = {self._value(target, world) for world in found}
        return [each for each in self._wanted if not any(map(each.met_by, had[each.target]))]

    def _still(self, missing: list[Wanted], world: list[int]) -> list[Wanted]:
        """What is missing still once one more world was found."""
        return [each for each in missing if not each.met_by(self._value(each.target, world))]

    def _value(self, expression: Expression, world: list[int]) -> int:
        return sum(
            sign * (world[self._at[at]] if at in self._at else round(self._known.cells[at].value)) for at, sign in expression
        )

    def _cheapest(self, wanted: Wanted) -> list[int]:
        """The cheapest world that is wanted, in whole numbers; what differs in it is hidden."""
        found = {}
        for bounds in wanted.ranges:
            with self._solver.held(wanted.target, *bounds) as possible:
                if possible and (solved := self._solver.solved()) is not None:
                    found[bounds] = self._solver.cost, solved
        if not found:
            raise Impossible(wanted)
        cheapest = min(found, key=lambda bounds: found[bounds][0])
        counts, apart = found[cheapest][1]
        self._hide(apart)
        if not solver.in_whole(counts):
            with self._solver.held(wanted.target, *cheapest), self._solver.in_whole_numbers():
                counts, apart = self._solved(wanted)
            self._hide(apart)
        return solver.whole_numbers(counts)

    def _solved(self, wanted: Wanted) -> tuple[np.ndarray, np.ndarray]:
        if (found := self._solver.solved()) is None:
            raise Impossible(wanted)
        return found

    def _hide(self, apart: np.ndarray) -> None:
        """Hide every number that is another in this world and would be seen, those in most readings first."""
        other = [self._component.new[place][0] for place in np.flatnonzero(apart > solver.NEAR)]
        for item in sorted(other, key=lambda each: (-len(seeings_of(each)), each)):
            if self._known.visible(item):
                self._known.hidden[item] = WhyHidden.BESIDE
                self._beside.append(item)
        for item in {each for hidden in other for each in self._shown_with(hidden)}:
            if not self._known.visible(item):
                self._solver.price(self._place[item], 0.0)

    def _shown_with(self, item: Item) -> set[Item]:
        """The new numbers in the readings that show one, itself among them."""
        return {each for seeing in seeings_of(item) for each in items_seen(seeing) if each in self._place}

    def _show_again(self) -> None:
        """What was hidden for one count may no longer be needed once others were hidden: the dearest are tried first."""
        for item, place in self._place.items():
            self._solver.price(place, 0.0)
            self._solver.keep(place, self._known.visible(item))
        for item in sorted(self._beside, key=lambda each: -self._weights[self._place[each]]):
            self._try_to_show(item)

    def _try_to_show(self, item: Item) -> None:
        before = {each for each in self._shown_with(item) if self._known.visible(each)}
        why, wanted = self._known.hidden.pop(item), self._wanted
        shown = [each for each in self._shown_with(item) - before if self._known.visible(each)]
        for each in shown:
            self._solver.keep(self._place[each], True)
        seen_alone = {self._component.new[self._place[each]][1].cells for each in shown}
        self._wanted = [each for each in wanted if not (each.other and tuple(at for at, _ in each.target) in seen_alone)]
        agreeing = [world for world in self.found if all(self._same(each, world) for each in shown)]
        try:
            missing = self._missing(agreeing)
            while missing:
                agreeing.append(self._some(missing[0]))
                missing = self._still(missing, agreeing[-1])
        except Impossible:
            self._known.hidden[item], self._wanted = why, wanted
            for each in shown:
                self._solver.keep(self._place[each], False)
        else:
            self.found = agreeing

    def _same(self, item: Item, world: list[int]) -> bool:
        seen = self._component.new[self._place[item]][1]
        return self._value(tuple((at, 1) for at in seen.cells), world) == seen.value

    def _some(self, wanted: Wanted) -> list[int]:
        """A world that is wanted in which everything that can be seen is as it is. Raises Impossible."""
        for bounds in wanted.ranges:
            with self._solver.held(wanted.target, *bounds) as possible:
                counts = self._whole_counts() if possible else None
            if counts is not None:
                return solver.whole_numbers(counts)
        raise Impossible(wanted)

    def _whole_counts(self) -> np.ndarray | None:
        found = self._solver.solved()
        if found is None or solver.in_whole(found[0]):
            return found and found[0]
        with self._solver.in_whole_numbers():
            found = self._solver.solved()
        return found and found[0]


def hide_beside(known: Knowledge, secret: bytes, until: float) -> None:
    """Hide, beside what points to a child, what would narrow it. Raises Impossible, and TooLong after `until`.

    What covers nobody any more, and everybody can work out whatever is hidden, is hidden in vain and harms nobody.
    """
    given_up: set[MeasureQuarter] = set()
    while True:
        try:
            for component in components(known):
                _complete(known, component, secret, until)
        except Impossible as found:
            concerned = _concerned(known, found.target)
            if found.other and (concerned <= given_up or known.touched.isdisjoint(at for at, _ in found.target)):
                known.worked_out.add(found.target[0][0])
                continue
            if concerned <= given_up:
                raise
            given_up |= concerned
            _hide_all_new(known, concerned)
        else:
            return


def _complete(known: Knowledge, component: Component, secret: bytes, until: float) -> None:
    """Where sums hang together much depends on the order of looking: of some tries, each by its own draw, the cheapest."""
    tries = TRIES if any(item.span > 1 for item, _ in component.new) else 1
    start, best = dict(known.hidden), None
    for number in range(tries):
        known.hidden = dict(start)
        Worlds(known, component, hmac.new(secret, bytes([number]), sha256).digest(), until).complete()
        lost = sum(price_of(item) for item, _ in component.new if not known.visible(item))
        if best is None or lost < best[0]:
            best = lost, known.hidden
    known.hidden = best[1]


def _concerned(known: Knowledge, target: Expression) -> set[MeasureQuarter]:
    """The measure and quarter of a count, and what is tied to it then."""
    keys = [known.cells[at].key for at, _ in target]
    return {(name, quarter) for measure, _, quarter in keys for name in group_of(measure)}


def _hide_all_new(known: Knowledge, concerned: set[MeasureQuarter]) -> None:
    """Everything new of some measures in a quarter, the whole's count too."""
    for item, _ in list(known.new_items()):
        if any((measure, quarter) in concerned for measure, _, quarter in item.cells):
            known.hidden.setdefault(item, WhyHidden.BESIDE)
    known.open_up(concerned)
