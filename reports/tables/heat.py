"""A heat map as a table, in words."""

import pandas as pd

from reports.progress.heat import HeatMap


def heat_table(heat: HeatMap) -> pd.DataFrame:
    """The map as a table, in words: one row per name, one column per quarter."""
    headings = [str(quarter) for quarter in heat.quarters]
    return pd.DataFrame(
        [dict(zip(["Name", *headings], [row.name, *(cell.words for cell in row.cells)], strict=True)) for row in heat.rows]
    )
