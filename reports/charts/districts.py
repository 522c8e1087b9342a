"""The districts ranked: each with what chance alone would give it, held against the whole."""

import plotly.graph_objects as go

from disclosure.rule import Number
from reports.charts.ranked import Row, ranked_chart
from reports.palette import FLOOR, LINE, QUIET
from reports.progress.districts import ChanceVerdict, Districts, Place

SYMBOLS = {
    ChanceVerdict.WITHIN: ("circle", QUIET),
    ChanceVerdict.PERHAPS: ("diamond", LINE),
    ChanceVerdict.BEYOND: ("triangle-up", FLOOR),
    ChanceVerdict.NOT_SAID: ("circle", LINE),
}


def districts_chart(found: Districts) -> go.Figure:
    """The districts whose figures may be seen, ranked, with the whole as a line; a count's whole is no line to hold to."""
    rows = [_row(place) for place in found.places if place.value is not None]
    whole = found.whole
    comparable = found.kpi.unit != "count" and isinstance(whole.shown, Number)
    lines = [(f"{whole.area.name} {whole.display}", whole.shown.value)] if comparable else []
    return ranked_chart(rows, lines, "%" if found.kpi.unit == "percent" else "")


def _row(place: Place) -> Row:
    symbol, colour = SYMBOLS[place.verdict]
    usual, rare = (place.band.usual, place.band.rare) if place.band else (None, None)
    return Row(place.reading.area.name, place.reading.display, place.value, symbol, colour, usual, rare)
