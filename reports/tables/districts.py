"""The districts beside each other, as a table: in the chart's order, then the whole."""

from kpis.kpi import Kpi
from reports.language.numbers import amount_text
from reports.progress.districts import Band, District, Districts
from reports.sentences.ways import reading_link
from reports.tables.cells import denominator_cell, hidden_cell, numerator_cell, rated_cell, traced_cell, unit_of
from reports.tables.lineage import cells_text
from reports.tables.table import Cell, Column, Table, table_of


def districts_table(districts: Districts) -> Table:
    """One row per district in the chart's order, then the whole, which is held against nothing.

    An area leads to the KPI as it stands there, a figure to its cells.
    """
    kpi = districts.kpi
    columns = {
        Column("Area"): lambda each: reading_link(each.reading, each.reading.area.name),
        Column("Figure", "number", unit_of(kpi)): lambda each: traced_cell(each.reading),
        Column("Numerator", "number"): lambda each: numerator_cell(each.reading),
        Column("Denominator", "number"): lambda each: denominator_cell(each.reading),
        Column("Rating"): lambda each: rated_cell(each.reading),
        Column("By chance alone (95%)"): lambda each: _span(kpi, each.band),
        Column("Difference from the whole"): lambda each: _difference(districts, each),
        Column("Read from"): lambda each: cells_text(each.reading),
    }
    rows = (*districts.ranked, District(districts.whole, None))
    return table_of(f"{kpi.title}, districts in {districts.quarter}", columns, rows)


def _difference(districts: Districts, each: District) -> Cell | str:
    if each.reading is districts.whole:
        return ""
    return hidden_cell() if each.reading.hidden else str(each.verdict)


def _span(kpi: Kpi, band: Band | None) -> str:
    return f"{amount_text(kpi, band.usual[0])} to {amount_text(kpi, band.usual[1])}" if band else ""
