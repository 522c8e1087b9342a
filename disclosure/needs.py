"""What is hidden for what it is: small counts, small differences, shares of few replies, whole columns that are thin."""

from collections.abc import Iterator

from disclosure.knowledge import FEW, Knowledge, Seen, column_keys, small
from disclosure.ties import ties_of
from programme.areas import area_coded, whole_of
from programme.hidden import Item, WhyHidden
from programme.measures import measures


def hide_what_needs_it(known: Knowledge) -> None:
    """Hide, among the numbers that the newest change affected, those that point to a child themselves."""
    for item in sorted(known.affected):
        if item not in known.hidden and not known.let_go(item) and (why := _need(known, item, known.items[item])):
            known.hidden[item] = why
    for item in _thin(known):
        if not known.let_go(item):
            known.hidden.setdefault(item, WhyHidden.THIN)


def _need(known: Knowledge, item: Item, seen: Seen) -> WhyHidden | None:
    if small(seen.value):
        return WhyHidden.SMALL
    if measures()[item.measure].counts == "replies" and 0 < seen.value < FEW:
        return WhyHidden.FEW
    for tie in ties_of().get(item.measure, ()):
        whole = known.items.get(item._replace(measure=tie.whole))
        if tie.parts == (item.measure,) and whole and small(whole.value - seen.value):
            return WhyHidden.DIFFERENCE
    return None


def _thin(known: Knowledge) -> Iterator[Item]:
    """The districts, zeros included, of every thin column that the newest change touched."""
    touched = {(item.measure, item.quarter) for item in known.affected if item.span == 1}
    for measure, quarter in touched & known.open_columns:
        for _, area, _ in column_keys((measure, quarter)):
            if whole_of(area_coded(area)) is not None:
                yield Item(measure, area, quarter, 1)
