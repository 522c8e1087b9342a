"""A table as its tests look at it: one dict per row, from each heading to what is shown or to the value."""

from reports.tables.table import Table


def texts(table: Table) -> list[dict[str, str]]:
    """What is shown."""
    return [dict(zip(table.headings, (cell.text for cell in row), strict=True)) for row in table.rows]


def values(table: Table) -> list[dict]:
    """The values; None where there is none."""
    return [dict(zip(table.headings, (cell.value for cell in row), strict=True)) for row in table.rows]


def missing(table: Table) -> list[dict[str, str]]:
    """Why there is no value, by heading, where a row says so."""
    return [
        {heading: cell.missing for heading, cell in zip(table.headings, row, strict=True) if cell.missing}
        for row in table.rows
    ]


def column(table: Table, heading: str) -> list[str]:
    """What is shown under one heading."""
    return [row[heading] for row in texts(table)]
