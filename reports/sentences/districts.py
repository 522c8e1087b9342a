"""The districts of a whole in words."""

from reports.language.numbers import amount_text
from reports.progress.districts import Districts, Place


def districts_alternative(found: Districts) -> str:
    """The chart in words, best first."""
    said = [
        f"{place.reading.area.name} {place.reading.display}"
        + (f" (by chance {_span(found, place)}; {place.verdict})" if place.band else "")
        for place in found.places
        if place.value is not None
    ]
    return f"{found.kpi.title}, districts in {found.quarter}, best first: {'; '.join(said)}."


def _span(found: Districts, place: Place) -> str:
    low, high = (amount_text(found.kpi, edge) for edge in place.band.usual)
    return f"{low} to {high}"
