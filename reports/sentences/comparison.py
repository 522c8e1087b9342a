"""A comparison with other authorities in words: who stands where, and how each went over the published periods."""

from kpis.neighbours import NeighbourSet, rate_of
from reports.progress.comparison import Beside, Past


def neighbours_alternative(shown: Beside, neighbours: NeighbourSet) -> str:
    """The chart in words."""
    named = [(each.name, each.rate) for each in neighbours.known] + [(shown.area.name, rate_of(shown.row))]
    ordered = sorted(named, key=lambda pair: pair[1], reverse=neighbours.better != "lower")
    listed = ", ".join(f"{name} {shown.amount(value)}" for name, value in ordered)
    return f"{shown.title}, {shown.period}, neighbours of the {neighbours.dated} set: {listed}."


def past_alternative(shown: Beside, found: Past) -> str:
    """The lines in words: each from its first to its last figure."""
    said = []
    for name, values in found.series.items():
        known = [(period, value) for period, value in zip(found.periods, values, strict=True) if value is not None]
        (first, start), (last, end) = known[0], known[-1]
        said.append(f"{name} from {shown.amount(start)} in {first} to {shown.amount(end)} in {last}")
    return f"{shown.title} over the published periods: {'; '.join(said)}."
