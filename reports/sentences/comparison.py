"""A comparison with other authorities in words: who stands where, and how each went over the published periods."""

from kpis.neighbours import NeighbourSet, rate_of
from reports.language.grammar import and_list
from reports.progress.comparison import Beside, Past

AVERAGES = {
    "mean": ("mean", "every authority counts the same"),
    "median": ("median", "the authority in the middle"),
    "pooled": ("pooled average", "all their cases added up"),
}
"""The three averages by attribute: what each is called and what it means."""


def comparison_headline(shown: Beside) -> str:
    """Above whom and below whom: with the answer's dependence on set and average in plain sight."""
    own, others = rate_of(shown.row), _others(shown)
    above = [f"{name} ({shown.amount(value)})" for name, value in others if own > value]
    below = [f"{name} ({shown.amount(value)})" for name, value in others if own < value]
    said = [f"{word} {and_list(names)}" for word, names in (("above", above), ("below", below)) if names]
    lead = f"{shown.area.name}'s {shown.amount(own)} ({shown.period})"
    return f"{lead} is {', and '.join(said)}" if said else f"{lead} has nothing published to stand beside it"


def _others(shown: Beside) -> list[tuple[str, float]]:
    """Everything that the area is held against, by name, where it is published."""
    named = [("England", rate_of(shown.comparison.england)), ("the South East", rate_of(shown.comparison.south_east))]
    for each in shown.comparison.sets:
        for which, (name, _) in AVERAGES.items():
            named.append((f"the {name} of its neighbours ({each.dated} set)", getattr(each, which)))
    return [(name, value) for name, value in named if value is not None]


def rank_sentence(shown: Beside, neighbours: NeighbourSet) -> str:
    """The rank with its count, and who has no figure."""
    missing = f" No figure: {', '.join(neighbours.missing)}." if neighbours.missing else ""
    if neighbours.rank is None:
        return f"{neighbours.dated} set: not ranked, because no direction is the better one.{missing}"
    return (
        f"{neighbours.dated} set: {shown.area.name} is {neighbours.rank} of {neighbours.ranked} "
        f"(1 is best; itself and {len(neighbours.known)} neighbours).{missing}"
    )


def neighbours_alternative(shown: Beside, neighbours: NeighbourSet) -> str:
    """The chart in words."""
    named = [(each.name, each.rate) for each in neighbours.known] + [(shown.area.name, rate_of(shown.row))]
    ordered = sorted(named, key=lambda pair: pair[1], reverse=neighbours.better != "lower")
    listed = ", ".join(f"{name} {shown.amount(value)}" for name, value in ordered)
    return f"{shown.title}, {shown.period}, neighbours of the {neighbours.dated} set: {listed}."


def past_headline(shown: Beside, past: Past) -> str:
    """Where the area's own figure went: it stands first."""
    return _way(shown, past, next(iter(past.series)))


def past_alternative(shown: Beside, past: Past) -> str:
    """The lines in words: each from its first to its last figure."""
    return f"{shown.title} over the published periods: {'; '.join(_way(shown, past, name) for name in past.series)}."


def _way(shown: Beside, past: Past, name: str) -> str:
    """`Kent from 85.8% in 2016 to 32.3% in 2024`."""
    known = [(period, value) for period, value in zip(past.periods, past.series[name], strict=True) if value is not None]
    (first, start), (last, end) = known[0], known[-1]
    return f"{name} from {shown.amount(start)} in {first} to {shown.amount(end)} in {last}"
