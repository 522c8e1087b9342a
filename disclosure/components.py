"""What hangs together among the counts that a reader does not know: a choice for one part changes nothing in another."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from disclosure.knowledge import Expression, Knowledge, Seen
from programme.hidden import Item


@dataclass(slots=True)
class Component:
    """Cells that hang together: their rows, what was seen of them, what can still be hidden, and what must be protected."""

    cells: list[int]
    rows: dict[Expression, tuple[float, float]]
    targets: list[Expression]
    new: list[tuple[Item, Seen]]


def components(known: Knowledge) -> Iterator[Component]:
    """Every component with something to protect to which the newest change did something.

    A cell that was seen by itself is no secret and ties nothing together.
    """
    new = list(known.new_items())
    fresh = known.touched | {at for _, seen in new for at in seen.cells}
    yield from (part for part in _parts(known, new) if part.new or not fresh.isdisjoint(part.cells))


def every_component(known: Knowledge) -> Iterator[Component]:
    """Every component with something to protect, once everything that is not hidden was seen."""
    yield from _parts(known, [])


def _parts(known: Knowledge, new: list[tuple[Item, Seen]]) -> Iterator[Component]:
    open_cells = [at for at in range(len(known.cells)) if (at,) not in known.seen]
    rows = _open_rows(known)
    groups = _grouped(known, open_cells, [*rows, *(tuple((at, 1) for at in seen.cells) for _, seen in new)])
    parts: dict[int, Component] = {}
    for at in open_cells:
        parts.setdefault(groups[at], Component([], {}, [], [])).cells.append(at)
    for expression, bounds in rows.items():
        parts[groups[_first(expression, groups)]].rows[expression] = bounds
    for item, seen in new:
        if any(at in groups for at in seen.cells):
            parts[groups[next(at for at in seen.cells if at in groups)]].new.append((item, seen))
    for target in known.targets:
        if (first := _first(target, groups)) is not None:
            parts[groups[first]].targets.append(target)
    yield from (part for part in parts.values() if part.targets)


def _open_rows(known: Knowledge) -> dict[Expression, tuple[float, float]]:
    """What is known of sums in which not every cell was seen by itself."""
    seen = {tuple((at, 1) for at in cells): (value, value) for cells, value in known.seen.items() if len(cells) > 1}
    both = {**seen, **known.rows}
    return {expression: each for expression, each in both.items() if any((at,) not in known.seen for at, _ in expression)}


def _first(expression: Expression, groups: dict[int, int]) -> int | None:
    return next((at for at, _ in expression if at in groups), None)


def _grouped(known: Knowledge, cells: Iterable[int], expressions: Iterable[Expression]) -> dict[int, int]:
    """For each cell the cell that stands for its component."""
    parent = {at: at for at in cells}

    def root(at: int) -> int:
        while parent[at] != at:
            parent[at] = parent[parent[at]]
            at = parent[at]
        return at

    for expression in expressions:
        own = [root(at) for at, _ in expression if at in parent]
        for other in own[1:]:
            parent[root(other)] = root(own[0])
    return {at: root(at) for at in parent}
