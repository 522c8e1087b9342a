"""The districts ranked: each with what chance alone would give it, held against the whole."""

from disclosure.rule import Number
from reports.charts.chart import Against, Ranked, RankedChart, Sign
from reports.charts.frame import suffix_of
from reports.palette import FLOOR, LINE, QUIET
from reports.progress.districts import ChanceVerdict, District, Districts
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
    comparable = kpi.unit != "count" and isinstance(whole.shown, Number) and not whole.as_reported
    return RankedChart(
        subject=f"{kpi.title}, districts in {districts.quarter}",
        headline=districts_headline(districts),
        alternative=districts_alternative(districts),
        notes=(districts_method(districts),),
        ranked=tuple(_ranked(district) for district in districts.ranked if district.value is not None),
        against=(Against(f"{whole.area.name} {whole.display}", whole.shown.value),) if comparable else (),
        suffix=suffix_of(kpi.unit),
    )


def _ranked(district: District) -> Ranked:
    usual, rare = (district.band.usual, district.band.rare) if district.band else (None, None)
    return Ranked(district.reading.area.name, district.reading.display, district.value, SIGNS[district.verdict], usual, rare)
