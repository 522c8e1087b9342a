"""The districts ranked: each with what chance alone would give it, held against the whole."""

from disclosure.rule import Number
from reports.charts.chart import Against, Ranked, RankedChart, Sign
from reports.charts.frame import suffix_of
from reports.palette import FLOOR, LINE, QUIET
from reports.progress.districts import ChanceVerdict, Districts, Place
from reports.sentences.districts import districts_alternative, districts_headline, districts_method

SIGNS = {
    ChanceVerdict.WITHIN: Sign("circle", QUIET, 12, LINE),
    ChanceVerdict.PERHAPS: Sign("diamond", LINE, 12, LINE),
    ChanceVerdict.BEYOND: Sign("triangle-up", FLOOR, 12, LINE),
    ChanceVerdict.NOT_SAID: Sign("circle", LINE, 12, LINE),
}


def districts_chart(districts: Districts) -> RankedChart:
    """The districts whose figures may be seen, ranked, with the whole as a line; a count's whole is no line to hold to."""
    kpi, whole = districts.kpi, districts.whole
    comparable = kpi.unit != "count" and isinstance(whole.shown, Number)
    return RankedChart(
        subject=f"{kpi.title}, districts in {districts.quarter}",
        headline=districts_headline(districts),
        alternative=districts_alternative(districts),
        notes=(districts_method(districts),),
        ranked=tuple(_ranked(place) for place in districts.places if place.value is not None),
        against=(Against(f"{whole.area.name} {whole.display}", whole.shown.value),) if comparable else (),
        suffix=suffix_of(kpi.unit),
    )


def _ranked(place: Place) -> Ranked:
    usual, rare = (place.band.usual, place.band.rare) if place.band else (None, None)
    return Ranked(place.reading.area.name, place.reading.display, place.value, SIGNS[place.verdict], usual, rare)
