"""The order in which figures claim attention: red and worsening first, and among equals the furthest from the target."""

from collections.abc import Iterable

from disclosure.rule import Number
from kpis.rating import Rating
from reports.progress.judgement import Judgement
from reports.progress.readings import Reading

ORDER = (Rating.RED, Rating.AMBER, Rating.GREEN, Rating.NOT_RATED)


def by_attention(judged: Iterable[Judgement]) -> list[Judgement]:
    """Red and worsening, other reds, amber and worsening, and so on; not rated last."""
    return sorted(judged, key=lambda each: (*_claim(each), -_shortfall(each.reading)))


def _claim(judged: Judgement) -> tuple[int, bool]:
    return ORDER.index(judged.reading.rated.rating), not judged.worsening


def _shortfall(reading: Reading) -> float:
    """How far the figure is from its target, as a share of the target; 0 where that has no meaning."""
    target = reading.rated.target
    if not isinstance(reading.shown, Number) or target is None or not target.value:
        return 0.0
    return abs(reading.shown.value - target.value) / abs(target.value)
