"""The order in which figures claim attention: red and worsening first, and among equals the furthest from the target."""

from collections.abc import Iterable

from disclosure.rule import Number
from kpis.direction import Direction
from kpis.rating import Rating
from reports.progress.judgement import Judgement
from reports.progress.readings import Reading

ORDER = (Rating.RED, Rating.AMBER, Rating.GREEN, Rating.NOT_RATED)
DIRECTIONS = (
    Direction.WORSENING,
    Direction.NO_REAL_CHANGE,
    Direction.CANNOT_BE_SAID,
    Direction.IMPROVING,
    Direction.RISING,
    Direction.FALLING,
    Direction.HIDDEN,
)


def by_attention(judged: Iterable[Judgement]) -> list[Judgement]:
    """Reds, those that worsen first and those that recover last, then amber likewise, and so on; not rated last."""
    return sorted(judged, key=lambda each: (*_claim(each), -_shortfall(each.reading)))


def _claim(judged: Judgement) -> tuple[int, int]:
    return ORDER.index(judged.reading.rated.rating), DIRECTIONS.index(judged.direction)


def _shortfall(reading: Reading) -> float:
    """How far the figure is from its target, as a share of the target; 0 where that has no meaning."""
    target = reading.rated.target
    if not isinstance(reading.shown, Number) or target is None or not target.value:
        return 0.0
    return abs(reading.shown.value - target.value) / abs(target.value)
