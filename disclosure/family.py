"""From facts to what a role may see, for a whole and its parts at a time."""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Set
from functools import cache, lru_cache

from disclosure.items import MOST_KEPT, items_seen, seeings_of
from kpis.kpi import Kpi
from programme.areas import Area, whole_of
from programme.figure import FigureKey
from programme.hidden import HiddenThen, Item
from programme.measures import measures
from programme.submission import Restatement


@cache
def families(kpi: Kpi) -> Mapping[Area, tuple[Area, ...]]:
    """For each area of the KPI, those it is looked at with, itself among them: a whole and its parts."""
    own, members = set(kpi.areas), defaultdict(list)
    heads = {area: whole if (whole := whole_of(area)) in own else area for area in kpi.areas}
    for area, head in heads.items():
        members[head].append(area)
    return {area: tuple(members[head]) for area, head in heads.items()}


def cell_seen(key: FigureKey, hidden: Set[Item]) -> bool:
    """Whether a returned figure may be seen by itself: some KPI shows it, or nobody is counted by it."""
    return any(map(hidden.isdisjoint, _shown_with(key)))  # sets, whose items need no hash anew: it is asked of every figure


@lru_cache(MOST_KEPT)
def _shown_with(key: FigureKey) -> tuple[frozenset[Item], ...]:
    """The protected numbers that each reading shows which shows the figure; none where nobody is counted by it."""
    measure, area, quarter = key
    if not measures()[measure].protected:
        return (frozenset(),)
    return tuple({frozenset(items_seen(seeing)) for seeing in seeings_of(Item(measure, area, quarter, 1))})


def restatements_seen(restatements: Iterable[Restatement], hidden: HiddenThen) -> tuple[Restatement, ...]:
    """The restatements of figures that were seen before and are seen now, in their order. Of others a reader is not told
    that there were any: what changed, and what did not, would narrow what is hidden."""
    return tuple(each for each in restatements if cell_seen((each.measure, each.area.code, each.quarter), hidden.ever))
