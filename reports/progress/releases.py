"""What a release of published figures would do, as an analyst sees it: ratings and places among neighbours."""

from collections.abc import Iterator
from dataclasses import dataclass, replace

from kpis.formulas import PublishedValue
from kpis.kpi import Kpi
from kpis.registry import registry
from programme.access import Role
from programme.published import ForeseenRelease, PublishedFigures
from record.records import Records
from reports.progress.comparison import by_series, comparisons
from reports.progress.readings import Progress, Reading

RankPlace = tuple[str, str, int, int]
"""A published series, its period, Kent's rank among its newest neighbours, and among how many it is."""


@dataclass(frozen=True, slots=True)
class PlaceChange:
    """One KPI whose place among its neighbours would become another; None where there is none."""

    kpi: Kpi
    before: RankPlace | None
    after: RankPlace | None


def ratings_foreseen(records: Records, foreseen: ForeseenRelease) -> list[tuple[Reading, Reading]]:
    """Every KPI that is itself a published figure whose value or rating would change, newest quarter first."""
    old, new = _progress(records, foreseen.before), _progress(records, foreseen.after)
    own = [kpi for kpi in registry().values() if isinstance(kpi.formula, PublishedValue)]
    quarters = reversed(records.quarters)
    pairs = (
        (old.reading(kpi, kpi.areas[0], each), new.reading(kpi, kpi.areas[0], each)) for each in quarters for kpi in own
    )
    return [(was, now) for was, now in pairs if (was.display, was.rated.rating) != (now.display, now.rated.rating)]


def places_foreseen(records: Records, foreseen: ForeseenRelease) -> list[PlaceChange]:
    """Every place among neighbours, in the newest quarter, that would become another."""
    if records.newest is None:
        return []
    before, after = dict(_places(records, foreseen.before)), dict(_places(records, foreseen.after))
    changed = [key for key in {**before, **after} if before.get(key) != after.get(key)]
    return [PlaceChange(registry()[kpi], before.get((kpi, series)), after.get((kpi, series))) for kpi, series in changed]


def _places(records: Records, published: PublishedFigures) -> Iterator[tuple[tuple[str, str], RankPlace]]:
    progress, apart = _progress(records, published), by_series(published)
    for kpi in registry().values():
        for each in comparisons(progress.reading(kpi, kpi.areas[0], records.newest), apart):
            figures = each.figures
            newest = figures.sets[-1] if figures.sets else None
            if newest and newest.rank is not None:
                place = (figures.comparator.series, figures.period, newest.rank, newest.ranked)
                yield (kpi.id, figures.comparator.series), place


def _progress(records: Records, published: PublishedFigures) -> Progress:
    known = {key: figure for key, figure in published.items() if figure.understood}
    return Progress(replace(records, evidence=replace(records.evidence, published=known)), Role.ANALYST)
