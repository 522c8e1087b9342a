"""The order in which readings claim attention: red first, and among equals the furthest from the target."""

from collections.abc import Iterable

from kpis.rating import Rating
from reports.disclosure import Number
from reports.progress import Reading

ORDER = (Rating.RED, Rating.AMBER, Rating.NOT_RATED, Rating.GREEN)


def worst_first(readings: Iterable[Reading]) -> list[Reading]:
    """Readings with the worst rated first."""
    return sorted(readings, key=lambda reading: (ORDER.index(reading.rated.rating), -_shortfall(reading)))


def _shortfall(reading: Reading) -> float:
    """How far the figure is from its target, as a share of the target; 0 where that has no meaning."""
    target = reading.rated.target
    if not isinstance(reading.shown, Number) or target is None or not target.value:
        return 0.0
    return abs(reading.shown.value - target.value) / abs(target.value)
