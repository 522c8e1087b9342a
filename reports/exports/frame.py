"""A table as a pandas DataFrame, for people who go on reckoning with it."""

import pandas as pd

from reports.tables.table import Cell, Column, Table


def frame(table: Table) -> pd.DataFrame:
    """The values, not the texts: numbers unrounded and in their unit, days as dates, nothing where there is no value.

    The caption, the notes and the units by heading stand in `attrs`.
    """
    columns = zip(*table.rows, strict=True) if table.rows else [()] * len(table.columns)
    found = pd.DataFrame(
        {column.heading: _values(column, cells) for column, cells in zip(table.columns, columns, strict=True)}
    )
    units = {column.heading: column.unit for column in table.columns if column.unit}
    found.attrs = {"caption": table.caption, "notes": list(table.notes), "units": units}
    return found


def _values(column: Column, cells: tuple[Cell, ...]) -> pd.Series:
    values = [cell.value for cell in cells]
    match column.kind:
        case "number":
            return pd.Series(values, dtype="Float64")
        case "date":
            return pd.Series(pd.to_datetime(values, utc=any(hasattr(each, "tzinfo") for each in values)))
        case _:
            return pd.Series(values, dtype="object")
