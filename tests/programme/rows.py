"""Rows of words for tests, as the store hands them out."""

from programme.quarter import Quarter
from programme.sheets.written import Row, rows_of
from programme.submission import Entry

QUARTER = Quarter.parse("2024/25 Q3")


def entries(sheet: str, *rows: dict[str, str]) -> list[Entry]:
    """One entry per cell, headings in row 1, columns from A."""
    return [
        Entry(sheet, number, heading, f"{chr(65 + column)}{number}", text)
        for number, row in enumerate(rows, start=2)
        for column, (heading, text) in enumerate(row.items())
        if text
    ]


def rows(sheet: str, *typed: dict[str, str], quarter: Quarter | None = QUARTER) -> list[Row]:
    return list(rows_of(entries(sheet, *typed), sheet, quarter, "return.xlsx", 3))
