"""Which figures of months and years, and which reported values, readers see beside the figures of quarters."""

from collections import ChainMap, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Set
from dataclasses import dataclass
from functools import cache

from disclosure.knowledge import small
from disclosure.reported import counts_behind, family_of
from disclosure.ties import Tie, ties
from programme.areas import Area
from programme.figure import Facts, FigureKey, Source
from programme.hidden import Item
from programme.measures import measures
from programme.months import sums
from programme.period import Period
from programme.period_figure import FigureKind, PeriodFigure
from programme.symbols import Status


@dataclass(frozen=True, slots=True)
class HiddenPeriodFigure:
    """That a cell holds a number of a period which its reader may not see: where it was read, and nothing it says."""

    measure: str
    area: Area
    period: Period
    source: Source
    kind: FigureKind
    status: Status
    value: None = None
    symbol: None = None
    as_printed: str = ""
    note: str = ""


def period_figures_seen(
    figures: Iterable[PeriodFigure], facts: Facts, hidden: Set[Item]
) -> tuple[PeriodFigure | HiddenPeriodFigure, ...]:
    """The same figures in the same order, those that readers may not see without their numbers.

    Counts that could be worked out from one another, of a whole and its parts in one quarter, are seen together or not at
    all: where the source of each is published, none is small, none differs little from its whole, and no count of the
    quarter itself is hidden. A reported value is seen where its layout says why, and no count behind it was given.
    """
    given = tuple(figures)
    closed = _closed(given, hidden)
    counted = ChainMap({each.quarter_key: each for each in given if each.counted}, facts)
    return tuple(each if _seen(each, closed, counted) else _unsaid(each) for each in given)


def _seen(each: PeriodFigure, closed: Set[tuple], counted: Mapping[FigureKey, object]) -> bool:
    if each.value is None or not _protected(each):
        return True
    if each.counted:
        return _together(each) not in closed
    return each.open_to_readers and not any(behind in counted for behind in counts_behind(each))


def _protected(each: PeriodFigure) -> bool:
    """Whether it may count people; what is reported may, whatever it divides."""
    return not each.counted or each.measure not in measures() or measures()[each.measure].protected


def _unsaid(each: PeriodFigure) -> HiddenPeriodFigure:
    return HiddenPeriodFigure(each.measure, each.area, each.period, each.source, each.kind, each.status)


def _together(each: PeriodFigure) -> tuple:
    """What is disclosed together: everything that its measure is tied to, of one whole, in one quarter."""
    return connected(each.measure), family_of(each.area)[0], each.period.quarter


def _closed(given: Iterable[PeriodFigure], hidden: Set[Item]) -> set[tuple]:
    """What is not seen, because something of it may not be."""
    groups: dict[tuple, list[PeriodFigure]] = defaultdict(list)
    for each in given:
        if each.counted and each.value is not None and _protected(each):
            groups[_together(each)].append(each)
    cells = {cell for item in hidden for cell in item.cells} if groups else set()
    return {group for group, own in groups.items() if _betrays(own) or not _cells_of(group).isdisjoint(cells)}


def _cells_of(group: tuple) -> set[FigureKey]:
    names, whole, quarter = group
    return {(name, area.code, quarter) for name in names for area in family_of(whole)}


def _betrays(own: Iterable[PeriodFigure]) -> bool:
    values = {(each.measure, each.area, each.period): each.value for each in own}
    return (
        not all(each.open_to_readers for each in own)
        or any(map(small, values.values()))
        or any(small(values[name, *at] - value) for name, at, value in _wholes(values))
    )


def _wholes(values: dict[tuple, float]) -> Iterator[tuple[str, tuple, float]]:
    """Each number with the whole that it is the only part of, where that is there too."""
    for (measure, *at), value in values.items():
        for tie in ties():
            if tie.parts == (measure,) and (tie.whole, *at) in values:
                yield tie.whole, tuple(at), value


@cache
def connected(measure: str) -> frozenset[str]:
    """The measures that it is tied to or added up with, directly or through others, itself among them."""
    joined, found = [*ties(), *(Tie(whole, made.parts) for whole, made in sums().items())], {measure}
    while True:
        new = {name for tie in joined for name in (tie.whole, *tie.parts) if not found.isdisjoint((tie.whole, *tie.parts))}
        if new <= found:
            return frozenset(found)
        found |= new
