"""Kent beside others on one published figure: England, the South East, two dated sets of neighbours, three averages each."""

from collections import defaultdict
from collections.abc import Mapping
from dataclasses import dataclass

from kpis.comparators import Comparison, comparators_of, compare, last_day, mismatches, newest_period
from kpis.neighbours import NeighbourSet, rate_of
from programme.areas import Area
from programme.published import Published, PublishedFigures
from programme.quarter import Quarter
from reports.language.numbers import number_text
from reports.progress.readings import Reading

DECIMALS = 1  # published rates have one
AVERAGES = {
    "mean": ("mean", "every authority counts the same"),
    "median": ("median", "the authority in the middle"),
    "pooled": ("pooled average", "all their cases added up"),
}
"""The three averages by attribute: what each is called and what it means."""
UNITS = {"percent": "%"}

ByFigure = Mapping[str, PublishedFigures]
"""Published figures, apart for each figure."""


@dataclass(frozen=True, slots=True)
class Beside:
    """One comparison as readers see it, with every way in which the published figure is not the KPI's own."""

    area: Area
    comparison: Comparison
    mismatches: tuple[str, ...]

    @property
    def row(self) -> Published:
        """The area's own published figure."""
        return self.comparison.own

    @property
    def title(self) -> str:
        """What is compared."""
        return self.row.title

    @property
    def period(self) -> str:
        """`calendar year 2024`."""
        return f"{self.row.period_basis} {self.row.period}"

    def amount(self, value: float | None) -> str:
        """A value in the published figure's unit."""
        return "not published" if value is None else f"{number_text(value, DECIMALS)}{UNITS.get(self.row.unit, '')}"

    @property
    def others(self) -> list[tuple[str, float]]:
        """Everything that the area is held against, by name, where it is published."""
        named = [("England", rate_of(self.comparison.england)), ("the South East", rate_of(self.comparison.south_east))]
        for each in self.comparison.sets:
            for which, (name, _) in AVERAGES.items():
                named.append((f"the {name} of its neighbours ({each.dated} set)", getattr(each, which)))
        return [(name, value) for name, value in named if value is not None]


def by_figure(published: PublishedFigures) -> ByFigure:
    """Sort the published figures once, for many comparisons."""
    found: dict[str, dict] = defaultdict(dict)
    for key, row in published.items():
        found[row.figure][key] = row
    return found


def comparisons(reading: Reading, published: ByFigure) -> list[Beside]:
    """What a reading can be held against: the newest period that had ended. Districts have no published comparators."""
    kpi, area = reading.kpi, reading.area
    if area != kpi.areas[0]:
        return []
    found = []
    for comparator in comparators_of(kpi):
        rows = published.get(comparator.figure, {})
        period = newest_period(rows, comparator.figure, area, reading.quarter)
        if period is not None:
            comparison = compare(rows, comparator, period, area)
            found.append(Beside(area, comparison, mismatches(kpi, reading.quarter, comparison)))
    return found


def comparison_finding(shown: Beside) -> str:
    """Above whom and below whom: with the answer's dependence on set and average in plain sight."""
    own, others = rate_of(shown.row), shown.others
    above = [f"{name} ({shown.amount(value)})" for name, value in others if own > value]
    below = [f"{name} ({shown.amount(value)})" for name, value in others if own < value]
    said = [f"{word} {_listed(names)}" for word, names in (("above", above), ("below", below)) if names]
    lead = f"{shown.area.name}'s {shown.amount(own)} ({shown.period})"
    return f"{lead} is {', and '.join(said)}" if said else f"{lead} has nothing published to stand beside it"


def _listed(names: list[str]) -> str:
    return names[0] if len(names) == 1 else f"{', '.join(names[:-1])} and {names[-1]}"


def rank_sentence(shown: Beside, neighbours: NeighbourSet) -> str:
    """The rank with its count, and who has no figure."""
    missing = f" No figure: {', '.join(neighbours.missing)}." if neighbours.missing else ""
    if neighbours.rank is None:
        return f"{neighbours.dated} set: not ranked, because no direction is the better one.{missing}"
    return (
        f"{neighbours.dated} set: {shown.area.name} is {neighbours.rank} of {neighbours.ranked} "
        f"(1 is best; itself and {len(neighbours.known)} neighbours).{missing}"
    )


@dataclass(frozen=True, slots=True)
class Past:
    """The same figure over the published periods that had ended: one value per period for each series, by name."""

    periods: tuple[str, ...]
    series: Mapping[str, tuple[float | None, ...]]


def past(shown: Beside, rows: PublishedFigures, quarter: Quarter) -> Past:
    """Kent, England, the South East and the median of the newest set: two figures alone say nothing of the way there."""
    comparator, area = shown.comparison.comparator, shown.area
    own = [row for (_, code, _), row in rows.items() if code == area.code and row.value is not None]
    ended = sorted((row for row in own if last_day(row) <= quarter.end), key=last_day)
    each = [compare(rows, comparator, row.period, area) for row in ended]
    named = {
        area.name: [rate_of(one.own) for one in each],
        "England": [rate_of(one.england) for one in each],
        "South East": [rate_of(one.south_east) for one in each],
        "Statistical neighbours": [one.sets[-1].median if one.sets else None for one in each],
    }
    kept = {name: tuple(values) for name, values in named.items() if any(value is not None for value in values)}
    return Past(tuple(row.period for row in ended), kept)
