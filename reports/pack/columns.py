"""Blocks in two columns of about one height, read down the first and then down the second."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from itertools import accumulate

from reports.pack.parts import Beside, Block, BlockHeading, Points, Tabled

ACROSS = 58
"""Letters of a line of half a page, about."""


def balanced(blocks: Iterable[Block]) -> Beside:
    """The blocks in their order, parted where the two columns come nearest to one height; a list may be parted too."""
    parts = list(_parted(blocks))
    heights = [0, *accumulate(map(lines_of, parts))]
    ends = [at for at in range(1, len(parts) + 1) if not isinstance(parts[at - 1], BlockHeading)] or [0]
    best = min(ends, key=lambda at: (max(heights[at], heights[-1] - heights[at]), at))
    return Beside((joined_lists(parts[:best]), joined_lists(parts[best:])))


def _parted(blocks: Iterable[Block]) -> Iterator[Block]:
    for block in blocks:
        if isinstance(block, Points):
            yield from (Points((item,)) for item in block.items)
        else:
            yield block


def joined_lists(blocks: Sequence[Block]) -> tuple[Block, ...]:
    """The same blocks, lists that follow each other as one."""
    found: list[Block] = []
    for block in blocks:
        if isinstance(block, Points) and found and isinstance(found[-1], Points):
            found[-1] = replace(found[-1], items=found[-1].items + block.items)
        else:
            found.append(block)
    return tuple(found)


def lines_of(block: Block) -> float:
    """About how many lines a block takes in half a page."""
    match block:
        case Points(items):
            return sum(1.2 + len(item) // ACROSS for item in items)
        case Tabled(table, widths):
            shares = widths or [1.0] * len(table.columns)
            room = [max(ACROSS * 1.15 * share / sum(shares) - 2, 4) for share in shares]
            rows = (max(1 + len(cell.text) // room[at] for at, cell in enumerate(row)) for row in table.rows)
            return 2.5 + sum(0.35 + 0.85 * lines for lines in rows)
        case _:
            return 1.7 + len(getattr(block, "text", "")) // ACROSS
