import pytest

from loaders.layouts.pointing import (
    Corners,
    PointedAtNothingError,
    corners,
    likeliest_place,
    period_places,
    sheet_pointed_at,
    sheets_to_point_at,
)
from loaders.reading.workbook import Kind

TITLED = [["Published 9 May 2025"], ["Plans, Q3 2024/25"], ["Area", "Plans"], ["Kent", 3]]


def test_two_cells_are_corners_whichever_is_named_first():
    assert corners("$d$7", "B3") == corners("B7", "D3") == Corners(3, 2, 7, 4)
    assert corners("AA1", "") == Corners(1, 27, 1, 27)
    with pytest.raises(PointedAtNothingError, match=r"A cell is named like C7, got: A٣\."):
        corners("A٣", "")


def test_only_sheets_that_are_seen_and_hold_such_cells_are_offered(sheet_of, book):
    rows = [["Area", "Plans"], ["Kent", 3]]
    workbook = book(sheet_of(rows, "North"), sheet_of([["Notes"]], "Notes"), sheet_of(rows, "Lists", hidden=True))
    assert list(sheets_to_point_at(workbook, Kind.NUMBER)) == ["North"]
    assert list(sheets_to_point_at(workbook, Kind.TEXT)) == ["North", "Notes"]
    with pytest.raises(PointedAtNothingError, match=r"A sheet of the file must be chosen, got: none\."):
        sheet_pointed_at(workbook, "")


@pytest.mark.parametrize(
    ("sheet", "file", "places"),
    [
        ("Sheet1", "sent.xlsx", {"title": "2024/25 Q3"}),
        ("Q2 2024-25", "sent.xlsx", {"title": "2024/25 Q3", "sheet": "2024/25 Q2"}),
        ("Sheet1", "board Q1 2024-25.xlsx", {"title": "2024/25 Q3", "file": "2024/25 Q1"}),
        ("Sheet1", "community_health_2023-03-01.xlsx", {"title": "2024/25 Q3"}),
        ("Sheet1", "board 9 May 2025.xlsx", {"title": "2024/25 Q3"}),
    ],
)
def test_a_period_may_be_said_by_title_sheet_or_file_and_the_day_of_a_file_is_none(sheet, file, places, sheet_of, book):
    workbook = book(sheet_of(TITLED, sheet), file_name=file)
    found = period_places(workbook, sheet_pointed_at(workbook, sheet), 3)
    assert {place: str(period) for place, period in found.items()} == places
    assert likeliest_place(found) == "title"


def test_where_nothing_says_the_period_it_is_asked(sheet_of, book):
    workbook = book(sheet_of(TITLED[2:]))
    assert likeliest_place(period_places(workbook, sheet_pointed_at(workbook, "Sheet1"), 1)) == "asked"
