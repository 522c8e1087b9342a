"""A heat map as a table, in words."""

from reports.sentences.heat import HeatMap
from reports.tables.table import Column, Table, table_of


def heat_table(heat: HeatMap) -> Table:
    """One row per name, one column per quarter."""
    columns = {Column("Name"): lambda row: row.name} | {
        Column(str(quarter)): lambda row, place=place: row.cells[place].words for place, quarter in enumerate(heat.quarters)
    }
    return table_of(heat.title, columns, heat.rows)
