"""Looks at what was decided from the other side: with all that readers can see, which small count could they narrow?"""

from collections import Counter
from collections.abc import Iterable, Sequence, Set
from dataclasses import dataclass
from math import inf

from disclosure import solver
from disclosure.components import every_component
from disclosure.knowledge import LARGEST, SMALLEST, Expression, Knowledge, public_knowledge, small
from disclosure.replay import REPLAY
from programme.areas import DISTRICTS, area_coded, whole_of
from programme.hidden import Decided, Item, MomentCells, WhyHidden
from programme.quarter import Quarter


@dataclass(frozen=True, slots=True)
class Audit:
    """What an audit found: the counts protected, those that could be narrowed (None where there is no solver to tell), and
    those that the rule of edition 1 let out; each with the quarter it is of. `hidden` are the cells hidden now."""

    protected: tuple[Quarter, ...]
    narrowed: tuple[tuple[Quarter, str], ...] | None
    let_out: int | None
    hidden: dict[Item, WhyHidden]


def audit(moments: Sequence[MomentCells], decided: Sequence[Decided]) -> Audit:
    """Everything that was ever seen, held against every small count that there ever was. Some seconds for ten years."""
    known = REPLAY.after(moments, decided).knowledge()
    found = narrowed(known) if solver.available() else None
    protected = tuple(_quarter(known, target) for target in known.targets)
    told = None if found is None else tuple((_quarter(known, target), known.told(target)) for target in found)
    let_out = len(narrowed(_as_edition_1(moments))) if solver.available() else None
    return Audit(protected, told, let_out, {item: why for item, why in known.hidden.items() if item in known.items})


def narrowed(known: Knowledge, among: Set[int] | None = None) -> list[Expression]:
    """The small counts of which one of 1, 2, 3 and 4 cannot be, in whole numbers; `among`: of what hangs together with
    these cells."""
    found = [target for target in known.targets if all((at,) in known.seen for at, _ in target)] if among is None else []
    for component in every_component(known):
        if among is not None and among.isdisjoint(component.cells):
            continue
        asked = solver.Solver(known, component, (), inf)
        found += [target for target in component.targets if not _free(asked, target)]
    return found


def _free(asked: solver.Solver, target: Expression) -> bool:
    return all(_possible(asked, target, value) for value in range(SMALLEST, LARGEST + 1))


def _possible(asked: solver.Solver, target: Expression, value: int) -> bool:
    with asked.held(target, value, value) as possible:
        if not possible or (found := asked.solved()) is None:
            return False
        if solver.in_whole(found[0]):
            return True
        with asked.in_whole_numbers():
            return asked.solved() is not None


def _quarter(known: Knowledge, target: Expression) -> Quarter:
    return known.cells[target[0][0]].key[2]


def _as_edition_1(moments: Iterable[MomentCells]) -> Knowledge:
    """What readers knew when a count of 1 to 4 was hidden, and beside a single one the smallest other district."""
    known = public_knowledge()
    for moment in moments:
        known.take_in(moment)
        known.hidden = {item: WhyHidden.SMALL for item, seen in known.items.items() if small(seen.value)}
        known.hidden |= dict.fromkeys(_seconds(known), WhyHidden.BESIDE)
        known.show()
    return known


def _seconds(known: Knowledge) -> Iterable[Item]:
    alone = Counter((item.measure, item.quarter, item.span) for item in known.hidden if whole_of(area_coded(item.area)))
    for (measure, quarter, span), many in alone.items():
        column = [Item(measure, area.code, quarter, span) for area in DISTRICTS]
        seen = [each for each in column if each in known.items and each not in known.hidden and known.items[each].value]
        if many == 1 and seen:
            yield min(seen, key=lambda each: known.items[each].value)
