"""The districts beside each other, as a table: in the chart's order, then the whole."""

from collections.abc import Mapping

import pandas as pd

from disclosure.rule import Number
from kpis.kpi import Kpi
from record.lineage import cells_text
from reports.language.numbers import amount_text, count_text
from reports.palette import RATINGS
from reports.progress.districts import Band, Districts
from reports.progress.readings import Reading


def districts_table(found: Districts) -> pd.DataFrame:
    """One row per district in the chart's order, then the whole."""
    rows = [_row(found.kpi, place.reading, place.band, str(place.verdict)) for place in found.places]
    return pd.DataFrame([*rows, _row(found.kpi, found.whole, None, "")])


def _row(kpi: Kpi, reading: Reading, band: Band | None, verdict: str) -> Mapping[str, str]:
    seen = reading.shown if isinstance(reading.shown, Number) else None
    mark = RATINGS[reading.rated.rating]
    return {
        "Area": reading.area.name,
        "Figure": reading.display,
        "Numerator": count_text(seen and seen.numerator),
        "Denominator": count_text(seen and seen.denominator),
        "Rating": f"{mark.shape} {mark.word}",
        "By chance alone (95%)": f"{amount_text(kpi, band.usual[0])} to {amount_text(kpi, band.usual[1])}" if band else "",
        "Difference from the whole": verdict,
        "Read from": cells_text(reading),
    }
