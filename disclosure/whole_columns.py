"""The rule that needs no solver: it hides whole columns, and is sound because it hides far more.

Beside a hidden district every district of the quarter goes, in every measure that is tied to it; beside a hidden count of
Kent's or the NHS's all of that; the whole's count where the column was restated; and every sum with a hidden count in it.
"""

from collections.abc import Iterator

from disclosure.knowledge import Knowledge
from disclosure.ties import group_of
from programme.areas import area_coded, whole_of
from programme.figure import FigureKey
from programme.hidden import Item, WhyHidden
from programme.measures import measures


def hide_whole_columns(known: Knowledge) -> None:
    """Hide beside what points to a child whatever could narrow it."""
    hot = set(_hot(known))
    wholes = {(group_of(measure), quarter) for measure, area, quarter in hot if not _is_part(area)}
    columns = {(group_of(measure), quarter) for measure, _, quarter in hot}
    wholes |= columns & {(group_of(measure), quarter) for measure, quarter in known.restated}
    for group, quarter in columns:
        for measure in group:
            for area in measures()[measure].areas:
                item = Item(measure, area.code, quarter, 1)
                if (_is_part(area.code) or (group, quarter) in wholes) and not known.let_go(item):
                    known.hidden.setdefault(item, WhyHidden.COLUMN)
    for item in known.affected:
        if item.span > 1 and not known.let_go(item) and any(Item(*cell, 1) in known.hidden for cell in item.cells):
            known.hidden.setdefault(item, WhyHidden.COLUMN)


def _hot(known: Knowledge) -> Iterator[FigureKey]:
    """The returned figures that are small counts or leave one of another."""
    for expression in known.targets:
        for at, _ in expression:
            if known.now.get(known.cells[at].key) == at:
                yield known.cells[at].key


def _is_part(area: str) -> bool:
    return whole_of(area_coded(area)) is not None
