"""A comparison with other authorities in words: who stands where, and how each went over the published periods."""

from kpis.comparators import missing_comparators
from kpis.kpi import Kpi
from kpis.neighbours import NeighbourSet, rate_of
from reports.language.grammar import and_list
from reports.language.numbers import published_text
from reports.progress.comparison import AreaComparison, Past

AVERAGES = {
    "mean": ("mean", "every authority counts the same"),
    "median": ("median", "the authority in the middle"),
    "pooled": ("pooled average", "all their cases added up"),
}
"""The three averages by attribute: what each is called and what it means."""


def comparison_headline(comparison: AreaComparison) -> str:
    """Above whom and below whom: with the answer's dependence on set and average in plain sight."""
    return _stands(comparison, _others(comparison))


def _stands(comparison: AreaComparison, others: list[tuple[str, float]]) -> str:
    own = rate_of(comparison.own)
    above = [f"{name} ({published_text(comparison.own, value)})" for name, value in others if own > value]
    below = [f"{name} ({published_text(comparison.own, value)})" for name, value in others if own < value]
    level = [name for name, value in others if own == value]
    ways = (("above", above), ("below", below), ("level with", level))
    said = [f"{word} {and_list(names)}" for word, names in ways if names]
    lead = f"{comparison.area.name}'s {published_text(comparison.own, own)} ({comparison.own.covers})"
    return f"{lead} is {', and '.join(said)}" if said else f"{lead} has nothing published to stand beside it"


def beside_headline(comparison: AreaComparison) -> str:
    """The same of what the chart of the trend holds: England, and the median of the newest set of neighbours."""
    sets = comparison.figures.sets[-1:]
    named = [("England", rate_of(comparison.figures.england))]
    named += [(f"the median of its neighbours, {each.dated} set", each.median) for each in sets]
    return _stands(comparison, [(name, value) for name, value in named if value is not None])


def _others(comparison: AreaComparison) -> list[tuple[str, float]]:
    """Everything that the area is held against, by name, where it is published."""
    named = [("England", rate_of(comparison.figures.england)), ("the South East", rate_of(comparison.figures.south_east))]
    for each in comparison.figures.sets:
        for which, (name, _) in AVERAGES.items():
            named.append((f"the {name} of its neighbours ({each.dated} set)", getattr(each, which)))
    return [(name, value) for name, value in named if value is not None]


def missing_sentences(kpi: Kpi) -> tuple[str, ...]:
    """What the KPI ought to be held against and cannot be, because it is not held here."""
    return tuple(f"Missing: {each}." for each in missing_comparators(kpi))


def rank_sentence(comparison: AreaComparison, neighbours: NeighbourSet) -> str:
    """The rank with its count, and who has no figure."""
    missing = f" No figure: {', '.join(neighbours.missing)}." if neighbours.missing else ""
    if neighbours.rank is None:
        return f"{neighbours.dated} set: not ranked, because no direction is the better one.{missing}"
    return (
        f"{neighbours.dated} set: {comparison.area.name} is {neighbours.rank} of {neighbours.ranked} "
        f"(1 is best; itself and {len(neighbours.known)} neighbours).{missing}"
    )


def neighbours_alternative(comparison: AreaComparison, neighbours: NeighbourSet) -> str:
    """The chart in words."""
    named = [(each.name, each.rate) for each in neighbours.known] + [(comparison.area.name, rate_of(comparison.own))]
    ordered = sorted(named, key=lambda pair: pair[1], reverse=neighbours.better != "lower")
    listed = ", ".join(f"{name} {published_text(comparison.own, value)}" for name, value in ordered)
    return f"{comparison.own.title}, {comparison.own.covers}, neighbours of the {neighbours.dated} set: {listed}."


def past_headline(comparison: AreaComparison, past: Past) -> str:
    """Where the area's own figure went: it stands first."""
    return _way(comparison, past, next(iter(past.series)))


def past_alternative(comparison: AreaComparison, past: Past) -> str:
    """The lines in words: each from its first to its last figure."""
    ways = "; ".join(_way(comparison, past, name) for name in past.series)
    return f"{comparison.own.title} over the published periods: {ways}."


def _way(comparison: AreaComparison, past: Past, name: str) -> str:
    """`Kent from 85.8% in 2016 to 32.3% in 2024`."""
    known = [(period, value) for period, value in zip(past.periods, past.series[name], strict=True) if value is not None]
    (first, start), (last, end) = known[0], known[-1]
    return (
        f"{name} from {published_text(comparison.own, start)} in {first} to {published_text(comparison.own, end)} in {last}"
    )
