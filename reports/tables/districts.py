"""The districts beside each other, as a table: in the chart's order, then the whole."""

from kpis.kpi import Kpi
from reports.language.numbers import amount_text
from reports.progress.districts import Band, Districts, Place
from reports.tables.cells import denominator_cell, figure_cell, numerator_cell, rated_cell, unit_of
from reports.tables.lineage import cells_text
from reports.tables.table import Column, Table, table_of


def districts_table(found: Districts) -> Table:
    """One row per district in the chart's order, then the whole, which is held against nothing."""
    kpi = found.kpi
    columns = {
        Column("Area"): lambda place: place.reading.area.name,
        Column("Figure", "number", unit_of(kpi)): lambda place: figure_cell(place.reading),
        Column("Numerator", "number"): lambda place: numerator_cell(place.reading),
        Column("Denominator", "number"): lambda place: denominator_cell(place.reading),
        Column("Rating"): lambda place: rated_cell(place.reading),
        Column("By chance alone (95%)"): lambda place: _span(kpi, place.band),
        Column("Difference from the whole"): lambda place: "" if place.reading is found.whole else str(place.verdict),
        Column("Read from"): lambda place: cells_text(place.reading),
    }
    places = (*found.places, Place(found.whole, None))
    return table_of(f"{kpi.title}, districts in {found.quarter}", columns, places)


def _span(kpi: Kpi, band: Band | None) -> str:
    return f"{amount_text(kpi, band.usual[0])} to {amount_text(kpi, band.usual[1])}" if band else ""
